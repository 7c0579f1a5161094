// In: what the generator found, and the lines that it was shown. Out: how much of what they enclose is in
// doubt.
// Erosion by a square, by running counts, inside the connected components that the lines enclose.
import { regionsOf } from '../image/regions-of-mask.ts';
import type { Plane } from '../sketch.ts';
import type { Intrinsic } from './tensor.ts';

/** Coverage between these is neither object nor nothing. */
const UNSURE = { least: 0.1, most: 0.9 };
/** A border's own ramp is narrower than a square of 2 · side / RAMPS_PER_SIDE + 1 pixels. */
const RAMPS_PER_SIDE = 128;
/**
 * Of what is covered. models/training/evaluation/doubt.py: of held-out drawings, given as lines alone, half
 * have less than 0.012, and a tenth more than 0.16 at 512: those are guesses, too.
 */
const UNSURE_SHARE = 0.06;
/** Coverage by a line from which on it is a wall. */
const WALL_COVERAGE = 0.4;
/** Smaller ones, as a share of the square, are gaps between strokes. */
const SPECK_SHARE = 1 / 2048;

/** What is asked of a view. */
export interface Judged {
  lines: Plane;
  intrinsic: Pick<Intrinsic, 'size' | 'coverage'>;
}

/**
 * Whether the pictures of this drawing's objects are a guess. It is for drawings of lines, where the
 * generator judges what they enclose; what it thinks of lines that enclose nothing decides nothing.
 */
export function isUnsure(views: readonly Judged[]): boolean {
  let [broad, covered] = [0, 0];
  for (const { lines, intrinsic } of views) {
    const enclosed = enclosedIn(lines, intrinsic.size);
    broad += broadDoubt(intrinsic, enclosed);
    for (let i = 0; i < enclosed.length; i++) if (enclosed[i] && intrinsic.coverage[i]! > 0.5) covered += 1;
  }
  return broad > UNSURE_SHARE * covered;
}

/** 1 inside what the lines enclose, on a square of `size` pixels a side. */
function enclosedIn({ width, height, data }: Plane, size: number): Uint8Array {
  const ink = new Uint8Array(data.length);
  for (let i = 0; i < ink.length; i++) if (data[i]! > WALL_COVERAGE) ink[i] = 1;
  const { map } = regionsOf({ width, height, data: ink }, SPECK_SHARE * width * height);
  const enclosed = new Uint8Array(size * size);
  for (let y = 0, i = 0; y < size; y++) {
    const row = width * Math.floor((y * height) / size);
    for (let x = 0; x < size; x++, i++)
      enclosed[i] = map.data[row + Math.floor((x * width) / size)]! > 0 ? 1 : 0;
  }
  return enclosed;
}

/** Enclosed pixels all around which, too, nothing is sure. */
function broadDoubt({ size, coverage }: Judged['intrinsic'], enclosed: Uint8Array): number {
  const side = 2 * Math.round(size / RAMPS_PER_SIDE) + 1;
  // Per column, how many unsure pixels end in this row without a gap.
  const runs = new Uint16Array(size);
  let broad = 0;
  for (let y = 0, i = 0; y < size; y++) {
    let long = 0;
    for (let x = 0; x < size; x++, i++) {
      const value = enclosed[i] ? coverage[i]! : 0;
      runs[x] = value > UNSURE.least && value < UNSURE.most ? runs[x]! + 1 : 0;
      long = runs[x]! >= side ? long + 1 : 0;
      if (long >= side) broad += 1;
    }
  }
  return broad;
}
