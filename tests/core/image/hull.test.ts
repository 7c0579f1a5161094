import { expect, it } from 'vitest';
import { hullOf, isInHull } from '../../../src/core/image/hull.ts';

const SQUARE: [number, number][] = [
  [2, 2],
  [8, 2],
  [8, 8],
  [2, 8],
];

it('a hull leaves out what lies inside and on its edges, clockwise', () => {
  const hull = hullOf([[5, 5], ...SQUARE, [5, 2], [4, 7]]);
  const first = hull.findIndex(([x, y]) => x === 2 && y === 2);
  expect([...hull.slice(first), ...hull.slice(0, first)]).toEqual(SQUARE);
});

it('holds what lies inside and on its edges', () => {
  const hull = hullOf(SQUARE);
  const asked: [number, number][] = [[5, 5], [2, 5], [8, 8], [1.9, 5], [5, 8.1], [9, 9]]; // prettier-ignore
  expect(asked.map(([x, y]) => isInHull(hull, x, y))).toEqual([true, true, true, false, false, false]);
});
