// A look by its name, as a file keeps it for all who work in it: what holds for any drawing.
import type { Settings } from '../core/sketch.ts';

export type PresetLook = Pick<
  Settings,
  | 'studio'
  | 'light'
  | 'lamps'
  | 'shadow'
  | 'shadowApart'
  | 'shading'
  | 'relief'
  | 'surface'
  | 'background'
  | 'backdrop'
>;

export interface Preset {
  id: string;
  name: string;
  look: PresetLook;
}

/** Not the generator, its seed, the size, nor what belongs to one drawing: parts and paper. */
export function presetLookOf(settings: PresetLook): PresetLook {
  const { studio, light, lamps, shadow, shadowApart, shading, relief, surface, background, backdrop } =
    settings;
  return { studio, light, lamps, shadow, shadowApart, shading, relief, surface, background, backdrop };
}
