// In: a clock and a Watch. Out: a Clock that walks through the stages: tells of each,
// asks whether to go on, takes its time.
import type { Watch } from './engine.ts';
import type { Picture, Stage, PartsStep } from './picture.ts';
import type { Refusal } from './sketch.ts';

export interface Clock {
  /** Ends the stage that runs and begins the next, or goes on with the same. False: stop. */
  next: (stage: Stage, fraction: number) => Promise<boolean>;
  /** A step of the stage that runs begins. Asks nothing, takes no time. */
  step: (name: PartsStep) => void;
  /** Milliseconds of every stage that ran. */
  end: () => Picture['ms'];
}

export const CANCELLED: Refusal = { refused: 'cancelled' };

export function startClock(now: () => number, watch: Watch): Clock {
  const ms: Picture['ms'] = {};
  let running: Stage | null = null;
  let began = 0;
  const stop = (): void => {
    if (running) ms[running] = (ms[running] ?? 0) + now() - began;
  };
  return {
    async next(stage, fraction) {
      stop();
      running = null;
      watch.progress(stage, fraction);
      if (await watch.cancelled()) return false;
      running = stage;
      began = now();
      return true;
    },
    step: (name) => watch.step?.(name),
    end() {
      stop();
      watch.progress('encode', 1);
      return ms;
    },
  };
}
