// Unknown data in; how pictures are placed, and what is kept with them, out.
import * as v from 'valibot';
import type { Made } from '../protocol/made.ts';
import {
  AGAIN,
  SCALES,
  SECTIONS,
  WHERE,
  type Again,
  type Cannot,
  type Prefs,
  type Where,
} from '../protocol/placing.ts';
import { MOST_PATTERN } from '../naming.ts';
import { settings } from './settings.ts';
import { hex, length, short, type Shape } from './values.ts';

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

/** Px: what a window can be. */
const extent = v.pipe(v.number(), v.safeInteger(), v.minValue(70), v.maxValue(4000));
export const resize = { width: extent, height: extent };
export const prefs: Shape<Prefs> = v.object({
  where,
  again,
  ...resize,
  scale: v.optional(v.picklist(SCALES), 2),
  section: v.optional(v.picklist(SECTIONS), 'lighting'),
  naming: v.optional(v.pipe(v.string(), v.maxLength(MOST_PATTERN)), ''),
  welcomed: v.boolean(),
});
export const named = v.object({ name: v.string(), colour: hex });
