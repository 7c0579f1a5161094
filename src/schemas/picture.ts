// Unknown data in; what the worker answers out: a picture or why there is none, where it stands, its parts.
import * as v from 'valibot';
import type { PartsSeen } from '../core/parts-seen.ts';
import type { Layer, Note, Picture, Shown, Stage } from '../core/picture.ts';
import { REASONS, type Refusal, type Rgba } from '../core/sketch.ts';
import { box, bytes, coordinate, count, hexColour, notNegative, side, unit, type Schema } from './values.ts';

export const refusal: Schema<Refusal> = v.object({
  refused: v.picklist(REASONS),
  detail: v.exactOptional(v.string()),
});

const STAGES = ['read', 'lines', 'parts', 'generate', 'light', 'encode'] as const satisfies readonly Stage[];
export const stage: Schema<Stage> = v.picklist(STAGES);

const NOTES = [
  'text-not-outlined',
  'paint-left-out',
  'effect-left-out',
  'image-left-out',
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

const notes: Schema<Note[]> = v.array(v.picklist(NOTES));

const point = v.strictTuple([coordinate, coordinate]);
const openings = v.exactOptional(v.array(v.object({ name: v.string(), from: point, to: point })));

const milliseconds = v.exactOptional(notNegative);

const layer: Schema<Layer> = v.object({ png: bytes, width: side, height: side, box });

const ms = v.object({
  read: milliseconds,
  lines: milliseconds,
  parts: milliseconds,
  generate: milliseconds,
  light: milliseconds,
  encode: milliseconds,
});

export const rgba: Schema<Rgba> = v.pipe(
  v.object({ data: bytes, width: side, height: side }),
  v.check(({ data, width, height }) => data.length === 4 * width * height, 'wanted width × height × 4 bytes'),
);

export const shown: Schema<Shown> = v.pipe(
  v.object({ data: bytes, width: side, height: side, box, ms, notes, openings }),
  v.check(({ data, width, height }) => data.length === 4 * width * height, 'wanted width × height × 4 bytes'),
);

export const partsSeen: Schema<PartsSeen> = v.pipe(
  v.object({
    width: side,
    height: side,
    labels: v.instance(Uint16Array),
    parts: v.array(
      v.object({
        key: v.string(),
        name: v.string(),
        colour: hexColour,
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

export const picture: Schema<Picture> = v.object({
  png: bytes,
  width: side,
  height: side,
  box,
  ms,
  notes,
  openings,
  shadow: v.exactOptional(layer),
});
