// A batch as a value: which of the selected drawings is made now, what stands and what failed; and what
// follows when one more is there, or failed.
import type { Refusal } from '../../core/sketch.ts';
import type { PluginToUi, Refused } from '../../protocol/plugin.ts';

type Sent = Extract<PluginToUi, { type: 'sketch' }>;

export type ManyKind = 'place' | 'download';

export interface Batch {
  kind: ManyKind;
  /** Of the drawing that is made now. */
  id: string;
  /** Ids of drawings that need not be made again. */
  done: readonly string[];
  job: number;
  total: number;
  /** From 0: the drawing that is being made now. */
  index: number;
  name: string;
  /** 0…1 of this one drawing. */
  fraction: number;
  placed: number;
  /** What went wrong in the part of it that was cancelled. */
  earlier: readonly Refused[];
  /** At the end those, too, that Figma did not export, and that never came. */
  refused: Refused[];
}

/** What a batch, or the rest of one, begins with. */
export type Begun = Pick<Batch, 'kind' | 'done' | 'placed' | 'refused'>;

/** A batch, or the rest of one, that was asked for: until its drawings come, so many. */
export interface Awaited extends Begun {
  total: number;
  /** The job that it is the rest of. */
  goesOn?: number;
}

/** Whether a drawing is its first. Of a rest the plugin says so: some of its drawings may be gone. */
export const isFirstOf = ({ goesOn, total }: Awaited, drawing: Pick<Sent, 'goesOn' | 'total'>): boolean =>
  drawing.goesOn === goesOn && (goesOn !== undefined || drawing.total === total);

export function begunWith(
  { job, total, index, id, name }: Pick<Batch, 'job' | 'total' | 'index' | 'id' | 'name'>,
  { kind, done, placed, refused }: Begun,
): Batch {
  return { kind, done, placed, refused, earlier: refused, job, total, index, id, name, fraction: 0 };
}

/** One more is there. */
export function stood(batch: Batch): Batch {
  return { ...batch, placed: batch.placed + 1, done: [...batch.done, batch.id], fraction: 1 };
}

export function failed(batch: Batch, name: string, refusal: Refusal): Batch {
  return {
    ...batch,
    refused: [...batch.refused, { name, refusal }],
    done: [...batch.done, batch.id],
  };
}
