import { describe, expect, it } from 'vitest';
import { overWhite, parseColour } from '../../../src/core/colour/colour.ts';

describe('a colour of CSS', () => {
  it.each([
    ['red', [255, 0, 0], 1],
    ['RebeccaPurple', [102, 51, 153], 1],
    ['#f00c', [255, 0, 0], 0.8],
    ['rgb(10 20 30 / 50%)', [10, 20, 30], 0.5],
    ['rgba(10, 20, 30, .25)', [10, 20, 30], 0.25],
    ['hsl(120deg 100% 50%)', [0, 255, 0], 1],
    ['color(srgb 1 0.2 0)', [255, 51, 0], 1],
    ['transparent', [0, 0, 0], 0],
    ['var(--fill-0, #336699)', [51, 102, 153], 1],
    ['var(--a, var(--b, rgb(1, 2, 3)))', [1, 2, 3], 1],
    ['light-dark(rgb(1, 2, 3), black)', [1, 2, 3], 1],
    ['color-mix(in srgb, #ff0000, #0000ff)', [127.5, 0, 127.5], 1],
    ['color-mix(in srgb, red 30%, blue 10%)', [191.25, 0, 63.75], 0.4],
    ['color-mix(in srgb, red, transparent 75%)', [255, 0, 0], 0.25],
  ])('%s', (text, rgb, alpha) => {
    expect(parseColour(text)).toEqual({ rgb, alpha });
  });

  it('beyond sRGB is clipped channel by channel, as Chromium does', () => {
    expect(parseColour('color(display-p3 1 0 0)')?.rgb).toEqual([255, 0, 0]);
  });

  it('mixed in a space of equal steps is no muddy grey', () => {
    // Chromium 147: oklab(0.539985 0.096204 -0.092841).
    const { rgb } = parseColour('color-mix(in oklab, red, blue)')!;
    expect(rgb.map(Math.round)).toEqual([140, 83, 162]);
  });

  // Wanted: the pixels that Chromium 147 paints, where culori by itself says otherwise.
  it.each([
    ['rgb(255 0 0 / none)', [255, 0, 0], 0],
    ['hsl(120 -50% 50%)', [128, 128, 128], 1],
    ['hsl(120 150% 30%)', [0, 153, 0], 1],
    ['color-mix(in oklch, white, blue)', [115, 163, 255], 1],
    ['color-mix(in hsl, white, blue)', [159, 159, 223], 1],
    ['color-mix(in oklch, grey, blue)', [58, 100, 196], 1],
    ['color-mix(in lch, white 50%, red)', [255, 159, 128], 1],
    ['color-mix(in hsl, hsl(200 100% 50% / 0.2), hsl(240 100% 50%))', [0, 85, 255], 0.6],
    ['color-mix(in srgb, rgb(100 50 20 / 0.5) 100%, blue)', [100, 50, 20], 0.5],
    ['color-mix(in srgb, color(display-p3 0 1 0), blue)', [0, 130, 88], 1],
    ['color-mix(in hsl longer hue, red, blue)', [0, 255, 0], 1],
    ['color-mix(in oklch decreasing hue, red, blue)', [186, 0, 194], 1],
    ['color-mix(in rec2020, red, blue)', [162, 19, 147], 1],
    ['color-mix(red, blue)', [140, 83, 162], 1],
    ['Canvas', [255, 255, 255], 1],
    ['GrayText', [128, 128, 128], 1],
  ])('%s is as Chromium paints it', (text, rgb, alpha) => {
    const colour = parseColour(text)!;
    for (const [i, value] of rgb.entries()) expect(Math.abs(colour.rgb[i]! - value)).toBeLessThan(1.1);
    expect(colour.alpha).toBeCloseTo(alpha, 3);
  });

  it.each([
    'color-mix(in srgb, red)',
    'color-mix(in nowhere, red, blue)',
    'terracotta',
    'none',
    'url(#a)',
    'var(--a)',
    '',
  ])('%s is none', (text) => {
    expect(parseColour(text)).toBeNull();
  });
});

it('over white a colour is as much lighter as it lets through', () => {
  expect(overWhite([200, 100, 0], 1)).toEqual([200, 100, 0]);
  expect(overWhite([200, 100, 0], 0.5)).toEqual([228, 178, 128]);
});
