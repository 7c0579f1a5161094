// Unknown data in; numbers, texts and bytes that many schemas share out. `Shape<T>` is the schema of a type:
// a noun that changes without its schema does not compile.
import * as v from 'valibot';
import type { Box } from '../core/sketch.ts';

export type Schema<T> = v.GenericSchema<unknown, T>;

/** Letters of a name that a user gives. */
export const MOST_OWN_NAME = 60;

export const bytes = v.instance(Uint8Array);
/** Job numbers and indices. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const wholeNumber = v.pipe(v.number(), v.safeInteger());
export const side = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
export const coordinate = v.pipe(v.number(), v.finite());
export const notNegative = v.pipe(coordinate, v.minValue(0));

export const box: Schema<Box> = v.object({
  x: coordinate,
  y: coordinate,
  width: notNegative,
  height: notNegative,
});

export const hexColour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/));
/** An id, a name or a runtime. Anything longer was not written by us. */
export const shortText = v.pipe(v.string(), v.maxLength(200));

export const unit = v.pipe(coordinate, v.minValue(0), v.maxValue(1));
