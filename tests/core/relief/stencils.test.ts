import { expect, it } from 'vitest';
import { stencilsOf } from '../../../src/core/relief/stencils.ts';
import { labelsFrom } from '../small.ts';

/** Left, right, up, down of a sample. */
function reachOf(rows: readonly string[], x: number, y: number): number[] {
  const { places, reach } = stencilsOf({ size: rows.length, domain: labelsFrom(rows).data });
  const k = places.indexOf(y * rows.length + x);
  return [...reach.subarray(4 * k, 4 * k + 4)];
}
const SQUARE = [
  '........',
  '........',
  '..1111..',
  '..1111..',
  '..1111..',
  '..1111..',
  '........',
  '........',
];

it('samples of a domain are listed, those at the square’s rim left out', () => {
  expect([
    ...stencilsOf({ size: 4, domain: labelsFrom(['1111', '11.1', '1111', '1111']).data }).places,
  ]).toEqual([5, 9, 10]);
});

it('inside, every neighbour is one away', () => {
  expect(reachOf(SQUARE, 3, 3)).toEqual([1, 1, 1, 1]);
});

it('a straight border lies half way to the next sample', () => {
  const half = Array.from({ length: 12 }, () => '1'.repeat(6) + '.'.repeat(6));
  const [left, right] = reachOf(half, 5, 6);
  expect(left).toBe(1);
  // The tent sees 6 of 9 at the last sample and 3 of 9 beyond: half is in the middle.
  expect(right).toBeCloseTo(0.5);
});

it('a border of two domains lies between them as well; at the rim of the square there is one', () => {
  const two = Array.from({ length: 12 }, () => '1'.repeat(6) + '2'.repeat(6));
  expect(reachOf(two, 5, 6)[1]).toBeCloseTo(0.5);
  expect(reachOf(two, 6, 6)[0]).toBeCloseTo(0.5);
  expect(reachOf(two, 1, 6)[0]).toBeLessThan(1);
});

it('at a corner the border comes nearer, and never nearer than a fifth', () => {
  const [left, , up] = reachOf(SQUARE, 2, 2);
  expect(left).toBe(up);
  expect(left).toBeLessThan(0.5);
  expect(left).toBeGreaterThanOrEqual(0.2 - 1e-6);
});
