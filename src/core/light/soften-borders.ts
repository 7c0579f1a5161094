// In: the lit picture and its parts. Out: the same with inner borders anti-aliased, in colour and opacity.
// A 3 × 3 tent filter along borders alone: each pixel has one part's form and material, so a border between
// two is a staircase, and a pixel whose base colour is half its neighbour's shines as if it were all its own.
import type { Plane, Rgba } from '../sketch.ts';

/** Of the tent's nine weights. */
const TENT = 16;

/** In place. The silhouette's own edge, and the opacity of what is beside it, are left as they are. */
export function softenBorders(image: Rgba, labels: Plane<Int32Array>): void {
  const { width, height, data } = image;
  const label = labels.data;
  const places: number[] = [];
  const colours: number[] = [];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const own = label[i]!;
      if (own === 0) continue;
      const left = label[i - 1]!;
      const right = label[i + 1]!;
      const above = label[i - width]!;
      const below = label[i + width]!;
      if (
        (left === own || left === 0) &&
        (right === own || right === 0) &&
        (above === own || above === 0) &&
        (below === own || below === 0)
      )
        continue;
      let total = 0;
      let outside = false;
      let r = 0;
      let g = 0;
      let b = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const j = i + dy * width + dx;
          const at = 4 * j;
          const weight = (2 - Math.abs(dx)) * (2 - Math.abs(dy)) * data[at + 3]!;
          outside ||= label[j] === 0;
          total += weight;
          r += weight * data[at]!;
          g += weight * data[at + 1]!;
          b += weight * data[at + 2]!;
        }
      }
      if (total === 0) continue;
      places.push(4 * i);
      colours.push(r / total, g / total, b / total, outside ? data[4 * i + 3]! : total / TENT);
    }
  }
  places.forEach((at, k) => {
    for (let c = 0; c < 4; c++) data[at + c] = Math.round(colours[4 * k + c]!);
  });
}
