// In: Parts and the width of their edges. Out: the pieces of edge, one a border pixel that something lower
// lies beside.
//
//   ████████        A piece of edge is a straight line through a border pixel: its way out and its place come
//   ██████░░  ──▶   from how much of a small disc around that pixel lies beyond the border, and where. So
//   ████░░░░        the steps of a slanting border leave no trace in what shines.
import type { Plane } from '../sketch.ts';
import { DISC_RADIUS, DISC_X, DISC_Y, RIM } from './disc.ts';
import type { Levels } from './levels.ts';

// What lies lower by less, in pixels, is level.
const LEAST_STEP_PIXELS = 0.2;
/** One entry a piece. */
export interface EdgePieces {
  count: number;
  /** Where it is in the picture. */
  at: Int32Array;
  /** The way out, unit, y down. */
  outX: Float64Array;
  outY: Float64Array;
  /** From the pixel's middle to the edge, in pixels. */
  shift: Float64Array;
  /** Of the rounding, in pixels. */
  broad: Float64Array;
  /** Per pixel of the picture its piece's number + 1; 0: none. */
  numbers: Int32Array;
}

/** `pixel`: its side in drawing units. */
export function edgePieces(
  labels: Plane<Int32Array>,
  { level, edge, outer }: Levels,
  pixel: number,
): EdgePieces {
  const { width, height, data } = labels;
  const least = LEAST_STEP_PIXELS * pixel;
  const lower = (own: number, other: number): boolean =>
    other === 0 || level[own - 1]! - level[other - 1]! > least;
  const wideOf = (own: number, other: number): number => {
    if (other === own || !lower(own, other)) return 0;
    return (other === 0 ? outer : edge)[own - 1]! / pixel;
  };
  const places: number[] = [];
  const widths: number[] = [];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const own = data[i]!;
      if (own === 0) continue;
      const left = x > 0 ? data[i - 1]! : own;
      const right = x < width - 1 ? data[i + 1]! : own;
      const above = y > 0 ? data[i - width]! : own;
      const below = y < height - 1 ? data[i + width]! : own;
      if (left === own && right === own && above === own && below === own) continue;
      const broad = Math.max(wideOf(own, left), wideOf(own, right), wideOf(own, above), wideOf(own, below));
      if (broad < 1) continue;
      places.push(i);
      widths.push(broad);
    }
  }
  return piecesAt(labels, lower, places, widths);
}

/** At those of the places where something lower lies beside. */
function piecesAt(
  { width, height, data }: Plane<Int32Array>,
  lower: (own: number, other: number) => boolean,
  places: readonly number[],
  widths: readonly number[],
): EdgePieces {
  const make = (): Float64Array => new Float64Array(places.length);
  const pieces = {
    at: new Int32Array(places.length),
    outX: make(),
    outY: make(),
    shift: make(),
    broad: make(),
  };
  const numbers = new Int32Array(width * height);
  let count = 0;
  for (let p = 0; p < places.length; p++) {
    const i = places[p]!;
    const own = data[i]!;
    const x = i % width;
    const y = (i - x) / width;
    const isWhole = x >= RIM && y >= RIM && x < width - RIM && y < height - RIM;
    let [sx, sy, beyond, ox, oy, inner] = [0, 0, 0, 0, 0, 1];
    for (let k = 0; k < DISC_X.length; k++) {
      const dx = DISC_X[k]!;
      const dy = DISC_Y[k]!;
      if (!isWhole && (x + dx < 0 || y + dy < 0 || x + dx >= width || y + dy >= height)) continue;
      const other = data[i + dx + dy * width]!;
      if (other === own) {
        inner++;
        ox += dx;
        oy += dy;
      } else if (lower(own, other)) {
        // A third part that rises here says nothing of this edge.
        beyond++;
        sx += dx;
        sy += dy;
      }
    }
    // From the middle of its own pixels to the middle of those beyond.
    const wx = sx / beyond - ox / inner;
    const wy = sy / beyond - oy / inner;
    const long = Math.sqrt(wx * wx + wy * wy);
    if (!(long > 1e-3)) continue;
    // Of a disc that a line cuts near its middle, the smaller part is less than half by 2 / (π R) a pixel.
    const shift = (0.5 - beyond / (beyond + inner)) * 0.5 * Math.PI * DISC_RADIUS;
    pieces.at[count] = i;
    pieces.outX[count] = wx / long;
    pieces.outY[count] = wy / long;
    pieces.shift[count] = Math.min(1.5, Math.max(0, shift));
    pieces.broad[count] = widths[p]!;
    numbers[i] = ++count;
  }
  return { count, numbers, ...pieces };
}

/** In place: each way out becomes the mean of those of its own part's border pixels around. */
export function evenOut({ width, height, data }: Plane<Int32Array>, pieces: EdgePieces): void {
  const { count, at, outX, outY, numbers } = pieces;
  const fromX = outX.slice();
  const fromY = outY.slice();
  for (let k = 0; k < count; k++) {
    const i = at[k]!;
    const own = data[i]!;
    const x = i % width;
    const y = (i - x) / width;
    let sx = fromX[k]!;
    let sy = fromY[k]!;
    for (let n = 0; n < DISC_X.length; n++) {
      const u = x + DISC_X[n]!;
      const v = y + DISC_Y[n]!;
      if (u < 0 || v < 0 || u >= width || v >= height) continue;
      const other = numbers[v * width + u]! - 1;
      if (other < 0 || data[v * width + u] !== own) continue;
      sx += fromX[other]!;
      sy += fromY[other]!;
    }
    const long = Math.sqrt(sx * sx + sy * sy);
    if (long < 1e-3) continue;
    outX[k] = sx / long;
    outY[k] = sy / long;
  }
}
