import { expect, it } from 'vitest';
import type { UpsampledForm } from '../../../src/core/form/upsample.ts';
import { AS_FOUND } from '../../../src/core/relief/by-hand.ts';
import { replaceForm } from '../../../src/core/relief/replace-form.ts';
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

/** What its sampler gives at a column, for a part. */
function worn(...open: number[]): (x: number, label: number) => number[] {
  const byHand = { open: Float32Array.from(open), views: [{ x: plane(-0.6), y: plane(0) }] };
  const form = replaceForm(found, byHand, 0, { square, grid: square });
  return (x, label) => {
    const to = new Float32Array(5);
    form.row(1);
    form.pixel(x, label, to);
    return [...to].map((value) => Math.round(100 * value) / 100);
  };
}

it('a part with a form by hand has its normals and openness, the other one what was found', () => {
  const at = worn(0.9, 0);
  expect(at(0, 1)).toEqual([-0.6, 0, 0.8, 0.9, 0.25]);
  expect(at(3, 2)).toEqual([0.6, 0, 0.8, 0.5, 0.25]);
});

it('what is polished is as open as found, and as found where it is too thin for a sample', () => {
  const at = worn(AS_FOUND, AS_FOUND);
  expect(at(0, 1)).toEqual([-0.6, 0, 0.8, 0.5, 0.25]);
  expect(at(3, 1)).toEqual([0.6, 0, 0.8, 0.5, 0.25]);
});
