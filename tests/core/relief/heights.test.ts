import { expect, it } from 'vitest';
import { heightsOf } from '../../../src/core/relief/heights.ts';
import { badge } from './parts.ts';

const levels = { level: Float32Array.of(0, 3), edge: new Float32Array(2), outer: new Float32Array(2) };
/** Samples of 2 × 2 pixels. */
const square = { box: { x: 0, y: 0, width: 12, height: 12 }, width: 6, height: 6 };
const labels = {
  width: 6,
  height: 6,
  data: Int32Array.from('000000011110012210012210011110000000', Number),
};

it('gives each sample its part’s level, in samples', () => {
  const { own } = heightsOf(badge(), labels, levels, square);
  expect(own[2 * 6 + 2]).toBe(1.5);
  expect(own[1 * 6 + 1]).toBe(0);
});

it('others see the mean of the pixels that a sample covers', () => {
  const wide = { ...labels, data: labels.data.map((label) => (label === 2 ? 1 : label)) };
  const shifted = { ...square, box: { ...square.box, x: 1 } };
  const { data } = heightsOf(badge(), wide, levels, shifted);
  // Columns 3 and 4 of the picture: one pixel of the plate, one of the badge.
  expect(data[2 * 6 + 1]).toBeCloseTo(0.75, 5);
});

it('marks what something near rises above, and not what rises', () => {
  const { near: rough } = heightsOf(badge(), labels, levels, square);
  expect(rough[1 * 6 + 1]).toBe(1);
  expect(rough[2 * 6 + 2]).toBe(0);
  expect(rough[0]).toBe(0);
});
