// In: a plane of numbers from 0 on. Out: the same, blurred along either axis.
// Three box blurs in place of a Gaussian (Wells 1986), by running sums.
import type { Plane } from '../sketch.ts';
import { boundsOf } from './bounds.ts';

/** Rows and columns from … to, without the last. */
interface Span {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Three box blurs along each axis are as good as a Gaussian; sigma in cells, 0: not along that axis. */
export function blurred(plane: Plane, across: number, down: number): Float32Array {
  let now = plane;
  // Only where something is, and as far as it is carried.
  const found = boundsOf(plane, Number.MIN_VALUE);
  if (!found) return plane.data;
  let bounds: Span = { ...found, x1: found.x1 + 1, y1: found.y1 + 1 };
  for (let turn = 0; turn < 3; turn++) {
    if (across > 0) [now, bounds] = boxedAcross(now, across, bounds);
    if (down > 0) [now, bounds] = boxedDown(now, down, bounds);
  }
  return now.data;
}

/** A window of fractional radius. Variance of a box of width w is w² / 12; three of them make sigma². */
function windowOf(sigma: number): { whole: number; part: number; scale: number } {
  const half = Math.max(0, sigma - 0.5);
  const whole = Math.floor(half);
  return { whole, part: half - whole, scale: 1 / (2 * half + 1) };
}

/** Mean over a window along each row; outside is 0. */
function boxedAcross(
  { width, height, data: plane }: Plane,
  sigma: number,
  { x0, y0, x1, y1 }: Span,
): [Plane, Span] {
  const out = new Float32Array(width * height);
  const { whole, part, scale } = windowOf(sigma);
  const [from, to] = [Math.max(0, x0 - whole - 1), Math.min(width, x1 + whole + 1)];
  // A row with zeros on either side, as many as the window reaches.
  const pad = whole + 1;
  const line = new Float64Array(width + 2 * pad);
  for (let y = y0; y < y1; y++) {
    const start = y * width;
    for (let x = x0; x < x1; x++) line[pad + x] = plane[start + x]!;
    let sum = 0;
    for (let k = from + 1; k < from + 2 * pad; k++) sum += line[k]!;
    for (let x = from; x < to; x++) {
      const right = line[x + 2 * pad]!;
      out[start + x] = (sum + part * (line[x]! + right)) * scale;
      sum += right - line[x + 1]!;
    }
  }
  return [
    { width, height, data: out },
    { x0: from, x1: to, y0, y1 },
  ];
}

/** The same along each column, all columns at once. */
function boxedDown(
  { width, height, data: plane }: Plane,
  sigma: number,
  { x0, y0, x1, y1 }: Span,
): [Plane, Span] {
  const out = new Float32Array(width * height);
  const { whole, part, scale } = windowOf(sigma);
  const [from, to] = [Math.max(0, y0 - whole - 1), Math.min(height, y1 + whole + 1)];
  const sums = new Float64Array(width);
  for (let y = from; y <= Math.min(from + whole, y1 - 1); y++)
    for (let x = x0; x < x1; x++) sums[x] = sums[x]! + plane[y * width + x]!;
  const end = plane.length;
  for (let y = from; y < to; y++) {
    let above = (y - whole - 1) * width + x0;
    let first = above + width;
    let below = (y + whole + 1) * width + x0;
    for (let x = x0, at = y * width + x0; x < x1; x++, at++, above++, first++, below++) {
      const sum = sums[x]!;
      const next = below < end ? plane[below]! : 0;
      out[at] = (sum + part * ((above >= 0 ? plane[above]! : 0) + next)) * scale;
      sums[x] = sum + (next - (first >= 0 ? plane[first]! : 0));
    }
  }
  return [
    { width, height, data: out },
    { x0, x1, y0: from, y1: to },
  ];
}
