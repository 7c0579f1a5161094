// In: a light set-up, how its three lights are wished. Out: the same set-up with lights moved, stronger,
// softer, warmer.
// A softer light is a larger rectangle that throws as much; a warmer one has more red and less blue at the
// same luminance.
import { channelAt, type LightCard, type Studio } from '../card.ts';
import type { LampTunes, LampTune } from '../lamp-tune.ts';
import { turnedDirection } from './turn-light.ts';

// At the upper end of its slider a light is so many times as strong.
const STRONGEST = 4;
// At the ends of its slider a light's sides are so many times as long, and as short.
const SOFTEST = 3;
// At the ends of its slider red is so many times as much against the same luminance, or as little, and blue
// the other way.
const WARMEST = 1.5;
// Rec. 709.
const LUMINANCE = [0.2126, 0.7152, 0.0722] as const;

type Triple = [number, number, number];

/** What becomes of a light: factors on its sides, and on its radiance. */
export interface LampFactors {
  side: number;
  radiance: Triple;
}

/** `power`: of the light that it throws, by channel: its radiance × area. */
export function factorsOf(
  { strength, softness, warmth }: LampTune,
  power: readonly number[],
): LampFactors & { power: Triple } {
  const side = SOFTEST ** (2 * softness - 1);
  const strong = strength <= 0.5 ? 2 * strength : 1 + (STRONGEST - 1) * (2 * strength - 1);
  const warm = WARMEST ** (2 * warmth - 1);
  const tint: Triple = [warm, 1, 1 / warm];
  const luminance = (by: readonly number[]): number =>
    LUMINANCE.reduce((sum, share, c) => sum + share * power[c]! * by[c]!, 0);
  const kept = luminance([1, 1, 1]) / Math.max(1e-9, luminance(tint));
  const thrown = tint.map((value) => value * kept * strong) as Triple;
  return { side, radiance: thrown.map((value) => value / (side * side)) as Triple, power: thrown };
}

/** `lamps`: null: as the set-up has them. */
export function withLamps(studio: Studio, lamps: LampTunes | null, card: LightCard): Studio {
  if (!lamps) return studio;
  const vector = [...studio.vector];
  lamps.forEach((tune, k) => {
    const places = card.directions[k]!;
    const from = places.map((at) => vector[at]!) as Triple;
    turnedDirection(from, tune.azimuth, tune.elevation).forEach((value, c) => (vector[places[c]!] = value));
    const at = (name: string): number =>
      card.studioVector[channelAt(card.studioVector, `box${k}.${name}`)]!.at;
    const radiance = at('radiance');
    const factors = factorsOf(tune, vector.slice(radiance, radiance + 3));
    for (const name of ['half_width', 'half_height']) vector[at(name)] = vector[at(name)]! * factors.side;
    factors.radiance.forEach((factor, c) => (vector[radiance + c] = vector[radiance + c]! * factor));
  });
  const [key] = lamps;
  const { shadow } = studio;
  return {
    ...studio,
    vector,
    shadow: {
      ...shadow,
      // A key light that fades takes its shadow with it.
      strength: shadow.strength * Math.min(1, 2 * key.strength),
      towards: turnedDirection(shadow.towards, key.azimuth, key.elevation),
      size: shadow.size * SOFTEST ** (2 * key.softness - 1),
    },
  };
}
