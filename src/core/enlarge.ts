// In: the intrinsic image at the model's size; parts and inner lines at the picture's. Out: a sampler that enlarges inside each part.
//
//   model samples      A A A│B B        Between two samples of one part values are a smooth curve (quadratic B-spline).
//   picture pixels  aaaaaaaa│bbbbbbbb   At a border or a line only samples of the pixel's own side count, and those that
//                                       are no mixture go on straight to it: the edge is as sharp as the drawing.
import { between, type Grid } from './fit.ts';
import type { Parts } from './parts.ts';
import { SAMPLED, settle, type Settled } from './settle.ts';
import type { Plane } from './sketch.ts';
import { smooth } from './smooth.ts';
import type { Intrinsic } from './tensor.ts';

export { SAMPLED } from './settle.ts';

export interface Sampler {
  /** Writes SAMPLED values of pixel `x` into `to` from `at`, `step` apart. Call `row` first. */
  pixel: (x: number, label: number, to: Float32Array, at: number, step: number) => void;
  row: (y: number) => void;
}

// Beside a border samples up to this far away are asked, in samples; then up to the second, along a strip between two
// lines that is narrower than a sample and holds one only now and then.
const REACH = 3;
const REACH_BY_LINES = 4;
const FARTHER = 7;
// What far samples count beside near ones: enough to go by where there is nothing else.
const FAR = 0.08;
// Steadies the slope along which values go on to the border, in samples².
const STIFF = 0.5;

