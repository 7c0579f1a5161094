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
