import { Resvg } from '@resvg/resvg-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { turnUpright } from '../../../src/core/svg/upright-images.ts';
import { writeXml } from '../../../src/core/svg/xml.ts';
import { fakeEngine } from '../fake.ts';
import { elementOf } from './elements.ts';
import { halvesTurned } from './exif.ts';

// resvg is opened with it.
beforeAll(async () => void (await fakeEngine()));

/** Where the dark half is of a JPEG that fills a square of 40, or of what `attributes` say. */
function darkSide(
  orientation: number,
  attributes = 'width="40" height="40" preserveAspectRatio="none"',
): string {
  const image = elementOf(
    `<image ${attributes} href="data:image/jpeg;base64,${halvesTurned(orientation)}"/>`,
  );
  turnUpright(image);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">${writeXml(image)}</svg>`;
  const { pixels } = new Resvg(svg).render();
  const at = (x: number, y: number): string => {
    const [value, , , alpha] = pixels.subarray(4 * (40 * y + x), 4 * (40 * y + x) + 4);
    if (alpha === 0) return '.';
    return value! < 128 ? 'd' : 'l';
  };
  return at(20, 2) + at(37, 20) + at(20, 37) + at(2, 20);
}

describe('a JPEG', () => {
  // Above, right, below, left of the middle: dark or light.
  it.each([
    [1, 'left'],
    [2, 'right'],
    [3, 'right'],
    [4, 'left'],
    [5, 'above'],
    [6, 'above'],
    [7, 'below'],
    [8, 'below'],
  ])('of orientation %i has its first half at the %s', (orientation, side) => {
    const seen = darkSide(orientation);
    const dark = { above: 0, right: 1, below: 2, left: 3 }[side]!;
    expect(seen[dark]).toBe('d');
    expect(seen[(dark + 2) % 4]).toBe('l');
  });

  it('keeps its place, its own transform and where it stands in its box', () => {
    // Upright it is 8 wide and 16 high: in a square it stands in the middle, in full height.
    expect(darkSide(6, 'width="40" height="40"')).toBe('d.l.');
    expect(darkSide(6, 'width="40" height="40" preserveAspectRatio="xMaxYMid meet"')[3]).toBe('.');
    expect(darkSide(6, 'width="40" height="40" preserveAspectRatio="xMaxYMid meet"')[1]).not.toBe('.');
    expect(darkSide(6, 'x="20" width="20" height="40" preserveAspectRatio="none"')[3]).toBe('.');
    expect(darkSide(6, 'width="10" height="10" transform="translate(0 30)" preserveAspectRatio="none"')).toBe(
      '....',
    );
  });

  it('without a size stays as it is', () => {
    const image = elementOf(`<image href="data:image/jpeg;base64,${halvesTurned(6)}"/>`);
    turnUpright(image);
    expect(Object.keys(image.attributes)).toEqual(['href']);
  });
});
