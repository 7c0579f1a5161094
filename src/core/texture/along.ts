// In: a form over its model square, which parts wear a texture. Out: how much longer the way is along their
// surface.
// Arc length: from each part's middle row the foreshortening of its normals is summed up, column by column
// and the other way; a texture that is laid out by it closes up towards the rims and runs over what bends.
import type { UpsampledForm } from '../form/upsample.ts';
import { SAMPLED } from '../form/upsample.ts';
import type { Grid } from '../image/grid.ts';

/** One entry a sample of the square: what is to be added to its place, in drawing units, right and up. */
export interface Along {
  labels: Int32Array;
  square: Grid;
  x: Float32Array;
  y: Float32Array;
  /** How much longer its way is than it looks, as many doublings: a pixel covers so much more. */
  doublings: Float32Array;
}

export interface Middle {
  /** Drawing units. */
  x: number;
  y: number;
}

// No surface is taken to be longer than so many times what is seen of it.
const LONGEST = 2.6;

/** `middles`: one a part; null: it wears none. */
export function alongOf(form: UpsampledForm, square: Grid, middles: readonly (Middle | null)[]): Along {
  const { width: size, data: labels } = form.labels;
  const [across, up] = foreshortened(form, square, middles);
  const unit = square.box.width / size;
  const x = new Float32Array(size * size);
  const y = new Float32Array(size * size);
  const doublings = across.map((more, i) => Math.log2(1 + Math.max(more, up[i]!)));
  const columns = Int32Array.from(middles, (one) =>
    one ? clamped((one.x - square.box.x) / unit, size) : -1,
  );
  const rows = Int32Array.from(middles, (one) => (one ? clamped((one.y - square.box.y) / unit, size) : -1));
  for (let k = 0; k < size; k++) {
    summed({ from: k * size, step: 1, size }, { labels, starts: columns, more: across }, x);
    summed({ from: k, step: size, size }, { labels, starts: rows, more: up }, y);
  }
  for (let i = 0; i < x.length; i++) {
    x[i] = x[i]! * unit;
    y[i] = -y[i]! * unit; // rows run downwards
  }
  return { labels, square, x, y, doublings };
}

const clamped = (at: number, size: number): number => Math.min(size - 1, Math.max(0, Math.floor(at)));

interface Line {
  /** Index of its first sample, and from one to the next. */
  from: number;
  step: number;
  size: number;
}

interface Summed {
  labels: Int32Array;
  /** One a part: where along the line its sum begins, to both sides; -1: nothing of it is summed. */
  starts: Int32Array;
  more: Float32Array;
}

/** Sums `more` along a line, of each part's samples for itself, all parts at once. */
function summed({ from, step, size }: Line, { labels, starts, more }: Summed, to: Float32Array): void {
  const sums = new Float64Array(starts.length);
  for (let k = 0, at = from; k < size; k++, at += step) {
    const part = labels[at]! - 1;
    if (part < 0 || starts[part]! < 0 || k < starts[part]!) continue;
    const half = 0.5 * more[at]!;
    to[at] = sums[part]! + half;
    sums[part] = sums[part]! + half + half;
  }
  sums.fill(0);
  for (let k = size - 1, at = from + k * step; k >= 0; k--, at -= step) {
    const part = labels[at]! - 1;
    if (part < 0 || k >= starts[part]!) continue;
    const half = 0.5 * more[at]!;
    to[at] = sums[part]! - half;
    sums[part] = sums[part]! - half - half;
  }
}

/** Per sample how much longer than 1 it is along the surface, to the right and up. */
function foreshortened(
  form: UpsampledForm,
  square: Grid,
  middles: readonly (Middle | null)[],
): [Float32Array, Float32Array] {
  const { width: size, data: labels } = form.labels;
  const across = new Float32Array(size * size);
  const up = new Float32Array(size * size);
  const sampler = form.over(square);
  const own = new Float32Array(SAMPLED);
  for (let v = 0, i = 0; v < size; v++) {
    sampler.row(v);
    for (let u = 0; u < size; u++, i++) {
      const label = labels[i]!;
      if (label === 0 || !middles[label - 1]) continue;
      sampler.pixel(u, label, own);
      const facing = Math.max(0.05, own[2]!);
      across[i] = Math.min(LONGEST, Math.hypot(1, own[0]! / facing)) - 1;
      up[i] = Math.min(LONGEST, Math.hypot(1, own[1]! / facing)) - 1;
    }
  }
  return [across, up];
}
