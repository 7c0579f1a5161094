import { expect, it } from 'vitest';
import { labelsFrom } from '../small.ts';
import { areasOf, twinsOf } from '../../../src/core/parts/twins.ts';

const area = (pixels: number, across: number, down: number, x0 = 0) => ({
  pixels,
  box: { x0, y0: 0, x1: x0 + across - 1, y1: down - 1 },
});

it('twins are of one size, wherever and on whichever side they lie', () => {
  expect(
    twinsOf([area(900, 50, 20), area(910, 20, 51, 70), area(900, 30, 30), area(880, 49, 20, 9)]),
  ).toEqual([0, 0, 2, 0]);
});

it('what differs is itself', () => {
  expect(twinsOf([area(900, 50, 20), area(700, 50, 20), area(900, 60, 20)])).toEqual([0, 1, 2]);
  expect(twinsOf([])).toEqual([]);
});

it('areas are counted by their numbers', () => {
  expect(areasOf(labelsFrom(['11.', '..2', '..2']), 3).slice(1)).toEqual([
    { pixels: 2, box: { x0: 0, y0: 0, x1: 1, y1: 0 } },
    { pixels: 2, box: { x0: 2, y0: 1, x1: 2, y1: 2 } },
  ]);
});
