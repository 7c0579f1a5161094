// In: nothing. Out: milliseconds that this thread has had a processor: on a machine that others use, what a
// quiet one would take.
import { readFileSync } from 'node:fs';

/** Where the system does not tell, the time on the wall. */
export function busy(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}
