// Unknown data in, the shared nouns out: valibot schemas of what crosses the wires, for the doors of plugin, panel and worker.
// Each is declared as the schema of its type, so that a noun that changes without its schema does not compile.
import * as v from 'valibot';
import { REASONS, SIZES } from './core/sketch.ts';
import type { Box, Note, Picture, Refusal, Settings, Sketch, Stage } from './core/sketch.ts';

type Shape<T> = v.GenericSchema<unknown, T>;

export const bytes = v.instance(Uint8Array);
/** Job numbers and indices. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const whole = v.pipe(v.number(), v.safeInteger());
const side = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const coordinate = v.pipe(v.number(), v.finite());
const length = v.pipe(coordinate, v.minValue(0));

export const box: Shape<Box> = v.object({ x: coordinate, y: coordinate, width: length, height: length });

export const sketch: Shape<Sketch> = v.object({ id: v.string(), name: v.string(), svg: v.string() });

export const settings: Shape<Settings> = v.object({
  model: v.string(),
  studio: v.string(),
  size: v.picklist(SIZES),
  seed: whole,
  shadow: v.boolean(),
});

export const refusal: Shape<Refusal> = v.object({
  refused: v.picklist(REASONS),
  detail: v.exactOptional(v.string()),
});

const STAGES = ['read', 'lines', 'parts', 'generate', 'light', 'encode'] as const satisfies readonly Stage[];
export const stage: Shape<Stage> = v.picklist(STAGES);

const NOTES = [
  'text-not-outlined',
  'nothing-closed',
  'image-traced',
  'far-too-detailed',
  'outside-cut',
] as const satisfies readonly Note[];

export const notes: Shape<Note[]> = v.array(v.picklist(NOTES));

const milliseconds = v.exactOptional(length);

export const picture: Shape<Picture> = v.object({
  png: bytes,
  width: side,
  height: side,
  box,
  ms: v.object({
    read: milliseconds,
    lines: milliseconds,
    parts: milliseconds,
    generate: milliseconds,
    light: milliseconds,
    encode: milliseconds,
  }),
  notes,
});
