import { expect, it } from 'vitest';
import { withoutRuling } from '../../../src/core/photo/ruled.ts';
import type { Plane } from '../../../src/core/sketch.ts';

const SIDE = 64;
const plane = (at: (x: number, y: number) => number): Plane => ({
  width: SIDE,
  height: SIDE,
  data: Float32Array.from({ length: SIDE * SIDE }, (_, i) => at(i % SIDE, Math.floor(i / SIDE))),
});

it('lines at one distance go, across and down; what lies between stays', () => {
  const squared = plane((x, y) => (x % 8 === 4 || y % 8 === 4 ? 0.2 : 0));
  expect(Math.max(...withoutRuling(squared).data)).toBe(0);
  const lined = plane((x, y) => (x === 30 && y % 8 !== 4 ? 0.8 : y % 8 === 4 ? 0.2 : 0));
  const left = withoutRuling(lined).data;
  expect(left[SIDE * 8 + 30]).toBeCloseTo(0.8);
  expect(left[SIDE * 12 + 10]).toBe(0);
});

it('pencil over a line, much darker than it, stays', () => {
  const over = plane((x, y) => (y % 8 === 4 ? (x === 30 ? 0.7 : 0.2) : 0));
  expect(withoutRuling(over).data[SIDE * 12 + 30]).toBeCloseTo(0.7);
});

it('shading that repeats only a few times is no ruling', () => {
  const data = new Float32Array(200 * 200);
  for (const y of [40, 90, 140]) data.fill(0.5, y * 200, y * 200 + 400);
  const plane = { width: 200, height: 200, data };
  expect(withoutRuling(plane).data).toEqual(data);
});
