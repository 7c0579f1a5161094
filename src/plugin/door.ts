// Whatever the frame posts in → a message of ours, or null. What is malformed is dropped and counted, never obeyed.
import * as v from 'valibot';
import type { UiToPlugin } from '../protocol.ts';
import { box, bytes, count, notes, refusal, settings } from '../schemas.ts';
import { made } from './made.ts';

const side = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const message: v.GenericSchema<unknown, UiToPlugin> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('ask'), job: count }),
  v.object({
    type: v.literal('place'),
    job: count,
    index: count,
    picture: v.object({ png: bytes, width: side, height: side, box, notes }),
    made,
  }),
  v.object({ type: v.literal('refused'), job: count, index: count, refusal }),
  v.object({ type: v.literal('cancel'), job: count }),
  v.object({ type: v.literal('settings'), settings }),
  v.object({ type: v.literal('close') }),
]);

export interface Door {
  enter: (unknown: unknown) => UiToPlugin | null;
  /** How many messages were dropped. */
  readonly dropped: number;
}

export function openDoor(): Door {
  let dropped = 0;
  return {
    enter(unknown) {
      const read = v.safeParse(message, unknown);
      if (read.success) return read.output;
      dropped += 1;
      return null;
    },
    get dropped() {
      return dropped;
    },
  };
}
