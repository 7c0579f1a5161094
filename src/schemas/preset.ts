// Unknown data in; a look by its name out.
import * as v from 'valibot';
import type { Preset } from '../protocol/preset.ts';
import { presetLook } from './settings.ts';
import { MOST_OWN_NAME, type Schema } from './values.ts';

export const presetId = v.pipe(v.string(), v.regex(/^[a-z0-9]{6,24}$/));

export const preset: Schema<Preset> = v.object({
  id: presetId,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_OWN_NAME)),
  look: presetLook,
});
