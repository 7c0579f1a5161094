// In: the intrinsic image at the model's size, the picture's parts and lines. Out: a sampler of it there.
// Quadratic B-splines inside a part; beside borders and lines a fit to the pixel's own side (border-fit.ts).
//
//   model samples      A A A│B B        Between two samples of one part values are a smooth curve.
//   picture pixels  aaaaaaaa│bbbbbbbb   At a border only samples of the own side count, and those that are no
//                                       mixture go on straight to it: the edge is as sharp as the drawing.
import { besideBorders, type Ask, type PixelInSquare } from './border-fit.ts';
import { between, type Grid } from '../image/grid.ts';
import type { Parts } from '../parts/parts.ts';
import { SAMPLED, settle, type Settled } from './confidence.ts';
import type { Plane } from '../sketch.ts';
import { smooth } from './bilateral.ts';
import { unbleed } from './bleed.ts';
import type { Intrinsic } from './tensor.ts';

export { SAMPLED } from './confidence.ts';

export interface Sampler {
  /** Writes the SAMPLED values of pixel `x` into `to`. Call `row` first. */
  pixel: (x: number, label: number, to: Float32Array) => void;
  row: (y: number) => void;
}

export interface UpsampledForm extends Sampler {
  /** The part at every sample of the square. */
  labels: Plane<Int32Array>;
  /** The same form at the pixels of a finer grid over a part of the picture. */
  over: (grid: Grid) => Sampler;
}

/**
 * `walls`: 1 along drawn lines that no value is carried across; null where there are
 * none. `coarse`: less care, for drafts.
 */
export function openSampler(
  intrinsic: Intrinsic,
  square: Grid,
  found: Parts,
  { walls, coarse = false }: { walls: Plane<Uint8Array> | null; coarse?: boolean },
): UpsampledForm {
  const settled = settle(intrinsic, square, found, walls);
  unbleed(settled);
  smooth(settled, coarse);
  const ask = besideBorders(settled, { square, grid: found.grid, walls, coarse });
  const own = { column: (x: number): number => x, line: (y: number): number => y };
  return {
    ...samplerOver({ grid: found.grid, settled, square, ask, place: own }),
    labels: { width: settled.size, height: settled.size, data: settled.label },
    over: (grid) => {
      const back = between(grid, found.grid);
      const place = {
        column: (x: number): number => back.x(x) - 0.5,
        line: (y: number): number => back.y(y) - 0.5,
      };
      return samplerOver({ grid, settled, square, ask, place });
    },
  };
}

interface Sampling {
  grid: Grid;
  settled: Settled;
  square: Grid;
  ask: Ask;
  /** Where a pixel of `grid` is in the picture that the form was settled for, in its pixels. */
  place: { column: (x: number) => number; line: (y: number) => number };
}

function samplerOver({ grid, settled, square, ask, place }: Sampling): Sampler {
  const { size, values, label: low, even } = settled;
  const inSquare = between(grid, square);
  // One row of the square's samples, already weighted down the column.
  const column = new Float32Array(SAMPLED * size);
  const wy = new Float32Array(3);
  // The columns' taps are the same in every row.
  const middles = new Int32Array(grid.width);
  const weights = new Float32Array(3 * grid.width);
  const places = Float32Array.from({ length: grid.width }, (_, x) => inSquare.x(x));
  for (let x = 0; x < grid.width; x++) {
    const wx = weights.subarray(3 * x, 3 * x + 3);
    middles[x] = tap(places[x]!, size, wx);
  }
  const sum = new Float32Array(SAMPLED);
  let iy = 0;
  // One for all pixels: a new one for each would be garbage.
  const at: PixelInSquare = { x: 0, y: 0, u: 0, v: 0, label: 0 };

  return {
    row(y) {
      at.y = place.line(y);
      at.v = inSquare.y(y);
      iy = tap(at.v, size, wy);
      const [top, middle, bottom] = [wy[0]!, wy[1]!, wy[2]!];
      const step = SAMPLED * size;
      for (let k = 0, from = step * (iy - 1); k < step; k++, from++) {
        column[k] = top * values[from]! + middle * values[from + step]! + bottom * values[from + 2 * step]!;
      }
    },
    pixel(x, label, to) {
      const ix = middles[x]!;
      const centre = iy * size + ix;
      if (even[centre] === 1 && low[centre] === label) {
        const [left, middle, right] = [weights[3 * x]!, weights[3 * x + 1]!, weights[3 * x + 2]!];
        const a = SAMPLED * (ix - 1);
        const b = a + SAMPLED;
        const c = b + SAMPLED;
        sum[0] = left * column[a]! + middle * column[b]! + right * column[c]!;
        sum[1] = left * column[a + 1]! + middle * column[b + 1]! + right * column[c + 1]!;
        sum[2] = left * column[a + 2]! + middle * column[b + 2]! + right * column[c + 2]!;
        sum[3] = left * column[a + 3]! + middle * column[b + 3]! + right * column[c + 3]!;
        sum[4] = left * column[a + 4]! + middle * column[b + 4]! + right * column[c + 4]!;
      } else {
        at.x = place.column(x);
        at.u = places[x]!;
        at.label = label;
        ask(at, sum);
      }
      const nx = sum[0]!;
      const ny = sum[1]!;
      const nz = sum[2]!;
      const long = Math.sqrt(nx * nx + ny * ny + nz * nz);
      const scale = long > 1e-4 ? 1 / long : 0;
      to[0] = nx * scale;
      to[1] = ny * scale;
      to[2] = scale === 0 ? 1 : nz * scale;
      to[3] = Math.min(1, Math.max(0, sum[3]!));
      to[4] = Math.min(1, Math.max(0, sum[4]!));
    },
  };
}

/**
 * Weights of the three samples around u (sample i has its centre at i + 0.5);
 * returns the middle one, kept off the rim.
 */
function tap(u: number, size: number, weights: Float32Array): number {
  const middle = Math.min(size - 2, Math.max(1, Math.floor(u)));
  const f = Math.min(0.5, Math.max(-0.5, u - 0.5 - middle));
  weights[0] = 0.5 * (0.5 - f) * (0.5 - f);
  weights[1] = 0.75 - f * f;
  weights[2] = 0.5 * (0.5 + f) * (0.5 + f);
  return middle;
}
