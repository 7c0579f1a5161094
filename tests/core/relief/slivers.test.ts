import { expect, it } from 'vitest';
import { evenOutSlivers, sliversOf } from '../../../src/core/relief/slivers.ts';

const SIDE = 64;

/** Part 1 above a strip of part 2 that slants down by one sample in eight, part 3 below it. */
function strip(high: number): { width: number; height: number; data: Int32Array } {
  const data = Int32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const down = Math.floor(i / SIDE) - 20 - Math.floor((i % SIDE) / 8);
    return down < 0 ? 1 : down < high ? 2 : 3;
  });
  return { width: SIDE, height: SIDE, data };
}

it('a strip of two samples is one, what is broad beside it is none, nor is a broader strip', () => {
  const labels = strip(2);
  const places = [...sliversOf(labels)];
  expect(new Set(places.map((i) => labels.data[i]))).toEqual(new Set([2]));
  expect(places).toHaveLength(2 * (SIDE - 2));
  expect([...sliversOf(strip(8))]).toEqual([]);
});

it('what goes up and down along it with the steps of its border becomes even, and other parts stay', () => {
  const labels = strip(2);
  // Seen from one end of each step to the other: 0 to 1.
  const values = Float32Array.from(labels.data, (_, i) => ((i % SIDE) % 8) / 7);
  const before = values.slice();
  const slivers = sliversOf(labels);
  evenOutSlivers(labels, slivers, values);
  const inner = [...slivers].filter((i) => i % SIDE > 12 && i % SIDE < SIDE - 12).map((i) => values[i]!);
  expect(Math.max(...inner) - Math.min(...inner)).toBeLessThan(0.15);
  expect(inner.reduce((sum, value) => sum + value, 0) / inner.length).toBeCloseTo(0.5, 1);
  for (const [i, value] of values.entries()) if (labels.data[i] !== 2) expect(value).toBe(before[i]);
});
