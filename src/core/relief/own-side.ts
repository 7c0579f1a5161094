// In: samples over a model square, the part at each. Out: their value at pixels of a picture, from the own part alone.
// Bilinear interpolation, normalised over the samples that are of the pixel's part (Knutsson and Westin 1993).
import { between, type Grid } from '../image/grid.ts';

export interface OwnSide {
  row: (y: number) => void;
  /** `otherwise`: where no sample near the pixel is of its part. */
  pixel: (x: number, label: number, values: Float32Array, otherwise: number) => number;
}

export function openOwnSide(labels: Int32Array, square: Grid, grid: Grid): OwnSide {
  const size = square.width;
  const to = between(grid, square);
  const columns = Float32Array.from({ length: grid.width }, (_, x) =>
    Math.min(size - 1.001, Math.max(0, to.x(x) - 0.5)),
  );
  let [row, g] = [0, 0];
  return {
    row(y) {
      const v = Math.min(size - 1.001, Math.max(0, to.y(y) - 0.5));
      row = size * Math.floor(v);
      g = v - Math.floor(v);
    },
    pixel(x, label, values, otherwise) {
      const u = columns[x]!;
      const i = Math.floor(u);
      const f = u - i;
      const at = row + i;
      const a = labels[at] === label ? (1 - f) * (1 - g) : 0;
      const b = labels[at + 1] === label ? f * (1 - g) : 0;
      const c = labels[at + size] === label ? (1 - f) * g : 0;
      const d = labels[at + size + 1] === label ? f * g : 0;
      const total = a + b + c + d;
      if (total < 1e-6) return otherwise;
      return (
        (a * values[at]! + b * values[at + 1]! + c * values[at + size]! + d * values[at + size + 1]!) / total
      );
    },
  };
}
