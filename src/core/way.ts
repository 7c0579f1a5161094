// What the two ways from a drawing to its picture have in common: what goes in, and
// what comes out before it is a file.
import type { Clock } from './clock.ts';
import type { Insights } from './form/insight.ts';
import type { Solid } from './relief/solid.ts';
import type { Box, Layer, Note, PartsSeen, Refusal, Rgba, Settings, Sketch } from './sketch.ts';

export interface Insightful {
  /** What the stages saw; made when asked for. */
  insight: () => Insights;
  /** Which part is where, and what it wears. */
  parts: () => PartsSeen;
  /**
   * Its surface, found when asked for; null: its kind of generator finds no form. `goOn` is told how much is done, 0…1;
   * the answer is null where it said to stop.
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
}

/** Settings of a picture of any size. */
export type Wanted = Omit<Settings, 'size'> & { size: number };

/** The same inside, where refusals may also be thrown. Each kind of generator has its own. */
export type Way = (sketch: Sketch, settings: Wanted, clock: Clock) => Promise<Drawn | Refusal>;

/** Each way keeps what it found, so that turns between both cost nothing. */
export interface Ways {
  full: Way;
  draft: Way;
}
