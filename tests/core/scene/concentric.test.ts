import { expect, it } from 'vitest';
import { concentric } from '../../../src/core/scene/concentric.ts';

/** A square box about (x, y). */
const round = (half: number, x = 100, y = 100) => ({
  x0: x - half,
  x1: x + half,
  y0: y - half,
  y1: y + half,
});

it('two and more about the middle of the ring round all', () => {
  expect([...concentric([round(20), round(100), round(60)])]).toEqual([0, 2]);
});

it('not one alone, none aside, none within what is no ring round all', () => {
  expect([...concentric([round(100), round(60)])]).toEqual([]);
  expect([...concentric([round(100), round(60), round(20, 130)])]).toEqual([]);
  expect([...concentric([round(60), round(30), round(10), { x0: 0, x1: 300, y0: 0, y1: 20 }])]).toEqual([]);
  expect([...concentric([round(100), round(60), { x0: 60, x1: 140, y0: 90, y1: 110 }])]).toEqual([]);
  expect([...concentric([])]).toEqual([]);
});
