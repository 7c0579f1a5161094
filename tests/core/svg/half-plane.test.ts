import { expect, it } from 'vitest';
import { cutFill } from '../../../src/core/svg/half-plane.ts';
import type { Polyline } from '../../../src/core/svg/polyline.ts';

const contour = (...points: number[]): Polyline => ({ points, closed: true });
const SQUARE = contour(0, 0, 10, 0, 10, 10, 0, 10);

it('half of a square, and how broad the cut is', () => {
  const half = cutFill([SQUARE], { axis: 0, at: 4, side: 1 })!;
  expect(half.contours).toEqual([contour(4, 0, 10, 0, 10, 10, 4, 10)]);
  const [[above, below]] = half.cuts as [(typeof half.cuts)[0]];
  expect([above.along, below.along, above.into[0], below.into[0]]).toEqual([0, 10, 1, 1]);
});

it('below a line across a ring two ends remain, each with a hole of its own side', () => {
  const hole = contour(3, 3, 3, 7, 7, 7, 7, 3);
  const { contours, cuts } = cutFill([SQUARE, hole], { axis: 1, at: 5, side: -1 })!;
  expect(contours).toHaveLength(1);
  expect(cuts.map(([from, to]) => [from.along, to.along])).toEqual([
    [0, 3],
    [7, 10],
  ]);
});

it('an arch is two feet above a line through both, each of its own', () => {
  const arch = contour(0, 0, 10, 0, 10, 10, 7, 10, 7, 3, 3, 3, 3, 10, 0, 10);
  const feet = cutFill([arch], { axis: 1, at: 6, side: 1 })!.contours;
  expect(feet.map(({ points }) => Math.min(...points.filter((_, i) => i % 2 === 0)))).toEqual([7, 0]);
});

it('what lies on the side is whole, what lies on the other is gone', () => {
  expect(cutFill([SQUARE], { axis: 0, at: -1, side: 1 })).toEqual({ contours: [SQUARE], cuts: [] });
  expect(cutFill([SQUARE], { axis: 0, at: -1, side: -1 })).toEqual({ contours: [], cuts: [] });
});

it('contours across each other are not cut', () => {
  const aside = contour(5, 5, 15, 5, 15, 15, 5, 15);
  expect(cutFill([SQUARE, aside], { axis: 1, at: 8, side: 1 })).toBeNull();
});
