import { expect, it } from 'vitest';
import { slashParts } from '../../../src/core/scene/slash-parts.ts';
import { polylines } from '../../../src/core/svg/path.ts';
import { inside } from '../../../src/core/svg/polyline.ts';

// Up to the right; a bar two broad ends on it from the left.
const SLASH = { from: [1, 9], to: [9, 1], width: 1.13 } as const;
const INK = polylines('M0.6 8.6L3.2 6H0V4H5.2L8.6 0.6L9.4 1.4L1.4 9.4Z');

it('ink besides the slash, and where a line ends at its side', () => {
  const { besides, ends } = slashParts(INK, SLASH)!;
  expect([inside(besides, 1, 5), inside(besides, 5, 5), inside(besides, 7, 3)]).toEqual([true, false, false]);
  expect(ends).toHaveLength(1);
  const [{ at, towards, aside }] = ends as [(typeof ends)[0]];
  expect(Math.hypot(at[0] - 4.2, at[1] - 5)).toBeLessThan(0.1);
  expect(towards.map((value) => Math.abs(Math.round(value)))).toEqual([1, 0]);
  expect(Math.abs(aside)).toBeCloseTo(0.62, 2);
});

it('ink that goes on past the slash’s tip stays', () => {
  const { besides } = slashParts(polylines('M0.6 8.6L8.6 0.6L9.4 1.4L1.4 9.4L0 10.8L-0.8 10Z'), SLASH)!;
  expect([inside(besides, 0, 10), inside(besides, 5, 5)]).toEqual([true, false]);
});

it('none where contours lie across each other', () => {
  expect(slashParts([...INK, ...polylines('M0 3H9V7H0Z')], SLASH)).toBeNull();
});
