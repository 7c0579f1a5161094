// The light's card in, the lamps of each studio out, for the small ball
// that shows where the light comes from.
import { readLightCard } from '../core/card.ts';
import type { LampTunes } from '../core/lamp-tune.ts';
import { factorsOf } from '../core/light/own-lamps.ts';
import { turnedDirection } from '../core/light/turn-light.ts';
import type { LightAngles } from './turning.ts';

export interface Lamp {
  /** Towards the lamp: x right, y up, z towards the viewer; of length 1. */
  towards: readonly [number, number, number];
  /** Radiance × area, linear RGB. */
  power: readonly [number, number, number];
}

/**
 * By the studio's id. In the card each direction is followed by the box's
 * half width, half height and radiance.
 */
export function readLamps(json: unknown): ReadonlyMap<string, readonly Lamp[]> {
  const { directions, studios } = readLightCard(json);
  return new Map(
    studios.map(({ id, vector }) => [
      id,
      directions.map((places): Lamp => {
        const at = (index: number) => vector[index]!;
        const [x, y, z] = [at(places[0]), at(places[1]), at(places[2])];
        const after = places[2] + 1;
        const area = at(after) * at(after + 1);
        const long = Math.hypot(x, y, z);
        const [r, g, b] = [at(after + 2) * area, at(after + 3) * area, at(after + 4) * area];
        return { towards: [x / long, y / long, z / long], power: [r, g, b] };
      }),
    ]),
  );
}

/** As the light of the picture is turned. */
export function turnLamp({ towards, power }: Lamp, { azimuth, elevation }: LightAngles): Lamp {
  return { towards: turnedDirection(towards, azimuth, elevation), power };
}

/** As each of them is wished; null: as they are. */
export function tunedLamps(lamps: readonly Lamp[], tunes: LampTunes | null): readonly Lamp[] {
  if (!tunes) return lamps;
  return lamps.map((lamp, k) => {
    const tune = tunes[k];
    if (!tune) return lamp;
    const { power } = factorsOf(tune, lamp.power);
    const [r, g, b] = lamp.power;
    return {
      towards: turnedDirection(lamp.towards, tune.azimuth, tune.elevation),
      power: [r * power[0], g * power[1], b * power[2]],
    };
  });
}
