// In: normals as found over a model square, the samples of one part. Out: the normals of a smooth pane there.
// A pane is a quadric: its slopes are linear in x and y, by least squares over what was found (normal
// equations).
import type { Plane } from '../sketch.ts';

// Sine of the lean: a pane turns no further away, and over half its size bends by no more.
const MOST_LEAN = 0.6;
const MOST_BEND = 0.3;

/** In place, at `samples` (indices); `x` right, `y` up, as in Bent. `found`: the normals' x and y. */
export function bendPane(
  to: { x: Float32Array; y: Float32Array },
  found: { x: Float32Array; y: Float32Array },
  samples: readonly number[],
  { width }: Pick<Plane, 'width'>,
): void {
  for (const axis of ['x', 'y'] as const) {
    const at = planeThrough(samples, width, found[axis]);
    for (const i of samples) to[axis][i] = Math.min(MOST_LEAN, Math.max(-MOST_LEAN, at(i)));
  }
}

/**
 * a + b u + c v over the samples' places, nearest to the values; a thin part of one row has its mean alone.
 */
function planeThrough(
  samples: readonly number[],
  width: number,
  values: Float32Array,
): (i: number) => number {
  const n = samples.length;
  let [u0, v0, mean] = [0, 0, 0];
  for (const i of samples) {
    u0 += i % width;
    v0 += Math.floor(i / width);
    mean += values[i]!;
  }
  [u0, v0, mean] = [u0 / n, v0 / n, mean / n];
  let [uu, uv, vv, ur, vr, far] = [0, 0, 0, 0, 0, 0];
  for (const i of samples) {
    const u = (i % width) - u0;
    const v = Math.floor(i / width) - v0;
    uu += u * u;
    uv += u * v;
    vv += v * v;
    ur += u * (values[i]! - mean);
    vr += v * (values[i]! - mean);
    far = Math.max(far, Math.abs(u), Math.abs(v));
  }
  const determinant = uu * vv - uv * uv;
  if (determinant < 1e-6 * n * n) return () => mean;
  const most = MOST_BEND / far;
  const limited = (slope: number): number => Math.min(most, Math.max(-most, slope));
  const along = limited((ur * vv - vr * uv) / determinant);
  const down = limited((vr * uu - ur * uv) / determinant);
  return (i) => mean + along * ((i % width) - u0) + down * (Math.floor(i / width) - v0);
}
