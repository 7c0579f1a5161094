// In: one repeat of a pattern. Out: its slopes and tone at any place, for pixels of any size.
// A tile and its smaller copies (mipmaps, Williams 1983), each without the waves that such pixels show as
// others (a low pass: sinc in Hann's window), read by bilinear interpolation; it goes round and round.
import type { Texel, Repeat } from './woven.ts';

/** Samples of the largest copy, a power of two. */
const SIDE = 256;
const VALUES = 3;
// In pixels: waves as short as this are half as strong, those below two are gone; how far a pixel looks.
const SHORTEST_PIXELS = 3.1;
const REACH_PIXELS = 4;
// A pixel is from so many samples of a copy to twice as many; where it is less than one sample, samples show
// as they are.
const FEWEST_SAMPLES = 1.5;
const LARGE_SAMPLE = 0.5;
// Sizes of pixels for which there are copies: so many to twice the size. More are not kept.
const PER_OCTAVE = 4;
const MOST_KEPT = 12;

/** x and y: height per repeat, to the right and up; tone: its mean is 0. */
export interface PatternTile {
  /** Writes x, y and tone. `footprint`: how much of a repeat a pixel covers. */
  read: (u: number, v: number, to: Float32Array) => void;
}

export type Tiles = (footprint: number) => PatternTile;

export function tilesByFootprint(repeat: Repeat): Tiles {
  const copies = [copyOf(repeat)];
  const tiles = new Map<number, PatternTile>();
  const even = tileOf({ side: 1, data: new Float32Array(VALUES) });
  const make = (footprint: number): PatternTile => {
    const wanted = Math.max(0, Math.floor(Math.log2((footprint * SIDE) / FEWEST_SAMPLES)));
    while (copies.length <= wanted) copies.push(halved(copies.at(-1)!));
    const copy = copies[wanted]!;
    const samples = footprint * copy.side;
    return tileOf(samples < LARGE_SAMPLE ? copy : softened(copy, samples));
  };
  return (footprint) => {
    if (footprint * SHORTEST_PIXELS >= 1) return even;
    const step = Math.round(PER_OCTAVE * Math.log2(Math.max(footprint, LARGE_SAMPLE / 2 / SIDE)));
    const tile = tiles.get(step) ?? make(2 ** (step / PER_OCTAVE));
    if (tiles.size >= MOST_KEPT) tiles.clear();
    tiles.set(step, tile);
    return tile;
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

/** `samples`: how many of the copy's a pixel is wide. */
function softened({ side, data }: Copy, samples: number): Copy {
  const reach = Math.ceil(REACH_PIXELS * samples) - 1;
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, k) => {
    const pixels = (k - reach) / samples;
    const wave = (2 * Math.PI * pixels) / SHORTEST_PIXELS;
    const sinc = wave === 0 ? 1 : Math.sin(wave) / wave;
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * pixels) / REACH_PIXELS));
  });
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  const along = (from: Float32Array, line: number, step: number): Float32Array => {
    const to = new Float32Array(from.length);
    for (let j = 0; j < side; j++)
      for (let i = 0; i < side; i++)
        for (let k = 0; k < kernel.length; k++) {
          const weight = kernel[k]! / total;
          const other = VALUES * (j * line + ((i + k - reach) & (side - 1)) * step);
          const at = VALUES * (j * line + i * step);
          for (let c = 0; c < VALUES; c++) to[at + c] = to[at + c]! + weight * from[other + c]!;
        }
    return to;
  };
  return { side, data: along(along(data, side, 1), 1, side) };
}

function tileOf({ side, data }: Copy): PatternTile {
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
