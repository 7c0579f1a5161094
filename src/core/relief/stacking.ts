// In: Parts and the pieces they are. Out: which part lies on which, and what each shares with its neighbours.
// A border tells by its own outline: where the shape painted before goes on below it (even-odd rule).
import { isWithin, scanLines, type ScanLines } from './scan-lines.ts';
import type { Part, Parts } from '../parts/parts.ts';

/** Two parts with a common border; `upper` was painted later. Indices into Parts.parts. */
export interface Contact {
  lower: number;
  upper: number;
  /** Length of the border, in pixels of the grid. */
  pixels: number;
  /** 0…1: how much of the border lies on the lower part; 0: both end there, side by side. */
  over: number;
}

export interface Stacking {
  contacts: readonly Contact[];
  /** Per part, border with nothing, in pixels. */
  open: Float32Array;
}

/** Per part, all of its border, with others and with nothing, in pixels. */
export function bordersOf({ contacts, open }: Stacking): Float32Array {
  const borders = Float32Array.from(open);
  for (const { lower, upper, pixels } of contacts) {
    borders[lower] = borders[lower]! + pixels;
    borders[upper] = borders[upper]! + pixels;
  }
  return borders;
}

// Places of a border that are asked. They lie this far inside the upper part, besides its stroke.
const ASKED = 24;
const INSIDE_PIXELS = 2;

export function stackingOf({ grid, labels, parts }: Parts): Stacking {
  const { width, height } = grid;
  const { data } = labels;
  const count = parts.length;
  const open = new Float32Array(count);
  const found = new Map<number, { pixels: number; places: number[] }>();
  // A pixel and its neighbour to the right or below.
  const meet = (i: number, j: number): void => {
    const own = data[i]!;
    const other = data[j]!;
    if (own === 0 || other === 0) {
      open[own + other - 1] = open[own + other - 1]! + 1;
      return;
    }
    const key = Math.min(own, other) * (count + 1) + Math.max(own, other);
    const entry = found.get(key) ?? { pixels: 0, places: [] };
    found.set(key, entry);
    entry.pixels++;
    // The pixel of the upper part, and the step from the border into it.
    if (other > own) entry.places.push(j, j - i);
    else entry.places.push(i, i - j);
  };
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (x + 1 < width && data[i + 1] !== data[i]) meet(i, i + 1);
      if (y + 1 < height && data[i + width] !== data[i]) meet(i, i + width);
    }
  }
  const outlines = new Map<Part, ScanLines>();
  const outlineOf = (part: Part): ScanLines => {
    const known = outlines.get(part);
    if (known) return known;
    const lines = part.piece ? scanLines(part.piece.border, grid) : { first: 0, rows: [] };
    outlines.set(part, lines);
    return lines;
  };
  const unit = grid.box.width / width;
  const contacts = [...found].map(([key, { pixels, places }]): Contact => {
    const lower = Math.floor(key / (count + 1)) - 1;
    const upper = (key % (count + 1)) - 1;
    const below = parts[lower]!;
    const above = parts[upper]!;
    if (!below.piece || !above.piece) return { lower, upper, pixels, over: 0 };
    const stroke = above.piece.outlined ? above.piece.shape.stroke.width / unit : 0;
    const deep = Math.ceil(INSIDE_PIXELS + stroke);
    const lines = outlineOf(below);
    let [asked, on] = [0, 0];
    const stride = 2 * Math.max(1, Math.floor(pixels / ASKED));
    for (let k = 0; k < places.length; k += stride) {
      const at = places[k]!;
      const step = places[k + 1]!;
      const x = (at % width) + (Math.abs(step) === 1 ? deep * step : 0);
      const y = Math.floor(at / width) + (Math.abs(step) === 1 ? 0 : deep * Math.sign(step));
      if (x < 0 || y < 0 || x >= width || y >= height || data[y * width + x] !== upper + 1) continue;
      asked++;
      if (isWithin(lines, x, y)) on++;
    }
    return { lower, upper, pixels, over: asked > 0 ? on / asked : 0 };
  });
  return { contacts, open };
}
