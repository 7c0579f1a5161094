import { expect, it } from 'vitest';
import type { UpsampledForm } from '../../../src/core/form/upsample.ts';
import { wearing } from '../../../src/core/relief/wearing.ts';
import { labelsFrom } from '../small.ts';

const square = { box: { x: 0, y: 0, width: 4, height: 4 }, width: 4, height: 4 };
const labels = labelsFrom(['1122', '1122', '1122', '1122']);
/** What was found: all lean to the right. */
const found: UpsampledForm = {
  labels,
  row: () => undefined,
  pixel: (_x, _label, to) => to.set([0.6, 0, 0.8, 0.5, 0.25]),
  over: () => found,
};
const plane = (value: number): Float32Array => new Float32Array(16).fill(value);

it('a part with a form by hand has its normals and openness, the other one what was found', () => {
  const byHand = { open: Float32Array.of(0.9, 0), views: [{ x: plane(-0.6), y: plane(0) }] };
  const form = wearing(found, byHand, 0, { square, grid: square });
  const at = (x: number, label: number): number[] => {
    const to = new Float32Array(5);
    form.row(1);
    form.pixel(x, label, to);
    return [...to].map((value) => Math.round(100 * value) / 100);
  };
  expect(at(0, 1)).toEqual([-0.6, 0, 0.8, 0.9, 0.25]);
  expect(at(3, 2)).toEqual([0.6, 0, 0.8, 0.5, 0.25]);
});
