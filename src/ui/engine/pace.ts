// How long stretches of silence lasted on this machine in, how long one may last before a worker counts as stuck out.
// One number is learned: how many times slower this machine is than the one where USUAL was measured.
import type { Stage } from '../../core/sketch.ts';

/** What a worker can be silent about: each stage tells when it begins and as it goes on. */
export type Stretch = Stage | 'unpack' | 'load';

/** What the length of a silence depends on. */
export interface Load {
  /** Of the picture. */
  pixels: number;
  /** Of the SVG text, in characters. */
  letters: number;
}

export interface Pace {
  /** A stretch ended after `ms`. */
  saw: (stretch: Stretch, load: Load, ms: number) => void;
  /** Milliseconds. */
  limit: (stretch: Stretch, load: Load) => number;
  /** A worker was taken for stuck: perhaps the machine is only far busier than before, so the next one is given more. */
  doubted: () => void;
}

export const NOTHING: Load = { pixels: 0, letters: 0 };

/** Milliseconds of the longest silence in a stretch, for LOAD or less, on a free core of a server of 2026. */
const USUAL: Record<Stretch, number> = {
  unpack: 600,
  load: 1200,
  read: 60,
  lines: 60,
  parts: 250,
  generate: 400,
  light: 100,
  encode: 60,
};
const LOAD: Load = { pixels: 512 * 512, letters: 20_000 };
/** The first run of a network takes several times as long as the next, and other programs want the machine too. */
const GENEROUS = 30;

/** So many stretches are remembered: what a busy minute taught is forgotten after it. */
const REMEMBERED = 32;

/** `least`: milliseconds that any silence may last. */
export function createPace(least = 15_000): Pace {
  const seen: number[] = [];
  let doubts = 1;
  const usual = (stretch: Stretch, { pixels, letters }: Load): number =>
    USUAL[stretch] * Math.max(1, pixels / LOAD.pixels) * Math.max(1, letters / LOAD.letters);
  return {
    saw(stretch, load, ms) {
      seen.push(ms / usual(stretch, load));
      if (seen.length > REMEMBERED) seen.shift();
    },
    limit: (stretch, load) =>
      doubts * Math.max(least, GENEROUS * Math.max(1, ...seen) * usual(stretch, load)),
    doubted() {
      doubts *= 2;
    },
  };
}
