// Looks by name ↔ the document's own data (named.ts).
import { preset } from '../../schemas/preset.ts';
import { namedIn } from './named.ts';

export const MOST_PRESETS = 60;

export const {
  list: presetsIn,
  keep: keepPreset,
  forget: forgetPreset,
} = namedIn('preset:', preset, MOST_PRESETS);
