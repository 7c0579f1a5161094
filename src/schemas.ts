// Unknown data in, the shared nouns out: valibot schemas of what crosses the wires, for the
// doors of plugin, panel and worker.
// Each is declared as the schema of its type, so that a noun that changes
// without its schema does not compile.
import * as v from 'valibot';
import { BACKGROUNDS, CONTAINERS, FINISHES, FORMS, PLAIN, REASONS, SHADINGS, SIZES } from './core/sketch.ts';
import type {
  Box,
  Corners,
  FrameFacts,
  Layer,
  Look,
  Note,
  PartChoice,
  PartsSeen,
  PhotoTune,
  Picture,
  Refusal,
  ReliefTune,
  Settings,
  Shown,
  Sketch,
  Stage,
  SurfaceTune,
} from './core/sketch.ts';
import {
  AGAIN,
  SCALES,
  WHERE,
  type Again,
  type Cannot,
  type KeptModel,
  type Made,
  type Prefs,
  type Where,
} from './protocol.ts';

type Shape<T> = v.GenericSchema<unknown, T>;

export const bytes = v.instance(Uint8Array);
/** Job numbers and indices. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const whole = v.pipe(v.number(), v.safeInteger());
const side = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const coordinate = v.pipe(v.number(), v.finite());
const length = v.pipe(coordinate, v.minValue(0));

export const box: Shape<Box> = v.object({ x: coordinate, y: coordinate, width: length, height: length });

const frame: Shape<FrameFacts> = v.object({
  kind: v.picklist(CONTAINERS),
  box,
  filled: v.boolean(),
  stroke: length,
  radius: length,
  clips: v.boolean(),
});

export const sketch: Shape<Sketch> = v.object({
  id: v.string(),
  name: v.string(),
  svg: v.string(),
  onlyText: v.exactOptional(v.literal(true)),
  frame: v.exactOptional(frame),
});

const hex = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/));
/** An id, a name or a runtime. Anything longer was not written by us. */
const short = v.pipe(v.string(), v.maxLength(200));

const unit = v.pipe(coordinate, v.minValue(0), v.maxValue(1));
const form = v.picklist(FORMS);

const choice: Shape<PartChoice> = v.object({
  colour: v.exactOptional(hex),
  material: v.exactOptional(short),
  finish: v.exactOptional(v.picklist(FINISHES)),
  form: v.exactOptional(form),
  edge: v.exactOptional(unit),
  thickness: v.exactOptional(unit),
  roughness: v.exactOptional(unit),
  scale: v.exactOptional(unit),
});

const relief: Shape<ReliefTune> = v.object({ form, edge: unit, thickness: unit });
const surface: Shape<SurfaceTune> = v.object({ roughness: unit, scale: unit });
const corner = v.tuple([unit, unit]);
export const corners: Shape<Corners> = v.tuple([corner, corner, corner, corner]);

const photo: Shape<PhotoTune> = v.object({
  threshold: unit,
  weight: v.pipe(coordinate, v.minValue(0.1), v.maxValue(10)),
  corners: v.nullable(corners),
});

const angles = v.object({ azimuth: coordinate, elevation: coordinate });
const parts = v.pipe(v.record(short, choice), v.maxEntries(500));

// What came later than the first version is filled in where it is missing: settings are kept for years.
const kept = {
  model: v.string(),
  studio: v.string(),
  seed: whole,
  light: v.optional(angles, PLAIN.light),
  shading: v.optional(v.picklist(SHADINGS), PLAIN.shading),
  relief: v.optional(relief, PLAIN.relief),
  surface: v.optional(surface, PLAIN.surface),
  parts: v.optional(parts, PLAIN.parts),
  photo: v.optional(photo, PLAIN.photo),
};

export const look: Shape<Look> = v.object(kept);

export const settings: Shape<Settings> = v.object({
  ...kept,
  size: v.picklist(SIZES),
  shadow: v.boolean(),
  shadowApart: v.optional(v.boolean(), PLAIN.shadowApart),
  background: v.optional(v.picklist(BACKGROUNDS), PLAIN.background),
  backdrop: v.optional(hex, PLAIN.backdrop),
});

