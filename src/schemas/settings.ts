// Unknown data in; settings, a drawing's look and what was chosen for its parts out.
import * as v from 'valibot';
import type { LampTunes, LampTune } from '../core/lamp-tune.ts';
import { FINISHES, FORMS, type PartChoice, type ReliefTune, type SurfaceTune } from '../core/part-choice.ts';
import type { Corners, PhotoTune } from '../core/photo-tune.ts';
import type { PresetLook } from '../protocol/preset.ts';
import { BACKGROUNDS, PLAIN, SHADINGS, SIZES, type Look, type Settings } from '../core/sketch.ts';
import { coordinate, hexColour, shortText, unit, wholeNumber, type Schema } from './values.ts';

const form = v.picklist(FORMS);

const choice: Schema<PartChoice> = v.object({
  colour: v.exactOptional(hexColour),
  material: v.exactOptional(shortText),
  finish: v.exactOptional(v.picklist(FINISHES)),
  form: v.exactOptional(form),
  edge: v.exactOptional(unit),
  thickness: v.exactOptional(unit),
  roughness: v.exactOptional(unit),
  scale: v.exactOptional(unit),
});

const relief: Schema<ReliefTune> = v.object({ form, edge: unit, thickness: unit });
const surface: Schema<SurfaceTune> = v.object({ roughness: unit, scale: unit });
const corner = v.tuple([unit, unit]);
export const corners: Schema<Corners> = v.tuple([corner, corner, corner, corner]);

const photo: Schema<PhotoTune> = v.object({
  threshold: unit,
  weight: v.pipe(coordinate, v.minValue(0.1), v.maxValue(10)),
  corners: v.nullable(corners),
});

export const angles = v.object({ azimuth: coordinate, elevation: coordinate });
const degrees = v.pipe(coordinate, v.minValue(-180), v.maxValue(180));
const lamp: Schema<LampTune> = v.object({
  ...{ azimuth: degrees, elevation: degrees },
  ...{ strength: unit, softness: unit, warmth: unit },
});
export const lamps: Schema<LampTunes> = v.tuple([lamp, lamp, lamp]);
const parts = v.pipe(v.record(shortText, choice), v.maxEntries(500));

// What came later than the first version is filled in where it is missing: settings are kept for years.
const worn = {
  studio: v.string(),
  light: v.optional(angles, PLAIN.light),
  lamps: v.optional(v.nullable(lamps), PLAIN.lamps),
  shading: v.optional(v.picklist(SHADINGS), PLAIN.shading),
  relief: v.optional(relief, PLAIN.relief),
  surface: v.optional(surface, PLAIN.surface),
};
const kept = {
  model: v.string(),
  seed: wholeNumber,
  ...worn,
  parts: v.optional(parts, PLAIN.parts),
  photo: v.optional(photo, PLAIN.photo),
};

export const look: Schema<Look> = v.object(kept);

const around = {
  shadow: v.boolean(),
  shadowApart: v.optional(v.boolean(), PLAIN.shadowApart),
  background: v.optional(v.picklist(BACKGROUNDS), PLAIN.background),
  backdrop: v.optional(hexColour, PLAIN.backdrop),
};

export const settings: Schema<Settings> = v.object({ ...kept, ...around, size: v.picklist(SIZES) });
export const presetLook: Schema<PresetLook> = v.object({ ...worn, ...around });
