// The schema of a wire's messages in; its door out: unknown data in, a message or null out.
// What does not fit is dropped and counted, never obeyed: any page that can reach the frame may post to it,
// on its own thread a browser's extensions too, and an old worker may still talk.
import * as v from 'valibot';

export interface Door<T> {
  read: (data: unknown) => T | null;
  /** How many messages were dropped. */
  readonly dropped: number;
}

export function openDoor<T>(schema: v.GenericSchema<unknown, T>): Door<T> {
  let dropped = 0;
  return {
    read(data) {
      const read = v.safeParse(schema, data);
      if (read.success) return read.output;
      dropped += 1;
      return null;
    },
    get dropped() {
      return dropped;
    },
  };
}
