import { expect, it } from 'vitest';
import { isBarredRing } from '../../../src/core/parts/barred-ring.ts';

const RING = { x0: 0, y0: 0, x1: 99, y1: 99 };
const DISC = (Math.PI / 4) * 10_000;
/** Two halves so far from the middle, each as large as that. */
const halves = (x: number, y: number, sizes = [2500, 2500]) =>
  [1, -1].map((side, i) => ({ size: sizes[i]!, x: 49.5 + side * x, y: 49.5 + side * y }));
const ink = DISC - 5000;

it('a disc in two halves that lie at a slant', () => {
  expect(isBarredRing({ ...RING, ink }, halves(15, 15))).toBe(true);
  expect(isBarredRing({ ...RING, ink }, halves(15, -13))).toBe(true);
  expect(isBarredRing({ ...RING, ink }, [...halves(15, 15), { size: 3, x: 4, y: 4 }])).toBe(true);
});

it('no ball with a seam, no pill, no three fields, no two that differ', () => {
  expect(isBarredRing({ ...RING, ink }, halves(0, 21))).toBe(false);
  expect(isBarredRing({ ...RING, ink: 5000 }, halves(15, 15))).toBe(false);
  expect(isBarredRing({ ...RING, x1: 139, ink: 1.4 * DISC - 5000 }, halves(15, 15))).toBe(false);
  expect(isBarredRing({ ...RING, ink: DISC - 6000 }, [...halves(15, 15), { size: 1000, x: 50, y: 50 }])).toBe(
    false,
  );
  expect(isBarredRing({ ...RING, ink }, halves(15, 15, [4000, 1000]))).toBe(false);
  expect(isBarredRing({ ...RING, ink: DISC }, [])).toBe(false);
});
