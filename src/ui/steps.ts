// Settings and the ones before them in, where undo and redo lead out: two stacks of whole values (memento).
import type { Settings } from '../core/sketch.ts';

export interface Steps {
  /** Oldest first. */
  past: readonly Settings[];
  /** The next one last. */
  future: readonly Settings[];
}

export type Direction = 'undo' | 'redo';

export const NO_STEPS: Steps = { past: [], future: [] };

const MOST_STEPS = 100;

/** After a change. `joins`: it goes on with the change before it, as a drag does, and is undone with it. */
export function changed({ past }: Steps, before: Settings, joins: boolean): Steps {
  const goesOn = joins && past.length > 0;
  return { past: goesOn ? past : [...past, before].slice(-MOST_STEPS), future: [] };
}

/** Null where there is nothing to take back, or nothing that was. */
export function stepped(
  { past, future }: Steps,
  now: Settings,
  way: Direction,
): { steps: Steps; settings: Settings } | null {
  const [from, to] = way === 'undo' ? [past, future] : [future, past];
  const settings = from.at(-1);
  if (!settings) return null;
  const left = from.slice(0, -1);
  const more = [...to, now];
  return { settings, steps: way === 'undo' ? { past: left, future: more } : { past: more, future: left } };
}
