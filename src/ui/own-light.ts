// Settings and lights of the file in; what of them is a light, and which of those is shown, out.
import type { OwnLight } from '../core/lamp-tune.ts';

/** What a light is made of; settings have more. */
type Lit = Pick<OwnLight, 'studio' | 'light' | 'lamps'>;

/** What a light changes of the settings. */
export const lightOf = ({ studio, light, lamps }: Lit): Lit => ({ studio, light, lamps });

/** The one that is chosen, unless something of it was changed since. */
export function shownLight(lights: readonly OwnLight[], settings: Lit): OwnLight | null {
  const textOf = ({ studio, light, lamps }: Lit): string =>
    JSON.stringify([
      studio,
      [light.azimuth, light.elevation],
      lamps?.map(({ azimuth, elevation, strength, softness, warmth }) => [
        azimuth,
        elevation,
        strength,
        softness,
        warmth,
      ]),
    ]);
  const wanted = textOf(settings);
  return lights.find((light) => textOf(light) === wanted) ?? null;
}

/** Two people in one file never make the same one. */
export function newLightId(): string {
  const random = Math.floor(Math.random() * 36 ** 6);
  return `${Date.now().toString(36)}-${random.toString(36)}`;
}
