import { expect, it } from 'vitest';
import { bendPane } from '../../../src/core/relief/pane.ts';

const SIDE = 8;
const all = Array.from({ length: SIDE * SIDE }, (_, i) => i);
const flat = (): Float32Array => new Float32Array(SIDE * SIDE);
const bent = (of: (x: number, y: number) => number, samples = all): Float32Array => {
  const to = { x: flat(), y: flat() };
  const x = Float32Array.from(all, (i) => of(i % SIDE, Math.floor(i / SIDE)));
  bendPane(to, { x, y: flat() }, samples, { width: SIDE });
  expect([...to.y].every((value) => value === 0)).toBe(true);
  return to.x;
};

it('a linear lean stays; noise on it goes', () => {
  const made = bent((x, y) => 0.05 * x - 0.02 * y + (x === 3 && y === 4 ? 0.4 : 0));
  // One value of 64 that is off by 0.4 moves the mean by 0.006.
  expect(made[2]! - made[1]!).toBeCloseTo(0.05, 2);
  expect(made[3 * SIDE]! - made[2 * SIDE]!).toBeCloseTo(-0.02, 2);
  expect(made[4 * SIDE + 3]!).toBeLessThan(0.1);
});

it('it bends and leans by no more than a pane does', () => {
  const made = bent((x) => (x < 4 ? -0.9 : 0.9));
  expect(Math.max(...made)).toBeLessThanOrEqual(0.3 + 1e-6);
  expect(Math.max(...bent(() => 0.95))).toBeCloseTo(0.6, 6);
});

it('a row of samples has its mean; other samples are left', () => {
  const made = bent((x) => 0.1 * x, [8, 9, 10, 11]);
  expect([...made.subarray(8, 12)].every((value) => Math.abs(value - 0.15) < 1e-6)).toBe(true);
  expect(made[0]).toBe(0);
});
