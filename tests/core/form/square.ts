// In: labels at the square's size and a normal for each sample. Out: what the stages of form take, one
// picture pixel a sample.
import type { Settled } from '../../../src/core/form/confidence.ts';
import type { Intrinsic } from '../../../src/core/form/tensor.ts';
import type { Grid } from '../../../src/core/image/grid.ts';
import type { Parts } from '../../../src/core/parts/parts.ts';
import { labelsFrom } from '../small.ts';

export type Vector = readonly [number, number, number];

/** Occlusion and thickness: a column's number and a row's number, in tenths. */
export function squareOf(
  rows: readonly string[],
  normal: (x: number, y: number) => Vector,
): { intrinsic: Intrinsic; square: Grid; found: Parts } {
  const labels = labelsFrom(rows);
  const size = rows.length;
  const plane = (value: (x: number, y: number) => number): Float32Array =>
    Float32Array.from(labels.data, (_, i) => value(i % size, Math.floor(i / size)));
  const grid = { box: { x: 0, y: 0, width: size, height: size }, width: size, height: size };
  const alpha = { ...labels, data: Uint8Array.from(labels.data, (label) => (label > 0 ? 255 : 0)) };
  return {
    intrinsic: {
      size,
      normal: [
        plane((x, y) => normal(x, y)[0]),
        plane((x, y) => normal(x, y)[1]),
        plane((x, y) => normal(x, y)[2]),
      ],
      occlusion: plane((x) => x / 10),
      thickness: plane((_, y) => y / 10),
      shadow: plane(() => 0),
      coverage: plane(() => 1),
    },
    square: grid,
    found: { grid, labels, alpha, parts: [] },
  };
}

/** All trusted, nothing near a line. Values: the normal, 1, 0.5. */
export function settledOf(rows: readonly string[], normal: (x: number, y: number) => Vector): Settled {
  const label = labelsFrom(rows).data;
  const size = rows.length;
  const values = new Float32Array(5 * label.length);
  label.forEach((_, i) => values.set([...normal(i % size, Math.floor(i / size)), 1, 0.5], 5 * i));
  return {
    size,
    values,
    label,
    trust: new Float32Array(label.length).fill(1),
    even: new Uint8Array(label.length),
    walled: new Uint8Array(label.length),
  };
}
