import { describe, expect, it } from 'vitest';
import { boundsOf, liesAround, include, noBounds } from '../../../src/core/image/bounds.ts';
import { maskFrom } from '../small.ts';

describe('bounds of a mask', () => {
  it('are the first and last column and row that have a pixel', () => {
    const mask = maskFrom([
      '........',
      '....#...',
      '.....#..',
      '..#.....',
      '........',
      '...#....',
      '........',
      '........',
    ]);
    expect(boundsOf(mask, 1)).toEqual({ x0: 2, y0: 1, x1: 5, y1: 5 });
  });

  it('reach to the rim, and may be one pixel', () => {
    expect(boundsOf(maskFrom(['#...', '....', '...#']), 1)).toEqual({ x0: 0, y0: 0, x1: 3, y1: 2 });
    expect(boundsOf(maskFrom(['....', '..#.', '....']), 1)).toEqual({ x0: 2, y0: 1, x1: 2, y1: 1 });
  });

  it('are null where nothing is, or nothing is enough', () => {
    expect(boundsOf(maskFrom(['....', '....']), 1)).toBeNull();
    expect(boundsOf({ width: 2, height: 1, data: Float32Array.of(0.2, 0.4) }, 0.5)).toBeNull();
    expect(boundsOf({ width: 2, height: 1, data: Float32Array.of(0.2, 0.5) }, 0.5)).toMatchObject({ x0: 1 });
  });

  it('go by one channel alone', () => {
    const data = Uint8Array.of(9, 9, 9, 0, 9, 9, 9, 0, 0, 0, 0, 1, 9, 9, 9, 0);
    expect(boundsOf({ width: 4, height: 1, data }, 1, 4, 3)).toEqual({ x0: 2, y0: 0, x1: 2, y1: 0 });
  });
});

it('bounds grow pixel by pixel', () => {
  const bounds = noBounds(8, 8);
  include(bounds, 5, 2);
  expect(bounds).toEqual({ x0: 5, y0: 2, x1: 5, y1: 2 });
  include(bounds, 3, 6);
  include(bounds, 4, 4);
  expect(bounds).toEqual({ x0: 3, y0: 2, x1: 5, y1: 6 });
});

it('one lies in another, borders included', () => {
  const outer = { x0: 2, y0: 2, x1: 6, y1: 6 };
  expect(liesAround(outer, outer)).toBe(true);
  expect(liesAround(outer, { ...outer, x1: 7 })).toBe(false);
  expect(liesAround(outer, { ...outer, y0: 1 })).toBe(false);
});
