// Unknown data in; a light of the user's own, as a file keeps it, out.
import * as v from 'valibot';
import type { OwnLight } from '../core/lamp-tune.ts';
import { angles, lamps } from './settings.ts';
import { MOST_OWN_NAME, shortText, type Schema } from './values.ts';

export const ownLightId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));

export const ownLight: Schema<OwnLight> = v.object({
  id: ownLightId,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MOST_OWN_NAME)),
  studio: shortText,
  light: angles,
  lamps: v.nullable(lamps),
});
