// In: the square's samples. Out: the same with flat faces flat: ripples go, bends and creases stay.
// An edge-avoiding à-trous wavelet (Dammertz et al. 2010): bilateral, with holes, over opposite pairs.
import { SAMPLED, type Settled } from './confidence.ts';

// Samples that each pass reaches over, one after the other (an à-trous wavelet), and how much two normals may
// differ there for one to count half for the other, in degrees. The first takes the grain of single samples
// away, whatever it is, the last two slow wobbles, which every mirror shows. `pairs`: of those below; from
// the third on eight neighbours do. A draft's samples are twice as far apart, and it goes without two of
// them.
const PASSES = [
  { step: 1, apart: 30, pairs: 12, drafts: true },
  { step: 2, apart: 14, pairs: 12, drafts: true },
  { step: 4, apart: 10, pairs: 4, drafts: false },
  { step: 8, apart: 10, pairs: 4, drafts: true },
  { step: 16, apart: 10, pairs: 4, drafts: false },
] as const;
const KERNEL = [6, 4, 1] as const;
// What a sample counts whose opposite does not: it bends a rim a little, and calms its noise.
const ALONE_WEIGHT = 0.15;
// The pairs around a sample that lie opposite each other: one of each.
const PAIRS = [0, 1, 2]
  .flatMap((down) =>
    (down === 0 ? [1, 2] : [-2, -1, 0, 1, 2]).map((across) => ({
      down,
      across,
      kernel: (KERNEL[down] as number) * (KERNEL[Math.abs(across)] as number),
    })),
  )
  // The nearest first.
  .sort((a, b) => b.kernel - a.kernel);

/**
 * In place: each sample becomes the mean of itself and of the pairs that lie opposite each other around it,
 * as far as both of a pair are of its part and look its own way (a bilateral filter). A slope is the mean of
 * what lies on either side of it, so that curved surfaces stay as they are, to their very rims, and along a
 * border only what runs along it counts.
 */
export function smooth(settled: Settled, coarse: boolean): void {
  const { values } = settled;
  const from = new Float32Array(values.length);
  for (const { step, apart, pairs, drafts } of PASSES) {
    if (coarse && !drafts) continue;
    from.set(values);
    pass(settled, from, { step, pairs, narrow: 1 / (2 * Math.sin((apart * Math.PI) / 360)) ** 2 });
  }
}

/**
 * Written out, channel by channel: it is called for every sample, and asks 24 others each time. How alike two
 * are is asked once, by the upper one.
 */
function pass(
  { size, values, label, trust }: Settled,
  from: Float32Array,
  { step, pairs, narrow }: { step: number; pairs: number; narrow: number },
): void {
  const away = Int32Array.from(PAIRS, ({ down, across }) => step * (down * size + across));
  const kernels = Float64Array.from(PAIRS, ({ kernel }) => kernel);
  const acrosses = Int32Array.from(PAIRS, ({ across }) => step * across);
  const downs = Int32Array.from(PAIRS, ({ down }) => step * down);
  const middle = KERNEL[0] ** 2;
  // Of the last rows, as far up as is asked: per sample and pair, how alike it and the lower one are.
  const kept = (KERNEL.length - 1) * step + 1;
  const alike = new Float64Array(pairs * size * kept);
  const rows = new Int32Array(pairs);
  for (let y = 0, i = 0; y < size; y++) {
    for (let k = 0; k < pairs; k++) rows[k] = size * ((y + kept - downs[k]!) % kept);
    const row = size * (y % kept);
    for (let x = 0; x < size; x++, i++) {
      const own = label[i]!;
      if (own === 0) continue;
      const here = pairs * (row + x);
      const at = SAMPLED * i;
      const nx = from[at]!;
      const ny = from[at + 1]!;
      const nz = from[at + 2]!;
      let total = middle;
      let s0 = middle * nx;
      let s1 = middle * ny;
      let s2 = middle * nz;
      let s3 = middle * from[at + 3]!;
      let s4 = middle * from[at + 4]!;
      for (let k = 0; k < pairs; k++) {
        const across = acrosses[k]!;
        const down = downs[k]!;
        if (y + down >= size || x + across < 0 || x + across >= size) continue;
        const p = i + away[k]!;
        const q = i - away[k]!;
        const a = SAMPLED * p;
        const b = SAMPLED * q;
        let there = 0;
        let back = 0;
        if (label[p] === own) {
          const dx = nx - from[a]!;
          const dy = ny - from[a + 1]!;
          const dz = nz - from[a + 2]!;
          const same = 1 / (1 + (dx * dx + dy * dy + dz * dz) * narrow);
          alike[here + k] = same;
          there = trust[p]! * same;
        }
        if (y < down || x - across < 0 || x - across >= size) continue;
        if (label[q] === own) back = trust[q]! * alike[pairs * (rows[k]! + x - across) + k]!;
        const kernel = kernels[k]!;
        const w = kernel * there * (back + ALONE_WEIGHT * (1 - back));
        const v = kernel * back * (there + ALONE_WEIGHT * (1 - there));
        total += w + v;
        s0 += w * from[a]! + v * from[b]!;
        s1 += w * from[a + 1]! + v * from[b + 1]!;
        s2 += w * from[a + 2]! + v * from[b + 2]!;
        s3 += w * from[a + 3]! + v * from[b + 3]!;
        s4 += w * from[a + 4]! + v * from[b + 4]!;
      }
      const long = Math.sqrt(s0 * s0 + s1 * s1 + s2 * s2);
      if (long < 1e-4 * total) continue;
      values[at] = s0 / long;
      values[at + 1] = s1 / long;
      values[at + 2] = s2 / long;
      values[at + 3] = s3 / total;
      values[at + 4] = s4 / total;
    }
  }
}
