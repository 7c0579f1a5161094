// Settings and lights of the file in; the light that the settings hold, which of the file's it is, and a
// light under a new name, out.
import type { OwnLight } from '../core/lamp-tune.ts';
import { freeName, isAlike, newId } from './named.ts';

/** What a light is made of; settings have more. */
type Lit = Pick<OwnLight, 'studio' | 'light' | 'lamps'>;

/** What a light changes of the settings. */
export const lightOf = ({ studio, light, lamps }: Lit): Lit => ({ studio, light, lamps });

/** The one that is chosen, unless something of it was changed since. */
export function shownLight(lights: readonly OwnLight[], settings: Lit): OwnLight | null {
  const wanted = lightOf(settings);
  return lights.find((light) => isAlike(lightOf(light), wanted)) ?? null;
}

/** The light at hand, to be kept under a name: as it is when that is wished, whatever is chosen since. */
export const begun = (settings: Lit): OwnLight => ({ ...lightOf(settings), id: newId(), name: '' });

/** One under the name that was typed; null where that changes nothing. */
export function underName(light: OwnLight, typed: string, lights: readonly OwnLight[]): OwnLight | null {
  if (typed === '' || typed === light.name) return null;
  return { ...light, name: freeName(typed, lights, light.id) };
}
