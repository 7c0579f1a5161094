import { expect, it } from 'vitest';
import { bendPolished } from '../../../src/core/relief/polished.ts';

const SIDE = 16;
const all = Array.from({ length: SIDE * SIDE }, (_, i) => i);
const flat = (): Float32Array => new Float32Array(SIDE * SIDE);
const bent = (of: (x: number, y: number) => number, samples = all): Float32Array | null => {
  const to = { x: flat(), y: flat() };
  const x = Float32Array.from(all, (i) => of(i % SIDE, Math.floor(i / SIDE)));
  return bendPolished(to, { x, y: flat() }, samples, { width: SIDE }) ? to.x : null;
};

it('a bonnet keeps its curve and loses the wave on it', () => {
  const curve = (x: number, y: number): number => 0.04 * (x - 8) - 0.002 * (y - 8) ** 2;
  const made = bent((x, y) => curve(x, y) + 0.05 * Math.sin(1.6 * x))!;
  for (const i of all) expect(Math.abs(made[i]! - curve(i % SIDE, Math.floor(i / SIDE)))).toBeLessThan(0.035);
});

it('what bled over at a border does not bend it', () => {
  const made = bent((x) => (x === SIDE - 1 ? -0.5 : 0.02 * x))!;
  expect(made[8 * SIDE + 8]).toBeCloseTo(0.16, 1);
});

it('a ridge, a few samples or a line of them are no such curve', () => {
  expect(bent((x) => (x < 8 ? -0.4 : 0.4))).toBeNull();
  expect(bent((x) => 0.02 * x, all.slice(0, 40))).toBeNull();
  expect(
    bent(
      (x) => 0.02 * x,
      [...Array<number>(100).keys()].map((k) => k % SIDE),
    ),
  ).toBeNull();
});

it('it never turns away from the viewer', () => {
  expect(Math.max(...bent((x) => 0.07 * x)!)).toBeLessThanOrEqual(0.9701);
});
