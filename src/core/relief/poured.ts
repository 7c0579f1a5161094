// In: the samples of a liquid over a model square. Out: their normals there.
// A column of liquid in a vessel: from side to side it turns away as a vessel's wall does, late and then fast
// (a cubic slope), at the bottom later still, and above it is level.
import type { Plane } from '../sketch.ts';

// Sine of the lean at the sides and at the bottom; which share of it comes evenly, and how late it comes.
const ASIDE = { steepest: 0.82, round: 0.16 } as const;
const BELOW = { steepest: 0.6, power: 9 } as const;

/** In place, at `samples` (indices, row by row); `x` right, `y` up, as in Bent. */
export function pourInto(
  to: { x: Float32Array; y: Float32Array },
  samples: readonly number[],
  { width, height }: Pick<Plane, 'width' | 'height'>,
): void {
  const [left, right] = [new Float32Array(height).fill(width), new Float32Array(height).fill(-1)];
  const [top, bottom] = [new Int32Array(width).fill(height), new Int32Array(width).fill(-1)];
  for (const i of samples) {
    const [u, v] = [i % width, Math.floor(i / width)];
    left[v] = Math.min(left[v]!, u);
    right[v] = Math.max(right[v]!, u);
    top[u] = Math.min(top[u]!, v);
    bottom[u] = Math.max(bottom[u]!, v);
  }
  const filled = right.map((at) => (at < 0 ? 0 : 1));
  for (const ends of [left, right]) even(ends, filled);
  for (const i of samples) {
    const [u, v] = [i % width, Math.floor(i / width)];
    const wide = right[v]! - left[v]! + 1;
    const aside = Math.max(-1, Math.min(1, (2 * u - left[v]! - right[v]!) / wide));
    const below = (v - top[u]!) / (bottom[u]! - top[u]! + 1);
    to.x[i] = ASIDE.steepest * aside * (ASIDE.round + (1 - ASIDE.round) * aside * aside);
    // Together no longer than 1.
    to.y[i] = -BELOW.steepest * below ** BELOW.power * Math.sqrt(1 - to.x[i] ** 2);
  }
}

// Rows to either side that a row's ends are the mean of: a slanting wall comes in steps of whole samples.
const EVEN_ROWS = 6;

/** In place, of the rows that are `filled` (1). */
function even(ends: Float32Array, filled: Float32Array): void {
  const as = ends.slice();
  for (let v = 0; v < ends.length; v++) {
    if (filled[v] !== 1) continue;
    let [sum, count] = [0, 0];
    // Evenly to both sides, so that a straight wall stays where it is.
    for (let k = 0; k <= EVEN_ROWS; k++) {
      if (filled[v - k] !== 1 || filled[v + k] !== 1) break;
      sum += as[v - k]! + as[v + k]!;
      count += 2;
    }
    ends[v] = sum / count;
  }
}
