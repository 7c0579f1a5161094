import { expect, it } from 'vitest';
import { fakeEngine } from '../fake.ts';
import { openRaster } from '../../../src/core/image/raster.ts';

// The engine of tests starts it; resvg starts once for a whole program.
await fakeEngine();
const rasterise = await openRaster(new Uint8Array());
const svg = (attributes: string, body: string): string =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;
const LEFT = '<path d="M0 0h4v8h-4z" fill="#c80000" fill-opacity="0.5"/>';
/** Premultiplied 200 becomes 100 of 128, and straight again 199. */
const SEEN = '199,0,0,128';
const pixels = (text: string, width: number, height: number): string[] => {
  const { data } = rasterise(text, width, height);
  return Array.from({ length: width * height }, (_, i) => data.subarray(4 * i, 4 * i + 4).join());
};

it('draws to the pixels that are asked for, with straight alpha', () => {
  expect(pixels(svg('viewBox="0 0 8 8"', LEFT), 2, 1)).toEqual([SEEN, '0,0,0,0']);
});

it('stretches, whatever size and ratio the document asks for', () => {
  const text = svg('viewBox="0 0 8 8" width="99" height=\'3\' preserveAspectRatio="xMinYMin"', LEFT);
  expect(pixels(text, 4, 2).slice(0, 4)).toEqual([SEEN, SEEN, '0,0,0,0', '0,0,0,0']);
});

it('without a viewBox the document’s own size is one', () => {
  expect(pixels(svg('width="8" height="8"', LEFT), 2, 1)).toEqual([SEEN, '0,0,0,0']);
});

it('refuses what is no SVG, by name', () => {
  expect(() => rasterise('<html>', 1, 1)).toThrow(/no <svg> in "<html>"/);
});
