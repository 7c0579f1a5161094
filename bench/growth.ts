// Samples of memory on the way in; how far it grew between the first and the last third out.
import { median } from './median.ts';
import type { Memory } from './memory.ts';

export type Phase = 'panel' | 'once';
export type Sample = Memory & { phase: Phase; run: number };

export interface Growth {
  phase: Phase;
  memory: keyof Memory;
  /** Medians of the first and the last third of the samples after the warm-up, in megabytes. */
  from: number;
  to: number;
}

/** Share of the runs in which memory may still settle. */
const WARM_UP = 0.2;

/** Warm-up left out. One click has no worker when it is weighed. */
export function growthOf(phase: Phase, samples: readonly Sample[]): Growth[] {
  const mine = samples.filter((sample) => sample.phase === phase);
  const steady = mine.slice(Math.floor(mine.length * WARM_UP));
  const third = Math.max(1, Math.floor(steady.length / 3));
  const memories: (keyof Memory)[] = phase === 'once' ? ['page', 'process'] : ['page', 'worker', 'process'];
  return memories.map((memory) => ({
    phase,
    memory,
    from: median(steady.slice(0, third).map((sample) => sample[memory])),
    to: median(steady.slice(-third).map((sample) => sample[memory])),
  }));
}
