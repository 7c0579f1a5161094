// In: the square's samples, the picture's lines. Out: form beside a border or line, from its own side alone.
// Moving least squares (Lancaster and Salkauskas 1981): planes weighted by nearness, slopes kept low (ridge).
import { between, type Grid } from '../image/grid.ts';
import { smoothstep } from '../image/smoothstep.ts';
import { SAMPLED, type Settled } from './confidence.ts';
import type { Plane } from '../sketch.ts';

// Beside a border samples up to this far away are asked, in samples; beside a line a little farther; then up
// to the last, along a strip between two lines that is narrower than a sample and holds one only now and
// then. A draft asks fewer, and is softer.
const FULL = { reach: 3, byLines: 4, farther: 7 } as const;
const DRAFT = { reach: 2, byLines: 3, farther: 5 } as const;
// What far samples count beside near ones: enough to go by where there is nothing else.
const FAR_WEIGHT = 0.08;
// Steadies the slope along which values go on to the border, in samples².
const RIDGE_SAMPLES2 = 0.5;

// Below the first, in radians, both sides of a line count as one face; above the second as two.
const ONE_FACE_RADIANS = 0.035;
const TWO_FACES_RADIANS = 0.1;

/** Weight of a quadratic B-spline at `d` samples from its middle. */
function spline(d: number): number {
  const far = Math.abs(d);
  return far < 0.5 ? 0.75 - far * far : far < 1.5 ? 0.5 * (1.5 - far) * (1.5 - far) : 0;
}

/** A pixel of the picture, the same place in the square, and the pixel's part. */
export interface Place {
  x: number;
  y: number;
  u: number;
  v: number;
  label: number;
}

/** Writes SAMPLED values. */
export type Ask = (place: Place, sum: Float32Array) => void;

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
  const { size, values, label: low, trust, walled } = settled;
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

  /** False: there is no such sample. */
  const plane = ({ x, y, u, v, label }: Place, heed: boolean, far: number, sum: Float32Array): boolean => {
    // Written out, without arrays for pairs of numbers: it is asked for every pixel beside a border.
    const ix = Math.floor(u);
    const iy = Math.floor(v);
    let total = 0;
    let mu = 0;
    let mv = 0;
    let uu = 0;
    let uv = 0;
    let vv = 0;
    // Sums of the five values, and of their products with the way to the right and down.
    let m0 = 0;
    let m1 = 0;
    let m2 = 0;
    let m3 = 0;
    let m4 = 0;
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let a4 = 0;
    let d0 = 0;
    let d1 = 0;
    let d2 = 0;
    let d3 = 0;
    let d4 = 0;
    const left = Math.max(0, ix - far);
    const right = Math.min(size - 1, ix + far);
    for (let j = Math.max(0, iy - far); j <= Math.min(size - 1, iy + far); j++) {
      const dv = j + 0.5 - v;
      const high = spline(dv);
      for (let i = left; i <= right; i++) {
        const at = j * size + i;
        if (low[at] !== label) continue;
        if (heed && !sees(x, y, i, j)) continue;
        const du = i + 0.5 - u;
        const w = trust[at]! * (spline(du) * high + FAR_WEIGHT / (1 + du * du + dv * dv));
        total += w;
        const wu = w * du;
        const wv = w * dv;
        mu += wu;
        mv += wv;
        uu += wu * du;
        uv += wu * dv;
        vv += wv * dv;
        const from = SAMPLED * at;
        const v0 = values[from]!;
        const v1 = values[from + 1]!;
        const v2 = values[from + 2]!;
        const v3 = values[from + 3]!;
        const v4 = values[from + 4]!;
        m0 += w * v0;
        m1 += w * v1;
        m2 += w * v2;
        m3 += w * v3;
        m4 += w * v4;
        a0 += wu * v0;
        a1 += wu * v1;
        a2 += wu * v2;
        a3 += wu * v3;
        a4 += wu * v4;
        d0 += wv * v0;
        d1 += wv * v1;
        d2 += wv * v2;
        d3 += wv * v3;
        d4 += wv * v4;
      }
    }
    if (total === 0) return false;
    mu /= total;
    mv /= total;
    // Covariances; the slope is theirs with the values', and the plane is read at (0, 0).
    const a = uu / total - mu * mu + RIDGE_SAMPLES2;
    const b = uv / total - mu * mv;
    const d = vv / total - mv * mv + RIDGE_SAMPLES2;
    const det = a * d - b * b;
    const gu = (d * mu - b * mv) / det;
    const gv = (a * mv - b * mu) / det;
    // mean − gu × (across / total − mean × mu) − gv × (down / total − mean × mv)
    const whole = (1 + gu * mu + gv * mv) / total;
    const su = gu / total;
    const sv = gv / total;
    sum[0] = whole * m0 - su * a0 - sv * d0;
    sum[1] = whole * m1 - su * a1 - sv * d1;
    sum[2] = whole * m2 - su * a2 - sv * d2;
    sum[3] = whole * m3 - su * a3 - sv * d3;
    sum[4] = whole * m4 - su * a4 - sv * d4;
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
function nearest({ size, values, label: low }: Settled, { u, v, label }: Place, sum: Float32Array): void {
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
