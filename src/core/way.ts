// What the two ways from a drawing to its picture have in common: what goes in, and
// what comes out before it is a file.
import type { Clock } from './clock.ts';
import type { Insights } from './form/insight.ts';
import type { Solid } from './relief/solid.ts';
import { SIZES } from './sketch.ts';
import type { PartsSeen } from './parts-seen.ts';
import type { Layer, Note, Opening } from './picture.ts';
import type { Box, Refusal, Rgba, Settings, Sketch } from './sketch.ts';

export interface Insightful {
  /** What the stages saw; made when asked for. */
  insight: () => Insights;
  /** Which part is where, and what it wears. */
  parts: () => PartsSeen;
  /**
   * Its surface, found when asked for; null: its kind of generator finds no form. `goOn` is told how much is
   * done, 0…1; the answer is null where it said to stop.
   */
  solid: ((goOn: (fraction: number) => Promise<boolean>) => Promise<Solid | null>) | null;
}

/** Large pictures are written as they are made. */
export type Filed = Omit<Layer, 'box'>;

/** A picture before it is a file. */
export interface Drawn extends Insightful {
  image: Rgba | Filed;
  box: Box;
  /** The shadow on the ground, where it was wanted apart, and all that lies behind the picture. */
  ground: { image: Rgba; box: Box } | null;
  notes: Note[];
  openings: readonly Opening[];
}

/**
 * Settings of a picture of any size. `scale`: pixels a unit of the drawing, instead of the size; `orLess`:
 * where that is too long, as many whole ones as can be.
 */
export type Wanted = Omit<Settings, 'size'> & { size: number; scale?: number; orLess?: true };

const MOST_PIXELS = Math.max(...SIZES);

/** Longest side in pixels of a picture that covers `box`; a refusal where that is too long. */
export function sideOf(
  { size, scale, orLess }: Pick<Wanted, 'size' | 'scale' | 'orLess'>,
  box: Pick<Box, 'width' | 'height'>,
): number | Refusal {
  if (scale === undefined) return size;
  const long = Math.max(box.width, box.height);
  const side = Math.max(1, Math.round(scale * long));
  if (side <= MOST_PIXELS) return side;
  const less = Math.floor(MOST_PIXELS / long);
  if (orLess) return less > 0 ? Math.round(less * long) : MOST_PIXELS;
  return {
    refused: 'too-large',
    detail: `at ${scale}x it is ${side} pixels long; ${MOST_PIXELS} is the most`,
  };
}

/** The same inside, where refusals may also be thrown. Each kind of generator has its own. */
export type Way = (sketch: Sketch, settings: Wanted, clock: Clock) => Promise<Drawn | Refusal>;

/** Each way keeps what it found, so that turns between both cost nothing. */
export interface Ways {
  full: Way;
  draft: Way;
}
