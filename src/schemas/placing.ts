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
import { hexColour, notNegative, shortText, type Schema } from './values.ts';

export const made: Schema<Made> = v.object({
  from: shortText,
  together: v.exactOptional(v.array(shortText)),
  settings,
  runtime: shortText,
  by: v.exactOptional(shortText),
  ms: notNegative,
});

export const where: Schema<Where> = v.picklist(WHERE);
export const again: Schema<Again> = v.picklist(AGAIN);
export const cannot: Schema<Cannot> = v.object({
  fill: v.exactOptional(v.literal('no-fill')),
  layout: v.exactOptional(v.literal('no-layout')),
});

/** Px: what a window can be. */
const extent = v.pipe(v.number(), v.safeInteger(), v.minValue(70), v.maxValue(4000));
export const resize = { width: extent, height: extent };
export const prefs: Schema<Prefs> = v.object({
  where,
  again,
  ...resize,
  scale: v.optional(v.picklist(SCALES), 2),
  section: v.optional(v.picklist(SECTIONS), 'lighting'),
  naming: v.optional(v.pipe(v.string(), v.maxLength(MOST_PATTERN)), ''),
  welcomed: v.boolean(),
});
export const namedColour = v.object({ name: v.string(), colour: hexColour });
