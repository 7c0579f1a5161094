import { encode } from 'fast-png';
import { expect, it } from 'vitest';
import { toBase64 } from '../../../src/core/image/base64.ts';
import { enlargeImages } from '../../../src/core/svg/small-scales.ts';
import { see } from '../seen.ts';
import { elementOf } from './elements.ts';

const png = encode({ width: 2, height: 2, data: Uint8Array.from({ length: 12 }, () => 200), channels: 3 });
const image = (rest: string): string =>
  `<image id="i" ${rest} href="data:image/png;base64,${toBase64(png)}"/>`;
const TINY = 'transform="scale(0.000125 0.00025)"';

it('a pattern of an image of many pixels, or of small tiles, is painted', async () => {
  // Tiles of a 20th of the box, shown by an image of 400 pixels.
  const pattern = `<pattern id="p" patternContentUnits="objectBoundingBox" width="0.05" height="0.1"><use xlink:href="#i" ${TINY}/></pattern>`;
  const body =
    '<rect x="10" y="10" width="80" height="60" fill="url(#p)"/><rect x="40" y="60" width="20" height="30" fill="#e63946"/>';
  const { at } = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">${body}<defs>${pattern}${image('width="400" height="400"')}</defs></svg>`,
  );
  expect(at(25, 30).map((value) => Math.abs(value - 200) < 6)).toEqual([true, true, true, false]);
});

it('leaves alone what is large enough, moved, or does not fill its size', () => {
  const written = (use: string, rest: string): string | undefined => {
    const root = elementOf(`<g>${image(rest)}<use href="#i" ${use}/></g>`);
    enlargeImages(root);
    return `${root.children[0]!.attributes['width']} ${root.children[1]!.attributes['transform']}`;
  };
  const size = 'width="400" height="400"';
  expect(written(TINY, size)).toBe('1 matrix(0.05 0 0 0.1 0 0)');
  expect(written('transform="scale(0.0025)"', size)).toBe('400 scale(0.0025)');
  expect(written(`${TINY} x="3"`, size)).toMatch(/^400 /);
  expect(written(TINY, `${size} preserveAspectRatio="xMidYMid"`)).toMatch(/^400 /);
});
