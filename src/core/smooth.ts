// In: the square's samples. Out: the same with flat faces flat: ripples go, bends and creases stay.
import { SAMPLED, type Settled } from './settle.ts';

// Samples that each pass reaches over, one after the other (an à-trous wavelet), and how much two normals may differ there
// for one to count fully for the other, in degrees. The first takes the grain of single samples away, whatever it is.
const PASSES = [
  { step: 1, apart: 30 },
  { step: 2, apart: 12 },
  { step: 4, apart: 8 },
] as const;
const KERNEL = [1, 4, 6, 4, 1] as const;

/**
 * In place: each sample becomes the mean of those around that are of its part, clean, and look its own way (a bilateral
 * filter). A slope is the mean of what lies on either side of it, so that curved surfaces stay as they are. A sample that
 * is a mixture takes its neighbours' mean and gives nothing.
 */
export function smooth({ size, values, label, clean }: Settled): void {
  const covered: number[] = [];
  for (let i = 0; i < label.length; i++) if (label[i] !== 0) covered.push(i);
  const from = new Float32Array(values.length);
  for (const { step, apart } of PASSES) {
    from.set(values);
    const narrow = 1 / (2 * Math.sin((apart * Math.PI) / 360)) ** 2;
    for (const i of covered) {
      const y = Math.floor(i / size);
      blend(from, values, label, clean, size, i, i - y * size, y, step, narrow);
    }
  }
}

function blend(
  from: Float32Array,
  values: Float32Array,
  label: Int32Array,
  clean: Uint8Array,
  size: number,
  i: number,
  x: number,
  y: number,
  step: number,
  narrow: number,
): void {
  const own = label[i];
  const at = SAMPLED * i;
  const nx = from[at] as number;
  const ny = from[at + 1] as number;
  const nz = from[at + 2] as number;
  const mixed = clean[i] === 0;
  let [total, sx, sy, sz, open, thick] = [0, 0, 0, 0, 0, 0];
  for (let b = -2; b <= 2; b++) {
    const v = y + b * step;
    if (v < 0 || v >= size) continue;
    for (let a = -2; a <= 2; a++) {
      const u = x + a * step;
      if (u < 0 || u >= size) continue;
      const j = v * size + u;
      if (label[j] !== own || clean[j] === 0) continue;
      const k = SAMPLED * j;
      const [dx, dy, dz] = [
        (from[k] as number) - nx,
        (from[k + 1] as number) - ny,
        (from[k + 2] as number) - nz,
      ];
      const alike = mixed ? 1 : 1 / (1 + (dx * dx + dy * dy + dz * dz) * narrow);
      const weight = (KERNEL[b + 2] as number) * (KERNEL[a + 2] as number) * alike * alike;
      total += weight;
      sx += weight * (from[k] as number);
      sy += weight * (from[k + 1] as number);
      sz += weight * (from[k + 2] as number);
      open += weight * (from[k + 3] as number);
      thick += weight * (from[k + 4] as number);
    }
  }
  if (total === 0) return;
  const long = Math.sqrt(sx * sx + sy * sy + sz * sz);
  if (long < 1e-4 * total) return;
  values[at] = sx / long;
  values[at + 1] = sy / long;
  values[at + 2] = sz / long;
  values[at + 3] = open / total;
  values[at + 4] = thick / total;
}
