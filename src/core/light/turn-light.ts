// In: a light set-up and two angles. Out: the same set-up turned: around the object, and higher or lower.
// Rotation in spherical coordinates: azimuth about the vertical axis, then elevation, kept off the poles.
import { channelAt, type LightCard, type Studio } from '../card.ts';

type Vector = readonly [number, number, number];

// No light comes from straight above or below: there its rectangle would have no upright side.
const STEEPEST = (85 * Math.PI) / 180;

/**
 * Degrees. `azimuth`: about the vertical axis, a light in front of the object goes to the viewer's right.
 * `elevation`: each light that much higher, at most almost overhead. `directions`: the card's, which entries
 * of the vector are x, y, z towards a light.
 */
export function turned(
  studio: Studio,
  directions: LightCard['directions'],
  azimuth: number,
  elevation: number,
): Studio {
  const vector = [...studio.vector];
  for (const places of directions) {
    const [x, y, z] = places;
    turnedDirection([vector[x]!, vector[y]!, vector[z]!], azimuth, elevation).forEach(
      (value, k) => (vector[places[k]!] = value),
    );
  }
  return {
    ...studio,
    vector,
    shadow: { ...studio.shadow, towards: turnedDirection(studio.shadow.towards, azimuth, elevation) },
  };
}

/** The first light: the way to it, and the tangent of half its shorter side. */
export function keyLight(
  { vector }: Studio,
  { directions, studioVector }: LightCard,
): { towards: Vector; size: number } {
  const [x, y, z] = directions[0]!;
  const of = (name: string): number => vector[studioVector[channelAt(studioVector, name)]!.at]!;
  return {
    towards: [vector[x]!, vector[y]!, vector[z]!],
    size: Math.min(of('box0.half_width'), of('box0.half_height')),
  };
}

/**
 * One direction towards a light (x right, y up, z towards the viewer), of any
 * length but 0, which it keeps; degrees.
 */
export function turnedDirection(
  [x, y, z]: Vector,
  azimuth: number,
  elevation: number,
): [number, number, number] {
  const long = Math.hypot(x, y, z);
  const height = Math.asin(y / long);
  const most = Math.max(STEEPEST, Math.abs(height));
  const around = Math.atan2(x, z) + (azimuth * Math.PI) / 180;
  const up = Math.min(most, Math.max(-most, height + (elevation * Math.PI) / 180));
  return [
    long * Math.cos(up) * Math.sin(around),
    long * Math.sin(up),
    long * Math.cos(up) * Math.cos(around),
  ];
}
