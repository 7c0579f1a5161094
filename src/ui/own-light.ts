// Settings and lights of the file in; what of them is a light, and which of those is shown, out.
import type { OwnLight } from '../core/lamp-tune.ts';
import { isAlike } from './named.ts';

/** What a light is made of; settings have more. */
type Lit = Pick<OwnLight, 'studio' | 'light' | 'lamps'>;

/** What a light changes of the settings. */
export const lightOf = ({ studio, light, lamps }: Lit): Lit => ({ studio, light, lamps });

/** The one that is chosen, unless something of it was changed since. */
export function shownLight(lights: readonly OwnLight[], settings: Lit): OwnLight | null {
  const wanted = lightOf(settings);
  return lights.find((light) => isAlike(lightOf(light), wanted)) ?? null;
}
