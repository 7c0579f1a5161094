import { expect, it } from 'vitest';
import { fadedInto } from '../../../src/core/appearance/fading.ts';

const SIDE = 40;
const REGION = 2;

/** What is found of one region that fills a square in these greys. */
function found(grey: (x: number, y: number) => number): number {
  const base = new Uint8Array(3 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) base.fill(grey(i % SIDE, Math.floor(i / SIDE)), 3 * i, 3 * i + 3);
  const data = new Int32Array(SIDE * SIDE).fill(REGION);
  return fadedInto({ data, count: REGION + 1 }, base, SIDE)[REGION]!;
}

it('a bar that fades into the body is found by its long sides', () => {
  const bar = (x: number, y: number): number => (y > 14 && y < 26 ? 40 + 4 * x : 200);
  expect(found(bar)).toBe(1);
});

it('a gradient from end to end, and a soft highlight, are shade', () => {
  expect(found((x) => 40 + 4 * x)).toBe(0);
  expect(found((x, y) => Math.max(60, 220 - 8 * Math.hypot(x - 15, y - 12)))).toBe(0);
});

it('so is a highlight whose border is faint or short', () => {
  expect(found((x, y) => (y < 20 && x > 8 && x < 32 ? 150 : 120))).toBe(0);
  expect(found((x, y) => (x < 3 && y < 3 ? 40 : 200))).toBe(0);
});
