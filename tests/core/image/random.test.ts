import { expect, it } from 'vitest';
import { draws, shuffled } from '../../../src/core/image/random.ts';

const take = (seed: number, count: number): number[] => Array.from({ length: count }, draws(seed));

it('gives the same numbers for the same seed, others for others', () => {
  expect(take(7, 8)).toEqual(take(7, 8));
  expect(take(7, 8)).not.toEqual(take(8, 8));
});

it('gives Mulberry32 of its author, from 0 to 1', () => {
  // The first numbers of the published generator for the seed 0.
  expect(take(0, 2).map((value) => Math.round(value * 2 ** 32))).toEqual([1144304738, 1416247]);
  expect(take(3, 1000).every((value) => value >= 0 && value < 1)).toBe(true);
  expect(take(3, 1000).reduce((sum, value) => sum + value, 0) / 1000).toBeCloseTo(0.5, 1);
});

it('shuffles without losing or doubling, and leaves what it was given', () => {
  const items = [1, 2, 3, 4, 5, 6, 7, 8];
  const out = shuffled(items, draws(1));
  expect([...out].sort()).toEqual(items);
  expect(out).not.toEqual(items);
  expect(items).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});