export const made: Shape<Made> = v.object({
  from: short,
  together: v.exactOptional(v.array(short)),
  settings,
  runtime: short,
  by: v.exactOptional(short),
  ms: length,
});

export const where: Shape<Where> = v.picklist(WHERE);
export const again: Shape<Again> = v.picklist(AGAIN);
export const cannot: Shape<Cannot> = v.object({
  fill: v.exactOptional(v.literal('no-fill')),
  layout: v.exactOptional(v.literal('no-layout')),
});

/** What a kept model may have; what is larger is not sent. Letters, and bytes: Figma keeps 5 MB in all. */
export const KEPT = { card: 200_000, packed: 5_000_000 } as const;

/** A shipped generator's id never begins so. */
export const ownId = v.pipe(v.string(), v.regex(/^own-[a-z0-9-]{1,60}$/));

export const keptModel: Shape<KeptModel> = v.object({
  id: ownId,
  card: v.pipe(v.string(), v.maxLength(KEPT.card)),
  packed: v.pipe(
    bytes,
    v.check((packed) => packed.length <= KEPT.packed, `wanted at most ${KEPT.packed} bytes`),
  ),
});

/** Px: what a window can be. */
const extent = v.pipe(v.number(), v.safeInteger(), v.minValue(70), v.maxValue(4000));
export const resize = { width: extent, height: extent };
export const prefs: Shape<Prefs> = v.object({
  where,
  again,
  ...resize,
  scale: v.optional(v.picklist(SCALES), 2),
  welcomed: v.boolean(),
});
export const named = v.object({ name: v.string(), colour: hex });

export const refusal: Shape<Refusal> = v.object({
  refused: v.picklist(REASONS),
  detail: v.exactOptional(v.string()),
});

const STAGES = ['read', 'lines', 'parts', 'generate', 'light', 'encode'] as const satisfies readonly Stage[];
export const stage: Shape<Stage> = v.picklist(STAGES);

const NOTES = [
  'text-not-outlined',
  'nothing-closed',
  'coloured-picture',
  'image-traced',
  'far-too-detailed',
  'outside-cut',
  'ink-coloured',
  'unsure',
  'look-guessed',
  'material-guessed',
] as const satisfies readonly Note[];

const notes: Shape<Note[]> = v.array(v.picklist(NOTES));

const milliseconds = v.exactOptional(length);

const layer: Shape<Layer> = v.object({ png: bytes, width: side, height: side, box });

const ms = v.object({
  read: milliseconds,
  lines: milliseconds,
  parts: milliseconds,
  generate: milliseconds,
  light: milliseconds,
  encode: milliseconds,
});

export const shown: Shape<Shown> = v.pipe(
  v.object({ data: bytes, width: side, height: side, box, ms, notes }),
  v.check(({ data, width, height }) => data.length === 4 * width * height, 'wanted width × height × 4 bytes'),
);

export const partsSeen: Shape<PartsSeen> = v.pipe(
  v.object({
    width: side,
    height: side,
    labels: v.instance(Uint16Array),
    parts: v.array(
      v.object({
        key: v.string(),
        name: v.string(),
        colour: hex,
        material: v.string(),
        painted: v.boolean(),
        share: v.exactOptional(unit),
        beside: v.exactOptional(v.array(count)),
        open: v.exactOptional(v.array(v.string())),
      }),
    ),
  }),
  v.check(({ labels, width, height }) => labels.length === width * height, 'wanted width × height labels'),
);

/** A picture as it goes to the canvas. */
export const file = v.object({
  png: bytes,
  width: side,
  height: side,
  box,
  notes,
  shadow: v.exactOptional(layer),
});

export const picture: Shape<Picture> = v.object({
  png: bytes,
  width: side,
  height: side,
  box,
  ms,
  notes,
  shadow: v.exactOptional(layer),
});
