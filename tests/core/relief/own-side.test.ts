import { expect, it } from 'vitest';
import { openOwnSide } from '../../../src/core/relief/own-side.ts';

const square = { box: { x: 0, y: 0, width: 4, height: 4 }, width: 4, height: 4 };
/** Twice as fine. */
const grid = { box: square.box, width: 8, height: 8 };
const labels = Int32Array.from('1122112211221122', Number);
const values = Float32Array.from(labels, (label, i) => (label === 1 ? i % 4 : 10));

function valueAt(x: number, label: number): number {
  const side = openOwnSide(labels, square, grid);
  side.row(3);
  return side.pixel(x, label, values, -1);
}

it('is bilinear within a part', () => {
  expect(valueAt(1, 1)).toBeCloseTo(0.25, 5);
  expect(valueAt(2, 1)).toBeCloseTo(0.75, 5);
});

it('takes nothing from beyond a border', () => {
  expect(valueAt(3, 1)).toBeCloseTo(1, 5);
  expect(valueAt(4, 2)).toBeCloseTo(10, 5);
});

it('says what it is told to where its part has no sample', () => {
  expect(valueAt(7, 1)).toBe(-1);
});
