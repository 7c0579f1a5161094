// In: the intrinsic image at the model's size and the parts at the picture's. Out: a sampler that enlarges inside each part.
//
//   model samples      A A A│B B        Between two samples of one part values are a smooth curve (quadratic B-spline).
//   picture pixels  aaaaaaaa│bbbbbbbb   At a border only samples of the pixel's own part count, so the edge stays as
//                                       sharp as the drawing is, and neither side bleeds into the other.
import { between, type Grid } from './fit.ts';
import type { Parts } from './parts.ts';
import type { Plane } from './sketch.ts';
import type { Intrinsic } from './tensor.ts';

/** normal.x, normal.y, normal.z, occlusion, thickness. */
export const SAMPLED = 5;

export interface Sampler {
  /** Writes SAMPLED values of pixel `x` into `to` from `at`, `step` apart. Call `row` first. */
  pixel: (x: number, label: number, to: Float32Array, at: number, step: number) => void;
  row: (y: number) => void;
}

export function openSampler(intrinsic: Intrinsic, square: Grid, found: Parts): Sampler {
  const { size } = intrinsic;
  const { grid, labels } = found;
  const low = lowLabels(square, grid, labels);
  const planes = settled([...intrinsic.normal, intrinsic.occlusion, intrinsic.thickness], low, size);
  const even = uniform(low, size);
  const to = between(grid, square);
  // One row of the square's samples, already weighted down the column.
  const column = new Float32Array(SAMPLED * size);
  const wy = new Float32Array(3);
  const wx = new Float32Array(3);
  // The columns' taps are the same in every row.
  const middles = new Int32Array(grid.width);
  const weights = new Float32Array(3 * grid.width);
  for (let x = 0; x < grid.width; x++) {
    middles[x] = tap(to.x(x), size, wx);
    weights.set(wx, 3 * x);
  }
  const sum = new Float32Array(SAMPLED);
  let iy = 0;

  return {
    row(y) {
      iy = tap(to.y(y), size, wy);
      for (let c = 0; c < SAMPLED; c++) {
        const plane = planes[c] as Float32Array;
        const top = (iy - 1) * size;
        for (let x = 0; x < size; x++) {
          column[c * size + x] =
            (wy[0] as number) * (plane[top + x] as number) +
            (wy[1] as number) * (plane[top + size + x] as number) +
            (wy[2] as number) * (plane[top + 2 * size + x] as number);
        }
      }
    },
    pixel(x, label, out, at, step) {
      const ix = middles[x] as number;
      wx[0] = weights[3 * x] as number;
      wx[1] = weights[3 * x + 1] as number;
      wx[2] = weights[3 * x + 2] as number;
      const centre = iy * size + ix;
      if (even[centre] === 1 && low[centre] === label) {
        for (let c = 0; c < SAMPLED; c++) {
          const from = c * size + ix;
          sum[c] =
            wx[0] * (column[from - 1] as number) +
            wx[1] * (column[from] as number) +
            wx[2] * (column[from + 1] as number);
        }
      } else gather(planes, low, size, ix, iy, wx, wy, label, sum);
      const nx = sum[0] as number;
      const ny = sum[1] as number;
      const nz = sum[2] as number;
      const long = Math.sqrt(nx * nx + ny * ny + nz * nz);
      const scale = long > 1e-4 ? 1 / long : 0;
      out[at] = nx * scale;
      out[at + step] = ny * scale;
      out[at + 2 * step] = scale === 0 ? 1 : nz * scale;
      out[at + 3 * step] = sum[3] as number;
      out[at + 4 * step] = sum[4] as number;
    },
  };
}

/** Weights of the three samples around u (sample i has its centre at i + 0.5); returns the middle one, kept off the rim. */
function tap(u: number, size: number, weights: Float32Array): number {
  const middle = Math.min(size - 2, Math.max(1, Math.floor(u)));
  const f = Math.min(0.5, Math.max(-0.5, u - 0.5 - middle));
  weights[0] = 0.5 * (0.5 - f) * (0.5 - f);
  weights[1] = 0.75 - f * f;
  weights[2] = 0.5 * (0.5 + f) * (0.5 + f);
  return middle;
}

