// In: samples over a model square, the part at each. Out: their value at pixels of a picture, from the own
// part alone.
// Bilinear interpolation, normalised over the samples that are of the pixel's part (Knutsson and Westin
// 1993).
import { between, type Grid } from '../image/grid.ts';

/** Some of a picture's pixels, row after row, and their parts. */
interface OwnPixels {
  pixels: Int32Array;
  /** Of the whole picture. */
  labels: Int32Array;
  /** Each pixel's view; null: there is one. Those of other views than `view` are passed over. */
  zones: Uint8Array | null;
  view: number;
}

export interface OwnSide {
  row: (y: number) => void;
  /** `otherwise`: where no sample near the pixel is of its part. */
  pixel: (x: number, label: number, values: Float32Array, otherwise: number) => number;
  /** The same for many at once; `to`: one entry a pixel. */
  strip: (own: OwnPixels, wish: { values: Float32Array; otherwise: number; to: Float64Array }) => void;
}

export function openOwnSide(labels: Int32Array, square: Grid, grid: Grid): OwnSide {
  const size = square.width;
  const to = between(grid, square);
  const columns = Float32Array.from({ length: grid.width }, (_, x) =>
    Math.min(size - 1.001, Math.max(0, to.x(x) - 0.5)),
  );
  let [row, g] = [0, 0];
  const line = (y: number): void => {
    const v = Math.min(size - 1.001, Math.max(0, to.y(y) - 0.5));
    row = size * Math.floor(v);
    g = v - Math.floor(v);
  };
  const pixel = (x: number, label: number, values: Float32Array, otherwise: number): number => {
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
  };
  return {
    row: line,
    pixel,
    strip({ pixels, labels: parts, zones, view }, { values, otherwise, to: found }) {
      let from = -grid.width;
      for (let k = 0; k < pixels.length; k++) {
        const i = pixels[k]!;
        if (zones !== null && zones[i] !== view) continue;
        if (i >= from + grid.width) {
          const y = Math.floor(i / grid.width);
          from = y * grid.width;
          line(y);
        }
        // As `pixel`, written out: what a function gives back would be a new number in memory for each.
        const label = parts[i]!;
        const u = columns[i - from]!;
        const column = Math.floor(u);
        const f = u - column;
        const at = row + column;
        const a = labels[at] === label ? (1 - f) * (1 - g) : 0;
        const b = labels[at + 1] === label ? f * (1 - g) : 0;
        const c = labels[at + size] === label ? (1 - f) * g : 0;
        const d = labels[at + size + 1] === label ? f * g : 0;
        const total = a + b + c + d;
        found[k] =
          total < 1e-6
            ? otherwise
            : (a * values[at]! + b * values[at + 1]! + c * values[at + size]! + d * values[at + size + 1]!) /
              total;
      }
    },
  };
}
