import { encode } from 'fast-png';
import { expect, it } from 'vitest';
import { toBase64 } from '../../../src/core/image/base64.ts';
import { enlargeImages } from '../../../src/core/svg/small-scales.ts';
import type { Element } from '../../../src/core/svg/xml.ts';
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

it('keeps the shape of the box, in which an image has its proportions or not', async () => {
  // The picture is square, its box twice as wide: without a word it stands in the middle of that.
  const seen = async (aspect: string): Promise<boolean[]> => {
    const pattern = `<pattern id="p" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#i" transform="scale(0.0002 0.0004)"/></pattern>`;
    const { at } = await see(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100"><rect x="10" y="10" width="80" height="40" fill="#e63946"/><rect x="10" y="10" width="80" height="40" fill="url(#p)"/><defs>${pattern}${image(`width="5000" height="2500" ${aspect}`)}</defs></svg>`,
    );
    return [15, 50, 85].map((x) => Math.abs(at(x, 30)[1]! - 200) < 6);
  };
  expect(await seen('preserveAspectRatio="none"')).toEqual([true, true, true]);
  expect(await seen('')).toEqual([false, true, false]);
});

it('leaves alone what is large enough, or moved', () => {
  const written = (use: string, rest: string): string => {
    const root = elementOf(`<g>${image(rest)}<use href="#i" ${use}/></g>`);
    enlargeImages(root);
    const [{ attributes: shown }, { attributes: used }] = root.children as [Element, Element];
    return `${shown['width']} × ${shown['height']} ${used['transform']}`;
  };
  const size = 'width="400" height="200"';
  expect(written(TINY, size)).toBe('1 × 0.5 matrix(0.05 0 0 0.1 0 0)');
  expect(written('transform="scale(0.0025)"', size)).toBe('400 × 200 scale(0.0025)');
  expect(written(`${TINY} x="3"`, size)).toMatch(/^400 /);
});
