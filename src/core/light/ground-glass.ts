// In: the grid of an object's ground, the parts of the picture, which of them let light through. Out: where
// light passes through the object there, and its colour.
import type { Rgb } from '../colour/colour.ts';
import { between, type Grid } from '../image/grid.ts';
import type { Parts } from '../parts/parts.ts';

export interface Glass {
  /** Per cell, how much of the light passes, 0…1. */
  passes: Float32Array;
  /** Per column, the middle of the glass that it belongs to, in columns. */
  middle: Float32Array;
  /** sRGB 0…255, of all that light. */
  colour: Rgb;
}

export interface Passing {
  /** Per part, how much light it lets through, 0…1. */
  clear: readonly number[];
  /** Per part. */
  colours: readonly Rgb[];
}

// Light that has gone through a body of glass has less of its dye than glass has that is seen: it is thrown
// past it, too.
const PALER = 0.2;

/** Null: no light passes. */
export function glassOver(
  grid: Grid,
  found: Pick<Parts, 'grid' | 'labels'>,
  { clear, colours }: Passing,
): Glass | null {
  const { width, height } = grid;
  const passes = new Float32Array(width * height);
  const to = between(grid, found.grid);
  const sum = { red: 0, green: 0, blue: 0 };
  let total = 0;
  for (let y = 0; y < height; y++) {
    const row = Math.floor(to.y(y));
    if (row < 0 || row >= found.grid.height) continue;
    for (let x = 0; x < width; x++) {
      const column = Math.floor(to.x(x));
      if (column < 0 || column >= found.grid.width) continue;
      const label = found.labels.data[row * found.grid.width + column]!;
      const share = label === 0 ? 0 : clear[label - 1]!;
      if (share === 0) continue;
      passes[y * width + x] = share;
      total += share;
      const [red, green, blue] = colours[label - 1]!;
      sum.red += share * red;
      sum.green += share * green;
      sum.blue += share * blue;
    }
  }
  if (total === 0) return null;
  const paler = (value: number): number => PALER * 255 + ((1 - PALER) * value) / total;
  return {
    passes,
    middle: middlesOf(passes, width),
    colour: [paler(sum.red), paler(sum.green), paler(sum.blue)],
  };
}

/** Of runs of columns in which some light passes. */
function middlesOf(passes: Float32Array, width: number): Float32Array {
  const clear = new Uint8Array(width);
  passes.forEach((share, i) => share > 0 && (clear[i % width] = 1));
  const middle = new Float32Array(width);
  for (let from = 0; from < width;) {
    let to = from + 1;
    while (to < width && clear[to] === clear[from]) to++;
    middle.fill((from + to - 1) / 2, from, to);
    from = to;
  }
  return middle;
}
