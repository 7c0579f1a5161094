import { expect, it } from 'vitest';
import { blendOver } from '../../../src/core/image/blend.ts';
import { see } from '../seen.ts';

const blended = (mode: string, below: readonly number[], above: readonly number[]): number[] => {
  const pixel = Uint8Array.from(below);
  blendOver(mode, pixel, Uint8Array.from(above), 0);
  return [...pixel];
};
const BROWN = [201, 143, 78, 255];
const BLUE = [78, 127, 201, 255];

// What a canvas of Chromium 147 shows of #4E7FC9 on #C98F4E.
it.each([
  ['multiply', [61, 71, 61]],
  ['screen', [218, 199, 218]],
  ['overlay', [180, 143, 123]],
  ['darken', [78, 127, 78]],
  ['lighten', [201, 143, 201]],
  ['color-dodge', [255, 255, 255]],
  ['color-burn', [78, 30, 30]],
  ['hard-light', [123, 142, 180]],
  ['soft-light', [184, 143, 114]],
  ['difference', [123, 16, 123]],
  ['exclusion', [156, 128, 156]],
  ['hue', [111, 160, 234]],
  ['saturation', [201, 143, 78]],
  ['color', [111, 160, 234]],
  ['luminosity', [168, 110, 45]],
  ['no mode', [78, 127, 201]],
])('%s', (mode, wanted) => {
  const seen = blended(mode, BROWN, BLUE);
  wanted.forEach((value, c) => expect(Math.abs(seen[c]! - value)).toBeLessThanOrEqual(2));
});

it('the saturation of grey is none', () => {
  expect(blended('saturation', BROWN, [90, 90, 90, 255]).slice(0, 3)).toEqual([153, 153, 153]);
});

it('what is clear blends by its share, and over nothing is itself', () => {
  expect(blended('multiply', [0, 0, 0, 0], [10, 20, 30, 128])).toEqual([10, 20, 30, 128]);
  expect(blended('multiply', [200, 100, 0, 255], [0, 0, 0, 128])).toEqual([100, 50, 0, 255]);
});

it('groups above one that adds blend with all that lies below', async () => {
  const { at } = await see(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect x="20" y="20" width="160" height="160" fill="#37474F"/>' +
      '<g style="mix-blend-mode:plus-lighter"><circle cx="80" cy="90" r="40" fill="#2E7D32"/></g>' +
      '<g style="mix-blend-mode:multiply"><rect x="70" y="60" width="90" height="90" fill="#FFB74D"/></g></svg>',
  );
  // #37474F and #2E7D32 added, then multiplied by #FFB74D; and #37474F multiplied by it.
  const close = (seen: number[], wanted: number[]): void =>
    wanted.forEach((value, c) => expect(Math.abs(seen[c]! - value)).toBeLessThan(4));
  close(at(90, 90), [101, 141, 39, 255]);
  close(at(140, 90), [55, 51, 24, 255]);
  close(at(55, 90), [101, 196, 129, 255]);
});

// What Chromium 147 shows in the middle; resvg paints another hue where a channel would be negative.
it.each([
  ['luminosity', '#fc0', '#26c', [120, 96, 0]],
  ['color', '#105030', '#f40', [125, 33, 0]],
  ['saturation', '#20a040', '#fc0', [0, 180, 45]],
])('%s of a group over a body is as a browser blends it', async (mode, below, above, wanted) => {
  const { at } = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect x="20" y="20" width="160" height="160" fill="${below}"/>` +
      `<g style="mix-blend-mode:${mode}"><rect x="60" y="60" width="80" height="80" fill="${above}"/></g></svg>`,
  );
  const seen = at(100, 100);
  wanted.forEach((value, c) => expect(Math.abs(seen[c]! - value)).toBeLessThan(4));
});
