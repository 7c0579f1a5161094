// What a runtime said or did when it broke in, a refusal out: which of the sentences fits.
import { isOutOfMemory } from '../../core/memory-error.ts';
import type { Reason, Refusal } from '../../core/sketch.ts';

/** The connection was closed on purpose, and another one is there: no fault of its open jobs. */
export class Replaced extends Error {
  constructor() {
    super('the worker was replaced');
  }
}

/** Silence of a worker that has work to do. */
export class Hangs extends Error {
  constructor(ms: number) {
    super(`the worker said nothing for ${Math.round(ms / 1000)} s`);
  }
}

const FAULTS: readonly Reason[] = ['out-of-memory', 'runtime-failed'];

/** Whether a refusal is the runtime's own trouble, which a new worker may not have. */
export function isFault({ refused }: Refusal): boolean {
  return FAULTS.includes(refused);
}

export function excuse(error: unknown): Refusal {
  if (error instanceof Hangs) return { refused: 'runtime-hangs' };
  const detail = error instanceof Error ? error.message : String(error);
  return isOutOfMemory(detail) ? { refused: 'out-of-memory' } : { refused: 'runtime-failed', detail };
}
