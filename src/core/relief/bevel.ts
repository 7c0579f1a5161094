// In: Parts and the width of their edges. Out: for every pixel near an edge, how it leans out over what lies lower.
// Quarter-round edges; pixels take their nearest piece of edge by dead reckoning (Grevera 2004).
//
//   ████████        A piece of edge is a straight line through a border pixel: its way out and its place come from
//   ██████░░  ──▶   how much of a small disc around that pixel lies beyond the border, and where. So the steps of a
//   ████░░░░        slanting border leave no trace in what shines.
import { ownTent } from '../image/own-tent.ts';
import type { Plane } from '../sketch.ts';
import type { Levels } from './levels.ts';

/** Per pixel the way out over the edge, x right, y up, as long as the sine of the lean; 127 is 1. */
export interface Bevel {
  x: Int8Array;
  y: Int8Array;
}

// Sine of the lean at the very edge: a quarter round seen from the front would reach 1, and be black there.
export const STEEPEST = 0.78;
// What lies lower by less, in pixels, is level.
const LEAST_STEP_PIXELS = 0.2;
// Around a border pixel, in pixels.
const DISC_RADIUS = 3.5;
// No surface that is seen turns further away than this.
const LEAST_FACING = 0.05;

/** Offsets of the pixels around one, no farther away than `radius`. */
function around(radius: number): { x: Int8Array; y: Int8Array } {
  const x: number[] = [];
  const y: number[] = [];
  for (let dy = -Math.floor(radius); dy <= radius; dy++) {
    for (let dx = -Math.floor(radius); dx <= radius; dx++) {
      if ((dx === 0 && dy === 0) || Math.hypot(dx, dy) > radius) continue;
      x.push(dx);
      y.push(dy);
    }
  }
  return { x: Int8Array.from(x), y: Int8Array.from(y) };
}
const NEXT = around(1);
const DISC = around(DISC_RADIUS);

/** Pixels of the grid that an edge is broad at most, and what is looked at beside it. */
export function reachOf({ edge, outer }: Levels, pixel: number): number {
  return Math.ceil(DISC_RADIUS + 1 + Math.max(0, ...edge, ...outer) / pixel);
}

/** `labels` as in Parts; `pixel`: its side in drawing units. */
export function bevelOf(labels: Plane<Int32Array>, levels: Levels, pixel: number): Bevel {
  const pieces = edgePieces(labels, levels, pixel);
  evenOut(labels, pieces);
  return leaning(labels, pieces, nearestPieces(labels, pieces));
}

/** One entry a border pixel that something lower lies beside. */
interface Pieces {
  /** Where it is in the picture. */
  at: number[];
  /** The way out, unit, y down. */
  outX: number[];
  outY: number[];
  /** From the pixel's middle to the edge, in pixels. */
  shift: number[];
  /** Of the rounding, in pixels. */
  broad: number[];
}

function edgePieces({ width, height, data }: Plane<Int32Array>, levels: Levels, pixel: number): Pieces {
  const { level, edge, outer } = levels;
  const pieces: Pieces = { at: [], outX: [], outY: [], shift: [], broad: [] };
  const lower = (own: number, other: number): boolean =>
    other === 0 || level[own - 1]! - level[other - 1]! > LEAST_STEP_PIXELS * pixel;
  const wideOf = (own: number, i: number): number => {
    const other = data[i]!;
    if (other === own || !lower(own, other)) return 0;
    return (other === 0 ? outer : edge)[own - 1]! / pixel;
  };
  const add = (i: number, x: number, y: number, broad: number): void => {
    const own = data[i]!;
    let [sx, sy, beyond, ox, oy, inner] = [0, 0, 0, 0, 0, 1];
    for (let k = 0; k < DISC.x.length; k++) {
      const dx = DISC.x[k]!;
      const dy = DISC.y[k]!;
      if (x + dx < 0 || y + dy < 0 || x + dx >= width || y + dy >= height) continue;
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
    if (!(long > 1e-3)) return;
    // Of a disc that a line cuts near its middle, the smaller part is less than half by 2 / (π R) a pixel.
    const shift = (0.5 - beyond / (beyond + inner)) * 0.5 * Math.PI * DISC_RADIUS;
    pieces.at.push(i);
    pieces.outX.push(wx / long);
    pieces.outY.push(wy / long);
    pieces.shift.push(Math.min(1.5, Math.max(0, shift)));
    pieces.broad.push(broad);
  };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const own = data[i]!;
      if (own === 0) continue;
      const left = x > 0 ? i - 1 : i;
      const right = x < width - 1 ? i + 1 : i;
      const above = y > 0 ? i - width : i;
      const below = y < height - 1 ? i + width : i;
      if (data[left] === own && data[right] === own && data[above] === own && data[below] === own) continue;
      const broad = Math.max(wideOf(own, left), wideOf(own, right), wideOf(own, above), wideOf(own, below));
      if (broad >= 1) add(i, x, y, broad);
    }
  }
  return pieces;
}

