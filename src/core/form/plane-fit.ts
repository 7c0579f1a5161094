// In: the square's samples, a place and a part. Out: a plane through the part's samples around, for each
// value.
// Moving least squares (Lancaster and Salkauskas 1981): samples weighted by nearness, slopes kept low
// (ridge).
import { SAMPLED, type Settled } from './confidence.ts';

// What far samples count beside near ones: enough to go by where there is nothing else.
const FAR_WEIGHT = 0.08;
// Steadies the slope along which values go on to the border, in samples².
const RIDGE_SAMPLES2 = 0.5;

/** Weight of a quadratic B-spline at `d` samples from its middle. */
function spline(d: number): number {
  const far = Math.abs(d);
  return far < 0.5 ? 0.75 - far * far : far < 1.5 ? 0.5 * (1.5 - far) * (1.5 - far) : 0;
}

/**
 * Of a plane: for each of SAMPLED values what it is at the place, then their slopes to the right, then down.
 */
export const PLANE = 3 * SAMPLED;

/** What is asked of samples up to `far` away; `sees`: whether one counts, of column and row; null: all do. */
export interface Asked {
  /** In samples; sample i has its centre at i + 0.5. */
  u: number;
  v: number;
  label: number;
  far: number;
  sees: ((column: number, row: number) => boolean) | null;
}

/** Of the values, then of their products with the way to the right and down; read before it is left. */
const SUMS = new Float64Array(PLANE);

/** Writes PLANE values, from `to[at]` on. False: there is no such sample. */
export function fitPlane(
  { size, values, label: low, trust }: Settled,
  { u, v, label, far, sees }: Asked,
  to: Float32Array,
  at: number,
): boolean {
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
      const k = j * size + i;
      if (low[k] !== label) continue;
      if (sees !== null && !sees(i, j)) continue;
      const du = i + 0.5 - u;
      const w = trust[k]! * (spline(du) * high + FAR_WEIGHT / (1 + du * du + dv * dv));
      total += w;
      const wu = w * du;
      const wv = w * dv;
      mu += wu;
      mv += wv;
      uu += wu * du;
      uv += wu * dv;
      vv += wv * dv;
      const from = SAMPLED * k;
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
  const per = 1 / total;
  const eu = mu * per;
  const ev = mv * per;
  // Covariances of the places; a slope is theirs with the values'.
  const a = uu * per - eu * eu + RIDGE_SAMPLES2;
  const b = uv * per - eu * ev;
  const d = vv * per - ev * ev + RIDGE_SAMPLES2;
  const det = a * d - b * b;
  // In one array, not by a function of here: what such a one reads would stand in memory, number by number.
  SUMS[0] = m0;
  SUMS[1] = m1;
  SUMS[2] = m2;
  SUMS[3] = m3;
  SUMS[4] = m4;
  SUMS[5] = a0;
  SUMS[6] = a1;
  SUMS[7] = a2;
  SUMS[8] = a3;
  SUMS[9] = a4;
  SUMS[10] = d0;
  SUMS[11] = d1;
  SUMS[12] = d2;
  SUMS[13] = d3;
  SUMS[14] = d4;
  for (let c = 0; c < SAMPLED; c++) {
    const mean = SUMS[c]! * per;
    const cu = SUMS[SAMPLED + c]! * per - mean * eu;
    const cv = SUMS[2 * SAMPLED + c]! * per - mean * ev;
    const toRight = (d * cu - b * cv) / det;
    const toBottom = (a * cv - b * cu) / det;
    to[at + c] = mean - toRight * eu - toBottom * ev;
    to[at + SAMPLED + c] = toRight;
    to[at + 2 * SAMPLED + c] = toBottom;
  }
  return true;
}
