// Two parts side by side on a square of 24 samples; each looks its own way but for what the network mixed.
import { expect, it } from 'vitest';
import { unbleed } from '../../../src/core/form/bleed.ts';
import { SAMPLED } from '../../../src/core/form/confidence.ts';

const SIZE = 24;
const LEFT = [-0.6, 0, 0.8];
const RIGHT = [0.8, 0, 0.6];

/** Part 1 left of column 12, part 2 right of it; `normals`: of a column. */
function square(normals: (x: number) => readonly number[]) {
  const label = Int32Array.from({ length: SIZE * SIZE }, (_, i) => (i % SIZE < 12 ? 1 : 2));
  const values = new Float32Array(SAMPLED * SIZE * SIZE).fill(0.5);
  for (let i = 0; i < SIZE * SIZE; i++) values.set(normals(i % SIZE), SAMPLED * i);
  return { size: SIZE, label, values };
}
const normalAt = ({ values }: { values: Float32Array }, x: number): number[] =>
  [...values.subarray(SAMPLED * (12 * SIZE + x), SAMPLED * (12 * SIZE + x) + 3)].map(
    (v) => Math.round(v * 100) / 100,
  );

it('what looks as the part beside it takes its own part’s normal; all else stays', () => {
  const samples = square((x) => (x < 12 ? LEFT : x < 14 ? LEFT : RIGHT));
  unbleed(samples);
  expect([10, 11, 12, 13, 14, 20].map((x) => normalAt(samples, x))).toEqual([
    LEFT,
    LEFT,
    RIGHT,
    RIGHT,
    RIGHT,
    RIGHT,
  ]);
  // Occlusion and thickness are not the normal's.
  expect([...samples.values.subarray(SAMPLED * (12 * SIZE + 12) + 3, SAMPLED * (12 * SIZE + 13))]).toEqual([
    0.5, 0.5,
  ]);
});

it('parts that are one surface, and a bend away from both, are left alone', () => {
  for (const normals of [
    () => LEFT,
    (x: number) => (x < 12 ? LEFT : x < 14 ? [0.6, 0.6, 0.53] : RIGHT),
    (x: number) => [Math.sin((x - 12) / 20), 0, Math.cos((x - 12) / 20)],
  ]) {
    const samples = square(normals);
    const before = samples.values.slice();
    unbleed(samples);
    expect(samples.values).toEqual(before);
  }
});

it('a part that is mixed all over has nothing to go by, and stays', () => {
  const samples = square(() => LEFT);
  samples.label.forEach((_, i) => (samples.label[i] = i % SIZE === 12 ? 2 : 1));
  for (let y = 0; y < SIZE; y++) samples.values.set(RIGHT, SAMPLED * (y * SIZE + 3));
  const before = samples.values.slice();
  unbleed(samples);
  expect(samples.values).toEqual(before);
});
