import { expect, it } from 'vitest';
import { factorised, solved } from '../../../src/core/relief/cholesky.ts';

it('solves three equations', () => {
  // Its factor is 2; 1 1; 3 2 1. The upper triangle is not read.
  const matrix = Float64Array.of(4, NaN, NaN, 2, 2, NaN, 6, 5, 14);
  expect(factorised(matrix, 3)).toBe(true);
  // 4 + 2·2 + 6·3, 2 + 2·2 + 5·3, 6 + 5·2 + 14·3.
  expect([...solved(matrix, Float64Array.of(26, 21, 58))]).toEqual([1, 2, 3]);
});

it('says where there is no one answer', () => {
  expect(factorised(Float64Array.of(1, 0, 2, 4), 2)).toBe(false);
});
