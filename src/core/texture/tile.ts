// In: one repeat of a pattern. Out: its slopes and tone at any place, for pixels of any size.
// A tile and its smaller copies (mipmaps, Williams 1983), read by bilinear interpolation; it goes round and
// round.
import type { Texel, Repeat } from './woven.ts';

/** Samples of the largest copy, a power of two. */
const SIDE = 256;
const VALUES = 3;

/** x and y: height per repeat, to the right and up; tone: its mean is 0. */
interface Tile {
  /** Writes x, y and tone. `footprint`: how much of a repeat a pixel covers. */
  read: (u: number, v: number, to: Float32Array) => void;
}

export type Tiles = (footprint: number) => Tile;

export function tilesByFootprint(repeat: Repeat): Tiles {
  const copies = [copyOf(repeat)];
  return (footprint) => {
    const wanted = Math.min(Math.log2(SIDE), Math.max(0, Math.round(Math.log2(footprint * SIDE))));
    while (copies.length <= wanted) copies.push(halved(copies.at(-1)!));
    return tileOf(copies[wanted]!);
  };
}

interface Copy {
  side: number;
  data: Float32Array;
}

function copyOf(repeat: Repeat): Copy {
  const points: Texel[] = [];
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) points.push(repeat((x + 0.5) / SIDE, (y + 0.5) / SIDE));
  const mean = points.reduce((sum, [, tone]) => sum + tone, 0) / points.length;
  const data = new Float32Array(VALUES * SIDE * SIDE);
  const high = (x: number, y: number): number => points[(y & (SIDE - 1)) * SIDE + (x & (SIDE - 1))]![0];
  for (let y = 0, at = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++, at += VALUES) {
      data[at] = (SIDE / 2) * (high(x + 1, y) - high(x - 1, y));
      data[at + 1] = (SIDE / 2) * (high(x, y + 1) - high(x, y - 1));
      data[at + 2] = points[y * SIDE + x]![1] - mean;
    }
  return { side: SIDE, data };
}

/** Each sample the mean of four. */
function halved({ side, data }: Copy): Copy {
  const half = side / 2;
  const less = new Float32Array(VALUES * half * half);
  for (let y = 0; y < half; y++)
    for (let x = 0; x < half; x++)
      for (let c = 0; c < VALUES; c++) {
        const at = VALUES * (2 * y * side + 2 * x) + c;
        const below = at + VALUES * side;
        less[VALUES * (y * half + x) + c] =
          (data[at]! + data[at + VALUES]! + data[below]! + data[below + VALUES]!) / 4;
      }
  return { side: half, data: less };
}

function tileOf({ side, data }: Copy): Tile {
  const most = side - 1;
  return {
    read(u, v, to) {
      const x = u * side - 0.5;
      const y = v * side - 0.5;
      const i = Math.floor(x);
      const j = Math.floor(y);
      const f = x - i;
      const g = y - j;
      const top = (j & most) * side;
      const bottom = ((j + 1) & most) * side;
      const a = VALUES * (top + (i & most));
      const b = VALUES * (top + ((i + 1) & most));
      const c = VALUES * (bottom + (i & most));
      const d = VALUES * (bottom + ((i + 1) & most));
      const wa = (1 - f) * (1 - g);
      const wb = f * (1 - g);
      const wc = (1 - f) * g;
      const wd = f * g;
      for (let k = 0; k < VALUES; k++)
        to[k] = wa * data[a + k]! + wb * data[b + k]! + wc * data[c + k]! + wd * data[d + k]!;
    },
  };
}