/** `walls`: 1 along drawn lines that no value is carried across; null where there are none. */
export function openSampler(
  intrinsic: Intrinsic,
  square: Grid,
  found: Parts,
  walls: Plane<Uint8Array> | null,
): Sampler {
  const { grid } = found;
  const settled = settle(intrinsic, square, found, walls);
  smooth(settled);
  const { size, values, label: low, even } = settled;
  const to = between(grid, square);
  const ask = asker(settled, square, grid, walls);
  // One row of the square's samples, already weighted down the column.
  const column = new Float32Array(SAMPLED * size);
  const wy = new Float32Array(3);
  // The columns' taps are the same in every row.
  const middles = new Int32Array(grid.width);
  const weights = new Float32Array(3 * grid.width);
  const places = Float32Array.from({ length: grid.width }, (_, x) => to.x(x));
  for (let x = 0; x < grid.width; x++) {
    const wx = weights.subarray(3 * x, 3 * x + 3);
    middles[x] = tap(places[x] as number, size, wx);
  }
  const sum = new Float32Array(SAMPLED);
  let iy = 0;
  let v = 0;
  let line = 0;

  return {
    row(y) {
      line = y;
      v = to.y(y);
      iy = tap(v, size, wy);
      const [top, middle, bottom] = [wy[0] as number, wy[1] as number, wy[2] as number];
      const step = SAMPLED * size;
      for (let k = 0, at = step * (iy - 1); k < step; k++, at++) {
        column[k] =
          top * (values[at] as number) +
          middle * (values[at + step] as number) +
          bottom * (values[at + 2 * step] as number);
      }
    },
    pixel(x, label, out, at, step) {
      const ix = middles[x] as number;
      const centre = iy * size + ix;
      if (even[centre] === 1 && low[centre] === label) {
        const [left, middle, right] = [
          weights[3 * x] as number,
          weights[3 * x + 1] as number,
          weights[3 * x + 2] as number,
        ];
        const from = SAMPLED * (ix - 1);
        for (let c = 0; c < SAMPLED; c++) {
          sum[c] =
            left * (column[from + c] as number) +
            middle * (column[from + SAMPLED + c] as number) +
            right * (column[from + 2 * SAMPLED + c] as number);
        }
      } else ask(x, line, places[x] as number, v, label, sum);
      const nx = sum[0] as number;
      const ny = sum[1] as number;
      const nz = sum[2] as number;
      const long = Math.sqrt(nx * nx + ny * ny + nz * nz);
      const scale = long > 1e-4 ? 1 / long : 0;
      out[at] = nx * scale;
      out[at + step] = ny * scale;
      out[at + 2 * step] = scale === 0 ? 1 : nz * scale;
      out[at + 3 * step] = Math.min(1, Math.max(0, sum[3] as number));
      out[at + 4 * step] = Math.min(1, Math.max(0, sum[4] as number));
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

/** The same curve's weight at `d` samples from the middle. */
function spline(d: number): number {
  const far = Math.abs(d);
  return far < 0.5 ? 0.75 - far * far : far < 1.5 ? 0.5 * (1.5 - far) * (1.5 - far) : 0;
}

type Ask = (x: number, y: number, u: number, v: number, label: number, sum: Float32Array) => void;

/**
 * Beside borders: a plane through the samples of the pixel's own part and side, weighted by nearness, read at the pixel.
 * `x`, `y`: the pixel; `u`, `v`: the same place in the square.
 */
function asker(
  { size, values, label: low, trust, walled }: Settled,
  square: Grid,
  grid: Grid,
  walls: Plane<Uint8Array> | null,
): Ask {
  const back = between(square, grid);
  const columns = Float32Array.from({ length: size }, (_, i) => back.x(i));
  const rows = Float32Array.from({ length: size }, (_, i) => back.y(i));
  const means = new Float64Array(SAMPLED);
  const across = new Float64Array(SAMPLED);
  const down = new Float64Array(SAMPLED);

  /** Whether no line lies between the pixel and a sample's centre. A pixel on a line belongs to both sides. */
  const sees = (x: number, y: number, i: number, j: number): boolean => {
    if (!walls) return true;
    const { width, height, data } = walls;
    const [dx, dy] = [(columns[i] as number) - (x + 0.5), (rows[j] as number) - (y + 0.5)];
    const steps = Math.ceil(1.4 * Math.max(Math.abs(dx), Math.abs(dy)));
    let off = false;
    for (let k = 0; k <= steps; k++) {
      const a = Math.floor(x + 0.5 + (dx * k) / steps);
      const b = Math.floor(y + 0.5 + (dy * k) / steps);
      if (a < 0 || b < 0 || a >= width || b >= height) continue;
      const wall = data[b * width + a] === 1;
      if (wall && off) return false;
      if (!wall) off = true;
    }
    return true;
  };

  /** False: there is no such sample. */
  const plane = (
    x: number,
    y: number,
    u: number,
    v: number,
    label: number,
    heed: boolean,
    reach: number,
    sum: Float32Array,
  ): boolean => {
    const [ix, iy] = [Math.floor(u), Math.floor(v)];
    let [total, mu, mv, uu, uv, vv] = [0, 0, 0, 0, 0, 0];
    means.fill(0);
    across.fill(0);
    down.fill(0);
    for (let j = Math.max(0, iy - reach); j <= Math.min(size - 1, iy + reach); j++) {
      const dv = j + 0.5 - v;
      const high = spline(dv);
      for (let i = Math.max(0, ix - reach); i <= Math.min(size - 1, ix + reach); i++) {
        const at = j * size + i;
        if (low[at] !== label) continue;
        if (heed && !sees(x, y, i, j)) continue;
        const du = i + 0.5 - u;
        const w = (trust[at] as number) * (spline(du) * high + FAR / (1 + du * du + dv * dv));
        total += w;
        mu += w * du;
        mv += w * dv;
        uu += w * du * du;
        uv += w * du * dv;
        vv += w * dv * dv;
        for (let c = 0, from = SAMPLED * at; c < SAMPLED; c++, from++) {
          const value = w * (values[from] as number);
          means[c] = (means[c] as number) + value;
          across[c] = (across[c] as number) + value * du;
          down[c] = (down[c] as number) + value * dv;
        }
      }
    }
    if (total === 0) return false;
    mu /= total;
    mv /= total;
    // Covariances; the slope is theirs with the values', and the plane is read at (0, 0).
    const [a, b, d] = [uu / total - mu * mu + STIFF, uv / total - mu * mv, vv / total - mv * mv + STIFF];
    const det = a * d - b * b;
    const [gu, gv] = [(d * mu - b * mv) / det, (a * mv - b * mu) / det];
    for (let c = 0; c < SAMPLED; c++) {
      const mean = (means[c] as number) / total;
      const cu = (across[c] as number) / total - mean * mu;
      const cv = (down[c] as number) / total - mean * mv;
      sum[c] = mean - gu * cu - gv * cv;
    }
    return true;
  };

  return (x, y, u, v, label, sum) => {
    const centre =
      Math.min(size - 1, Math.max(0, Math.floor(v))) * size + Math.min(size - 1, Math.max(0, Math.floor(u)));
    if (walled[centre] === 1) {
      if (plane(x, y, u, v, label, true, REACH_BY_LINES, sum)) return;
      if (plane(x, y, u, v, label, true, FARTHER, sum)) return;
    }
    if (plane(x, y, u, v, label, false, REACH, sum)) return;
    nearest(values, low, size, Math.floor(u), Math.floor(v), label, sum);
  };
}

/** For parts thinner than a sample: the mean around of their own samples, or of any; at last a surface that faces the viewer. */
function nearest(
  values: Float32Array,
  low: Int32Array,
  size: number,
  ix: number,
  iy: number,
  label: number,
  sum: Float32Array,
): void {
  for (const wanted of [label, 0]) {
    for (let radius = 1; radius <= 4; radius++) {
      sum.fill(0);
      let total = 0;
      for (let j = Math.max(0, iy - radius); j <= Math.min(size - 1, iy + radius); j++) {
        for (let i = Math.max(0, ix - radius); i <= Math.min(size - 1, ix + radius); i++) {
          const at = j * size + i;
          const here = low[at] as number;
          if (wanted > 0 ? here !== wanted : here === 0) continue;
          const weight = 1 / (1 + (i - ix) * (i - ix) + (j - iy) * (j - iy));
          total += weight;
          for (let c = 0; c < SAMPLED; c++)
            sum[c] = (sum[c] as number) + weight * (values[SAMPLED * at + c] as number);
        }
      }
      if (total === 0) continue;
      for (let c = 0; c < SAMPLED; c++) sum[c] = (sum[c] as number) / total;
      return;
    }
  }
  sum.set([0, 0, 1, 1, 0.1]);
}