/** Weighted mean over samples of one part near (ix, iy); further out when none is near; any sample inside as a last resort. */
function gather(
  planes: readonly Float32Array[],
  low: Int32Array,
  size: number,
  ix: number,
  iy: number,
  wx: Float32Array,
  wy: Float32Array,
  label: number,
  sum: Float32Array,
): void {
  for (const wanted of [label, 0]) {
    for (let radius = 1; radius <= 4; radius++) {
      sum.fill(0);
      let total = 0;
      for (let dy = -radius; dy <= radius; dy++) {
        const y = iy + dy;
        if (y < 0 || y >= size) continue;
        for (let dx = -radius; dx <= radius; dx++) {
          const x = ix + dx;
          if (x < 0 || x >= size) continue;
          const at = y * size + x;
          const here = low[at] as number;
          if (wanted > 0 ? here !== wanted : here === 0) continue;
          const weight =
            radius === 1 ? (wx[dx + 1] as number) * (wy[dy + 1] as number) : 1 / (dx * dx + dy * dy);
          total += weight;
          for (let c = 0; c < SAMPLED; c++)
            sum[c] = (sum[c] as number) + weight * ((planes[c] as Float32Array)[at] as number);
        }
      }
      if (total > 1e-3) {
        for (let c = 0; c < SAMPLED; c++) sum[c] = (sum[c] as number) / total;
        return;
      }
    }
  }
  sum.set([0, 0, 1, 1, 0.1]);
}

/** The part at the centre of every sample of the square. */
function lowLabels(square: Grid, grid: Grid, labels: Plane<Int32Array>): Int32Array {
  const to = between(square, grid);
  const low = new Int32Array(square.width * square.height);
  for (let y = 0, i = 0; y < square.height; y++) {
    const row = Math.floor(to.y(y));
    for (let x = 0; x < square.width; x++, i++) {
      const column = Math.floor(to.x(x));
      if (row < 0 || column < 0 || row >= grid.height || column >= grid.width) continue;
      low[i] = labels.data[row * grid.width + column] ?? 0;
    }
  }
  return low;
}

/**
 * At a part's border the network's values are half the neighbour's: those samples take the mean of their neighbours
 * further in, where there are any. Also a light smoothing inside a part (3 × 3): weights trained for minutes leave noise
 * in flat faces, which gloss would show.
 */
function settled(planes: readonly Float32Array[], low: Int32Array, size: number): Float32Array[] {
  const inner = new Uint8Array(size * size);
  for (let y = 1; y < size - 1; y++) {
    for (let x = 1; x < size - 1; x++) {
      const i = y * size + x;
      const label = low[i];
      inner[i] =
        label !== 0 &&
        low[i - 1] === label &&
        low[i + 1] === label &&
        low[i - size] === label &&
        low[i + size] === label
          ? 1
          : 0;
    }
  }
  const out = planes.map((plane) => Float32Array.from(plane));
  for (let y = 1; y < size - 1; y++) {
    for (let x = 1; x < size - 1; x++) {
      const i = y * size + x;
      const label = low[i];
      if (label === 0) continue;
      let total = 0;
      const sum = [0, 0, 0, 0, 0];
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const j = i + dy * size + dx;
          if (low[j] !== label || inner[j] === 0) continue;
          const weight = j === i ? 4 : dx === 0 || dy === 0 ? 2 : 1;
          total += weight;
          for (let c = 0; c < SAMPLED; c++) sum[c] = (sum[c] ?? 0) + weight * (planes[c]?.[j] ?? 0);
        }
      }
      if (total === 0) continue;
      for (let c = 0; c < SAMPLED; c++) {
        const plane = out[c];
        if (plane) plane[i] = (sum[c] ?? 0) / total;
      }
    }
  }
  return out;
}

/** 1 where all nine samples around belong to one part. */
function uniform(low: Int32Array, size: number): Uint8Array {
  const even = new Uint8Array(size * size);
  for (let y = 1; y < size - 1; y++) {
    for (let x = 1; x < size - 1; x++) {
      const i = y * size + x;
      const label = low[i];
      let same = label !== 0;
      for (let dy = -1; dy <= 1 && same; dy++)
        for (let dx = -1; dx <= 1 && same; dx++) same = low[i + dy * size + dx] === label;
      even[i] = same ? 1 : 0;
    }
  }
  return even;
}
