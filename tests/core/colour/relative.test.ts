// Chromium 147 shows each of these so.
import { expect, it } from 'vitest';
import { parseColour } from '../../../src/core/colour/colour.ts';
import { readRelative } from '../../../src/core/colour/relative.ts';

it.each([
  ['rgb(from white 42 157 143)', [42, 157, 143, 1]],
  ['rgb(from #2a9d8f r g b / 50%)', [42, 157, 143, 0.5]],
  ['rgba(from rgb(1 2 3 / .25) r g b)', [1, 2, 3, 0.25]],
  ['rgb(from hsl(from red 120 s l) b g r)', [0, 255, 0, 1]],
  ['rgb(from red calc(r / 2) g b)', [128, 0, 0, 1]],
  ['rgb(from red none g b)', [0, 0, 0, 1]],
  ['RGB(FROM Red R G B)', [255, 0, 0, 1]],
  ['hsl(from #d94f3d calc(h + 160) s l)', [61, 217, 183, 1]],
  ['hsl(from gray h s l)', [128, 128, 128, 1]],
  ['hsl(from red h s l / calc(alpha * .5))', [255, 0, 0, 0.5]],
  ['hwb(from tomato calc(h - 30) calc(w + 20) b)', [255, 122, 168, 1]],
  ['lab(from #264653 l a b)', [38, 70, 83, 1]],
  ['oklab(from tomato l a calc(b - .2))', [220, 106, 213, 1]],
  ['oklch(from #d94f3d calc(l * 0.5) c h)', [111, 0, 0, 1]],
  ['oklch(from var(--x, blue) l c h)', [0, 0, 255, 1]],
  ['color(from #e9c46a srgb r calc(g*.5) b)', [233, 98, 106, 1]],
  ['color(from red xyz x y z)', [255, 0, 0, 1]],
  ['rgb(calc(255*.85) calc(80 - 1) 61)', [217, 79, 61, 1]],
  ['rgb(calc(50% + 10%) 0 0)', [153, 0, 0, 1]],
  ['hsl(calc(1turn / 3) 100% 50%)', [0, 255, 0, 1]],
  ['rgb(100% calc(2 * 20%) 0% / calc(1 / 2))', [255, 102, 0, 0.5]],
])('%s', (text, [r, g, b, alpha]) => {
  const found = parseColour(text)!;
  expect(found.rgb.map(Math.round)).toEqual([r, g, b]);
  expect(found.alpha).toBeCloseTo(alpha!, 2);
});

it.each([
  'rgb(from nothing r g b)',
  'rgb(calc(1 +2) 0 0)',
  'color(from red nowhere r g b)',
  'rgb(from red r q b)',
])('%s is no colour', (text) => {
  expect(parseColour(text)).toBeNull();
});

it('reads what stands where', () => {
  expect(readRelative('hsl(from rgb(1 2 3) h s l)')).toEqual({
    origin: 'rgb(1 2 3)',
    head: 'hsl(',
    space: 'hsl',
    rest: 'h s l',
  });
  expect(readRelative('color(from red display-p3 r g b)')).toMatchObject({
    head: 'color(display-p3 ',
    rest: 'r g b',
  });
  expect(readRelative('rgb(1 2 3)')).toBeNull();
});
