import { expect, it } from 'vitest';
import { isSheet, straighten } from '../../../src/core/photo/straighten.ts';
import type { Corners } from '../../../src/core/photo-tune.ts';
import type { Rgba } from '../../../src/core/sketch.ts';

/** 8 × 8, opaque: red is ten times the column, green ten times the row. */
function slopes(): Rgba {
  const data = new Uint8Array(4 * 64);
  for (let i = 0; i < 64; i++) data.set([10 * (i % 8), 10 * Math.floor(i / 8), 0, 255], 4 * i);
  return { width: 8, height: 8, data };
}

const at = ({ data }: Rgba, x: number, y: number): number[] => [
  ...data.subarray(4 * (8 * y + x), 4 * (8 * y + x) + 4),
];

const WHOLE: Corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

it('a sheet that is the whole image stays as it is', () => {
  expect(straighten(slopes(), WHOLE).data).toEqual(slopes().data);
});

it('half a sheet is enlarged to the image’s height, and what lies beside it is transparent', () => {
  // Columns 2 to 5 of all rows: 4 × 8 pixels already, in the middle; the sheet's own edge is left out.
  const half: Corners = [
    [0.25, 0],
    [0.75, 0],
    [0.75, 1],
    [0.25, 1],
  ];
  const straight = straighten(slopes(), half);
  expect(at(straight, 1, 4)).toEqual([0, 0, 0, 0]);
  expect(at(straight, 2, 4)).toEqual([20, 40, 0, 255]);
  expect(at(straight, 5, 4)).toEqual([50, 40, 0, 255]);
  expect(at(straight, 6, 4)).toEqual([0, 0, 0, 0]);
});

it('a sheet photographed from one side is widened where it was farther away', () => {
  // Half as wide at its top: its own middle column still lies in the middle, its far half
  // takes less than half of the image.
  const trapezoid: Corners = [
    [0.25, 0],
    [0.75, 0],
    [1, 1],
    [0, 1],
  ];
  const straight = straighten(slopes(), trapezoid);
  const [upper, lower] = [at(straight, 1, 2), at(straight, 1, 5)];
  // Near the left edge of the sheet red starts farther right at the top: 2 to 0 columns in.
  expect(upper[0]).toBeGreaterThan(lower[0]!);
  // Rows of the sheet are closer together at its far end: its middle lies above the image's.
  expect(at(straight, 4, 4)[1]).toBeLessThan(35);
});

it('corners that cross, or go round the other way, are no sheet', () => {
  expect(isSheet(WHOLE)).toBe(true);
  expect(isSheet([WHOLE[1], WHOLE[0], WHOLE[2], WHOLE[3]])).toBe(false);
  expect(isSheet([WHOLE[3], WHOLE[2], WHOLE[1], WHOLE[0]])).toBe(false);
  expect(isSheet([WHOLE[0], WHOLE[0], WHOLE[2], WHOLE[3]])).toBe(false);
});