/** In place: each way out becomes the mean of those of its own part's border pixels around. */
function evenOut({ width, height, data }: Plane<Int32Array>, { at, outX, outY }: Pieces): void {
  const place = new Int32Array(width * height); // number + 1
  at.forEach((i, k) => (place[i] = k + 1));
  const [fromX, fromY] = [outX.slice(), outY.slice()];
  at.forEach((i, k) => {
    const x = i % width;
    const y = (i - x) / width;
    let sx = fromX[k]!;
    let sy = fromY[k]!;
    for (let n = 0; n < DISC.x.length; n++) {
      const u = x + DISC.x[n]!;
      const v = y + DISC.y[n]!;
      if (u < 0 || v < 0 || u >= width || v >= height || data[v * width + u] !== data[i]) continue;
      const other = place[v * width + u]! - 1;
      if (other < 0) continue;
      sx += fromX[other]!;
      sy += fromY[other]!;
    }
    const long = Math.sqrt(sx * sx + sy * sy);
    if (long < 1e-3) return;
    outX[k] = sx / long;
    outY[k] = sy / long;
  });
}

/** Per pixel the number + 1 of the nearest piece of its part's edge, no farther away than that is broad; else 0. */
function nearestPieces({ width, height, data }: Plane<Int32Array>, { at, broad }: Pieces): Int32Array {
  const nearest = new Int32Array(width * height);
  const fromX = Int32Array.from(at, (i) => i % width);
  const fromY = Int32Array.from(at, (i) => Math.floor(i / width));
  at.forEach((i, k) => (nearest[i] = k + 1));
  let front = at;
  while (front.length > 0) {
    const next: number[] = [];
    for (let f = 0; f < front.length; f++) {
      const i = front[f]!;
      const own = data[i];
      const x = i % width;
      const y = (i - x) / width;
      const piece = nearest[i]! - 1;
      const wide = broad[piece]! * broad[piece]!;
      for (let n = 0; n < NEXT.x.length; n++) {
        const u = x + NEXT.x[n]!;
        const v = y + NEXT.y[n]!;
        if (u < 0 || v < 0 || u >= width || v >= height) continue;
        const j = v * width + u;
        if (data[j] !== own) continue;
        const ax = u - fromX[piece]!;
        const ay = v - fromY[piece]!;
        const far = ax * ax + ay * ay;
        if (far >= wide) continue;
        const known = nearest[j]! - 1;
        if (known === piece) continue;
        if (known >= 0) {
          const bx = u - fromX[known]!;
          const by = v - fromY[known]!;
          if (far >= bx * bx + by * by) continue;
        }
        nearest[j] = piece + 1;
        next.push(j);
      }
    }
    front = next;
  }
  return nearest;
}

/** Each pixel's lean from its piece of edge, and the mean of those around: where two edges meet the corner is rounded. */
function leaning(labels: Plane<Int32Array>, pieces: Pieces, nearest: Int32Array): Bevel {
  const { width } = labels;
  const area = nearest.length;
  const leanX = new Float32Array(area);
  const leanY = new Float32Array(area);
  for (let i = 0; i < area; i++) {
    const piece = nearest[i]! - 1;
    if (piece < 0) continue;
    const from = pieces.at[piece]!;
    const outX = pieces.outX[piece]!;
    const outY = pieces.outY[piece]!;
    const ax = (i % width) - (from % width);
    const ay = Math.floor(i / width) - Math.floor(from / width);
    const away = Math.max(0, pieces.shift[piece]! - ax * outX - ay * outY);
    const lean = STEEPEST * Math.max(0, 1 - away / pieces.broad[piece]!);
    leanX[i] = lean * outX;
    leanY[i] = lean * outY;
  }
  const [meanX, meanY] = [leanX, leanY].map((values) => ownTent(labels, nearest, values)) as [
    Float32Array,
    Float32Array,
  ];
  // By hand: Int8Array.from with a function takes 40 times as long, a tenth of a second a megapixel.
  const x = new Int8Array(area);
  const y = new Int8Array(area);
  for (let i = 0; i < area; i++) {
    if (nearest[i] === 0) continue;
    x[i] = Math.round(127 * meanX[i]!);
    y[i] = Math.round(-127 * meanY[i]!);
  }
  return { x, y };
}

/** In place, a normal (x, y, z): leaned over an edge as far as it does not lean that way itself. `x`, `y` as in Bevel. */
export function lean(normal: Float32Array, x: number, y: number): void {
  if (x === 0 && y === 0) return;
  const wanted = Math.sqrt(x * x + y * y);
  const [ux, uy] = [x / wanted, y / wanted];
  const short = wanted / 127 - (normal[0]! * ux + normal[1]! * uy);
  if (short <= 0) return;
  const nx = normal[0]! + short * ux;
  const ny = normal[1]! + short * uy;
  const nz = Math.sqrt(Math.max(LEAST_FACING * LEAST_FACING, 1 - (nx * nx + ny * ny)));
  const long = Math.sqrt(nx * nx + ny * ny + nz * nz);
  normal[0] = nx / long;
  normal[1] = ny / long;
  normal[2] = nz / long;
}
