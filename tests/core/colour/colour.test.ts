import { describe, expect, it } from 'vitest';
import { parseColour } from '../../../src/core/colour/colour.ts';

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
  ])('%s', (text, rgb, alpha) => {
    expect(parseColour(text)).toEqual({ rgb, alpha });
  });

  it('beyond sRGB is clipped channel by channel, as Chromium does', () => {
    expect(parseColour('color(display-p3 1 0 0)')?.rgb).toEqual([255, 0, 0]);
  });

  it.each(['terracotta', 'none', 'url(#a)', 'var(--a)', ''])('%s is none', (text) => {
    expect(parseColour(text)).toBeNull();
  });
});
