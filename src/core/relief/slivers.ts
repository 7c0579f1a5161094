// In: the part at every sample of a model square. Out: the samples of what is too thin to show a shadow's
// edge; values over them, evened out along it.
// Run lengths across and down; Jacobi sweeps of a 3 × 3 tent over the own part. How much such a sample sees
// depends on where in it the border runs, which goes up and down along a slanting one.
import type { Plane } from '../sketch.ts';

// Samples across, or down.
const THIN = 3;
// Sweeps: a value spreads over the root of half as many samples, more than a border's steps are long.
const SWEEPS = 32;

/** Places of the samples, row by row. */
export function sliversOf({ width, height, data }: Plane<Int32Array>): Int32Array {
  const thin = new Uint8Array(width * height);
  const mark = (lines: number, line: number, size: number, step: number): void => {
    for (let k = 0; k < lines; k++) {
      for (let from = 0, to = 0; from < size; from = to) {
        const start = k * line + from * step;
        const own = data[start]!;
        for (to = from + 1; to < size && data[k * line + to * step] === own; to++);
        if (own === 0 || to - from > THIN) continue;
        for (let i = from; i < to; i++) thin[k * line + i * step] = 1;
      }
    }
  };
  mark(height, width, width, 1);
  mark(width, 1, height, width);
  const places: number[] = [];
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) if (thin[i] === 1) places.push(i);
  return Int32Array.from(places);
}

/** In place. */
export function evenOutSlivers(
  { width, data }: Plane<Int32Array>,
  slivers: Int32Array,
  values: Float32Array,
): void {
  const next = new Float32Array(slivers.length);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let k = 0; k < slivers.length; k++) {
      const i = slivers[k]!;
      const own = data[i]!;
      let sum = 0;
      let total = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const j = i + dx + dy * width;
          if (data[j] !== own) continue;
          const w = (2 - Math.abs(dx)) * (2 - Math.abs(dy));
          total += w;
          sum += w * values[j]!;
        }
      }
      next[k] = sum / total;
    }
    for (let k = 0; k < slivers.length; k++) values[slivers[k]!] = next[k]!;
  }
}
