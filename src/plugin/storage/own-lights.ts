// Lights of the user's own ↔ the document's own data (named.ts).
import { ownLight } from '../../schemas/own-light.ts';
import { namedIn } from './named.ts';

/** More nobody looks through. */
export const MOST_LIGHTS = 50;

export const {
  list: lightsIn,
  keep: keepLight,
  forget: forgetLight,
} = namedIn('light:', ownLight, MOST_LIGHTS);
