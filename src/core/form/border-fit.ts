// In: the square's samples, the picture's lines. Out: form beside a border or line, from its own side alone.
// Planes through the own part's samples (plane-fit.ts), at each pixel or, where a sample has many, blended.
import { between, type Grid } from '../image/grid.ts';
import { smoothstep } from '../image/smoothstep.ts';
import { SAMPLED, type Settled } from './confidence.ts';
import { openBlend } from './plane-blend.ts';
import { fitPlane, PLANE, type Asked } from './plane-fit.ts';
import type { Plane } from '../sketch.ts';

// Beside a border samples up to this far away are asked, in samples; beside a line a little farther; then up
// to the last, along a strip between two lines that is narrower than a sample and holds one only now and
// then. A draft asks fewer, and is softer.
const FULL = { reach: 3, byLines: 4, farther: 7 } as const;
const DRAFT = { reach: 2, byLines: 3, farther: 5 } as const;
// From so many pixels a sample on planes are fitted once a sample.
const MANY_PIXELS = 2;

// Below the first, in radians, both sides of a line count as one face; above the second as two.
const ONE_FACE_RADIANS = 0.035;
const TWO_FACES_RADIANS = 0.1;

/** A pixel of the picture, the same place in the square, and the pixel's part. */
export interface PixelInSquare {
  x: number;
  y: number;
  u: number;
  v: number;
  label: number;
}

/** Writes SAMPLED values. */
export type Ask = (place: PixelInSquare, sum: Float32Array) => void;

interface Picture {
  square: Grid;
  grid: Grid;
  /** 1 along drawn lines; null where there are none. */
  walls: Plane<Uint8Array> | null;
  /** A draft will do. */
  coarse: boolean;
}

/**
 * Beside borders: a plane through the samples of the pixel's own part and side, weighted by nearness, read at
 * the pixel.
 */
export function besideBorders(settled: Settled, { square, grid, walls, coarse }: Picture): Ask {
  const { size, walled } = settled;
  const { reach, byLines, farther } = coarse ? DRAFT : FULL;
  const back = between(square, grid);
  const columns = Float32Array.from({ length: size }, (_, i) => back.x(i));
  const rows = Float32Array.from({ length: size }, (_, i) => back.y(i));
  const both = new Float32Array(SAMPLED);

  /**
   * Whether no line lies between the pixel and a sample's centre. A pixel on a line belongs to both sides.
   */
  const sees = (x: number, y: number, i: number, j: number): boolean => {
    if (!walls) return true;
    const { width, height, data } = walls;
    const dx = columns[i]! - (x + 0.5);
    const dy = rows[j]! - (y + 0.5);
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

  const isFine = grid.width * square.box.width >= MANY_PIXELS * size * grid.box.width;
  const blend = isFine && !coarse ? openBlend(settled, reach) : null;
  const found = new Float32Array(PLANE);
  let pixel: PixelInSquare = { x: 0, y: 0, u: 0, v: 0, label: 0 };
  const seen = (i: number, j: number): boolean => sees(pixel.x, pixel.y, i, j);
  // One for all pixels: a new one for each would be garbage.
  const asked: Asked = { u: 0, v: 0, label: 0, far: 0, sees: null };

  /** False: there is no such sample. */
  const plane = (place: PixelInSquare, heed: boolean, far: number, sum: Float32Array): boolean => {
    if (!heed && blend && far === reach) return blend(place, sum);
    pixel = place;
    asked.u = place.u;
    asked.v = place.v;
    asked.label = place.label;
    asked.far = far;
    asked.sees = heed ? seen : null;
    if (!fitPlane(settled, asked, found, 0)) return false;
    for (let c = 0; c < SAMPLED; c++) sum[c] = found[c]!;
    return true;
  };

  return (place, sum) => {
    const { u, v } = place;
    const centre =
      Math.min(size - 1, Math.max(0, Math.floor(v))) * size + Math.min(size - 1, Math.max(0, Math.floor(u)));
    if (walled[centre] === 1) {
      if (plane(place, true, byLines, sum)) {
        plane(place, false, reach, both);
        return mixed(sum, both);
      }
      if (plane(place, true, farther, sum)) return;
    }
    if (plane(place, false, reach, sum)) return;
    nearest(settled, place, sum);
  };
}

/**
 * In place: what one side of a line says, or where both sides together say nearly the same, that: a line
 * across a smooth face leaves no trace in its form.
 */
function mixed(side: Float32Array, whole: Float32Array): void {
  const dx = side[0]! - whole[0]!;
  const dy = side[1]! - whole[1]!;
  const dz = side[2]! - whole[2]!;
  const share = smoothstep(ONE_FACE_RADIANS, TWO_FACES_RADIANS, Math.sqrt(dx * dx + dy * dy + dz * dz));
  for (let c = 0; c < SAMPLED; c++) side[c] = whole[c]! + share * (side[c]! - whole[c]!);
}

/**
 * For parts thinner than a sample: the mean around of their own samples, or of any; at
 * last a surface that faces the viewer.
 */
function nearest(
  { size, values, label: low }: Settled,
  { u, v, label }: PixelInSquare,
  sum: Float32Array,
): void {
  const [ix, iy] = [Math.floor(u), Math.floor(v)];
  for (const wanted of [label, 0]) {
    for (let radius = 1; radius <= 4; radius++) {
      sum.fill(0);
      let total = 0;
      for (let j = Math.max(0, iy - radius); j <= Math.min(size - 1, iy + radius); j++) {
        for (let i = Math.max(0, ix - radius); i <= Math.min(size - 1, ix + radius); i++) {
          const at = j * size + i;
          const here = low[at]!;
          if (wanted > 0 ? here !== wanted : here === 0) continue;
          const weight = 1 / (1 + (i - ix) * (i - ix) + (j - iy) * (j - iy));
          total += weight;
          for (let c = 0; c < SAMPLED; c++) sum[c] = sum[c]! + weight * values[SAMPLED * at + c]!;
        }
      }
      if (total === 0) continue;
      for (let c = 0; c < SAMPLED; c++) sum[c] = sum[c]! / total;
      return;
    }
  }
  sum.set([0, 0, 1, 1, 0.1]);
}
