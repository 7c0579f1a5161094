// In: the square's samples. Out: the same with flat faces flat: ripples go, bends and creases stay.
import { SAMPLED, type Settled } from './settle.ts';

// Samples that each pass reaches over, one after the other (an à-trous wavelet), and how much two normals may differ there
// for one to count half for the other, in degrees. The first takes the grain of single samples away, whatever it is.
const PASSES = [
  { step: 1, apart: 30 },
  { step: 2, apart: 14 },
  { step: 4, apart: 10 },
] as const;
const KERNEL = [6, 4, 1] as const;
// What a sample counts whose opposite does not: it bends a rim a little, and calms its noise.
const ALONE = 0.15;
// The weighted values and the weight, reused from sample to sample.
const sums = new Float64Array(SAMPLED + 1);

/**
 * In place: each sample becomes the mean of itself and of the pairs that lie opposite each other around it, as far as both
 * of a pair are of its part and look its own way (a bilateral filter). A slope is the mean of what lies on either side of
 * it, so that curved surfaces stay as they are, to their very rims, and along a border only what runs along it counts.
 */
export function smooth({ size, values, label, trust }: Settled): void {
  const covered: number[] = [];
  for (let i = 0; i < label.length; i++) if (label[i] !== 0) covered.push(i);
  const from = new Float32Array(values.length);
  for (const { step, apart } of PASSES) {
    from.set(values);
    const narrow = 1 / (2 * Math.sin((apart * Math.PI) / 360)) ** 2;
    for (const i of covered) blend(from, values, label, trust, size, i, step, narrow);
  }
}

function blend(
  from: Float32Array,
  values: Float32Array,
  label: Int32Array,
  trust: Float32Array,
  size: number,
  i: number,
  step: number,
  narrow: number,
): void {
  const own = label[i];
  const at = SAMPLED * i;
  const x = i % size;
  const y = (i - x) / size;
  sums.fill(0);
  const add = (j: number, weight: number): void => {
    for (let c = 0, k = SAMPLED * j; c < SAMPLED; c++, k++)
      sums[c] = (sums[c] as number) + weight * (from[k] as number);
    sums[SAMPLED] = (sums[SAMPLED] as number) + weight;
  };
  add(i, KERNEL[0] ** 2);
  for (let b = 0; b <= 2; b++) {
    const v = b * step;
    if (y - v < 0 || y + v >= size) break;
    for (let a = b === 0 ? 1 : -2; a <= 2; a++) {
      const u = a * step;
      if (x + u < 0 || x + u >= size || x - u < 0 || x - u >= size) continue;
      const p = i + v * size + u;
      const q = i - v * size - u;
      const kernel = (KERNEL[b] as number) * (KERNEL[Math.abs(a)] as number);
      const there = label[p] === own ? (trust[p] as number) * alike(from, at, SAMPLED * p, narrow) : 0;
      const back = label[q] === own ? (trust[q] as number) * alike(from, at, SAMPLED * q, narrow) : 0;
      add(p, kernel * there * (back + ALONE * (1 - back)));
      add(q, kernel * back * (there + ALONE * (1 - there)));
    }
  }
  const total = sums[SAMPLED] as number;
  const long = Math.hypot(sums[0] as number, sums[1] as number, sums[2] as number);
  if (long < 1e-4 * total || total === 0) return;
  for (let c = 0; c < 3; c++) values[at + c] = (sums[c] as number) / long;
  for (let c = 3; c < SAMPLED; c++) values[at + c] = (sums[c] as number) / total;
}

/** 1 for equal normals, a half where they are as far apart as the pass allows. */
function alike(values: Float32Array, a: number, b: number, narrow: number): number {
  const dx = (values[a] as number) - (values[b] as number);
  const dy = (values[a + 1] as number) - (values[b + 1] as number);
  const dz = (values[a + 2] as number) - (values[b + 2] as number);
  return 1 / (1 + (dx * dx + dy * dy + dz * dz) * narrow);
}
