// In: the light on a graphics card and on WASM. Out: nothing where both give the same numbers; an exception,
// in words for the user, where they do not.
import type { Network, Tensor } from '../../core/engine.ts';
import { WEBGL } from '../../words.ts';

/** Of any channel, of 1. */
const TOLERANCE = 2 / 255;
/** A longer test is lost: the panel would take the worker for stuck. Milliseconds. */
const LONGEST_TEST = 3_000;

/** Throws when they are asked for after the time for the test. */
export function* inTime<T>(all: Iterable<T>, now: () => number): Generator<T> {
  const began = now();
  for (const one of all) {
    if (now() - began > LONGEST_TEST) throw new Error(WEBGL.late);
    yield one;
  }
}

/** True when both give the same for all of them, or else an exception. */
export async function proveLight(
  card: Network,
  wasm: Network,
  practice: Iterable<Record<string, Tensor>>,
): Promise<true> {
  for (const inputs of practice) check(await card(inputs), await wasm(inputs));
  return true;
}

/** Throws where a number is more than TOLERANCE from the wanted one, or is none. */
export function check(found: Record<string, Tensor>, wanted: Record<string, Tensor>): void {
  const apart = worst(found, wanted);
  if (!(apart <= TOLERANCE)) throw new Error(WEBGL.wrong(255 * apart));
}

/** The largest difference; not a number where one of them is none. */
function worst(found: Record<string, Tensor>, wanted: Record<string, Tensor>): number {
  let most = 0;
  for (const [name, { data }] of Object.entries(wanted)) {
    const other = found[name]?.data;
    if (other?.length !== data.length) return NaN;
    for (let i = 0; i < data.length; i++) most = Math.max(most, Math.abs(data[i]! - other[i]!));
  }
  return most;
}
