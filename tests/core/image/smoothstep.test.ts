import { expect, it } from 'vitest';
import { smoothstep } from '../../../src/core/image/smoothstep.ts';

it('is 0 below, 1 above, half in the middle, and level at both edges', () => {
  const at = (value: number): number => smoothstep(2, 6, value);
  expect([at(-1), at(2), at(6), at(9)]).toEqual([0, 0, 1, 1]);
  expect(at(4)).toBe(0.5);
  // t = ¼: 3/16 − 2/64.
  expect(at(3)).toBe(0.15625);
  expect(at(3) + at(5)).toBe(1);
  expect(at(2.004)).toBeLessThan(0.00001);
});
