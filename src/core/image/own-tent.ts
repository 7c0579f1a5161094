// In: values over labels. Out: each the mean of itself and of its eight neighbours of the same label.
// A 3 × 3 tent filter, normalised over the neighbours that count (Knutsson and Westin 1993).
import type { Plane } from '../sketch.ts';

/** Where `wanted` is not 0, the rim of the plane left out; elsewhere values stay. `labels`: one a value. */
export function ownTent(
  { width, height, data: labels }: Plane<Int32Array>,
  wanted: Uint8Array | Int32Array,
  values: Float32Array,
): Float32Array {
  const even = values.slice();
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (wanted[i] === 0) continue;
      const own = labels[i];
      let sum = 0;
      let total = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const j = i + dx + dy * width;
          if (labels[j] !== own) continue;
          const w = (2 - Math.abs(dx)) * (2 - Math.abs(dy));
          total += w;
          sum += w * values[j]!;
        }
      }
      even[i] = sum / total;
    }
  }
  return even;
}
