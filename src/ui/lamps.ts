// The light's card in, the lamps of each studio out, for the small ball that shows where the light comes from.
import * as v from 'valibot';
import type { Light } from './turning.ts';

export interface Lamp {
  /** Towards the lamp: x right, y up, z towards the viewer; of length 1. */
  towards: readonly [number, number, number];
  /** Radiance × area, linear RGB. */
  power: readonly [number, number, number];
}

const card = v.object({
  directions: v.array(v.array(v.number())),
  studios: v.array(v.object({ id: v.string(), vector: v.array(v.number()) })),
});

/** In the card each direction is followed by the box's half width, half height and radiance. */
export function readLamps(json: unknown): ReadonlyMap<string, readonly Lamp[]> {
  const { directions, studios } = v.parse(card, json);
  return new Map(
    studios.map(({ id, vector }) => [
      id,
      directions.map((places): Lamp => {
        const at = (index: number) => vector[index] ?? 0;
        const [x = 0, y = 0, z = 0] = places.map(at);
        const after = (places[2] ?? 0) + 1;
        const area = at(after) * at(after + 1);
        const long = Math.hypot(x, y, z) || 1;
        const [r, g, b] = [at(after + 2) * area, at(after + 3) * area, at(after + 4) * area];
        return { towards: [x / long, y / long, z / long], power: [r, g, b] };
      }),
    ]),
  );
}

/** The same as src/core/light/turn-light.ts does with the light of the picture. */
export function turnLamp({ towards: [x, y, z], power }: Lamp, { azimuth, elevation }: Light): Lamp {
  const height = Math.asin(Math.max(-1, Math.min(1, y)));
  const most = Math.max((85 * Math.PI) / 180, Math.abs(height));
  const around = Math.atan2(x, z) + (azimuth * Math.PI) / 180;
  const up = Math.min(most, Math.max(-most, height + (elevation * Math.PI) / 180));
  return {
    towards: [Math.cos(up) * Math.sin(around), Math.sin(up), Math.cos(up) * Math.cos(around)],
    power,
  };
}
