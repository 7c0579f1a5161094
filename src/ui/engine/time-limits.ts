// Lengths of silences on this machine in, how long one may last before a worker counts as stuck out.
// One number is learned: how many times slower this machine is than the one where USUAL was measured.
import type { Stage } from '../../core/picture.ts';

/** What a worker can be silent about: each stage tells when it begins and as it goes on. */
export type Stretch = Stage | 'unpack' | 'load';

/** What the length of a silence depends on. */
export interface Load {
  /** Of the picture. */
  pixels: number;
  /** Of the SVG text, in characters. */
  letters: number;
}

export interface TimeLimits {
  /** A stretch ended after `ms`. */
  saw: (stretch: Stretch, load: Load, ms: number) => void;
  /** Milliseconds. */
  of: (stretch: Stretch, load: Load) => number;
  /** A worker was taken for stuck: perhaps the machine is only far busier than before, so the next one is
   * given more. */
  doubted: () => void;
}

export const NO_LOAD: Load = { pixels: 0, letters: 0 };

/** The longest silence in a stretch for LOAD or less on a free core of a server of 2026, in milliseconds,
 * rounded from the samples Mug and Car at 1024 in Chromium; and what it grows with. */
const USUAL: Record<Stretch, { ms: number; by: readonly (keyof Load)[] }> = {
  unpack: { ms: 250, by: [] },
  load: { ms: 700, by: [] },
  read: { ms: 30, by: ['letters'] },
  lines: { ms: 150, by: ['letters'] },
  parts: { ms: 100, by: ['pixels', 'letters'] },
  generate: { ms: 400, by: [] },
  light: { ms: 60, by: ['pixels'] },
  encode: { ms: 30, by: ['pixels'] },
};
const LOAD: Load = { pixels: 512 * 512, letters: 20_000 };
/** The first run of a network takes several times as long as the next, and other programs run, too. */
const GENEROUS_TIMES = 12;

/** Nobody draws on a machine that is slower than this; what took longer was a moment in which nothing ran. */
const MOST_TIMES_SLOWER = 12;

/** However often a worker is silent, the next one is given at most so many times what is generous. */
const MOST_DOUBTS = 4;

/** So many stretches are remembered: what a busy minute taught is forgotten after it. */
const REMEMBERED_STRETCHES = 32;

/** `least`: milliseconds that any silence may last. */
export function createTimeLimits(least = 8_000): TimeLimits {
  const seen: number[] = [];
  let doubts = 1;
  const usual = (stretch: Stretch, load: Load): number => {
    const { ms, by } = USUAL[stretch];
    return by.reduce((sum, what) => sum * Math.max(1, load[what] / LOAD[what]), ms);
  };
  return {
    saw(stretch, load, ms) {
      seen.push(ms / usual(stretch, load));
      if (seen.length > REMEMBERED_STRETCHES) seen.shift();
    },
    of(stretch, load) {
      const slower = Math.min(MOST_TIMES_SLOWER, Math.max(1, ...seen));
      return doubts * Math.max(least, GENEROUS_TIMES * slower * usual(stretch, load));
    },
    doubted() {
      doubts = Math.min(MOST_DOUBTS, 2 * doubts);
    },
  };
}
