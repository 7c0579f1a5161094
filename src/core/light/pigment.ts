// In: fills, and how much brighter than them a part's pigment should be. Out: pigments, which throw back all
// light at most, and how much longer the light is exposed where a bright hue leaves no room for that: hue and
// saturation stay.
import { bend, unbend } from './filmic.ts';

/** An sRGB value is about this power of a linear one. */
export const ENCODE = 1 / 2.2;

/** In sRGB, what is told from white: the curve of the light comes to white nowhere. */
const BRIGHTEST = 0.999;

/** 1 / v of every byte, 1 for 0: a table, as every pixel asks. */
const RECIPROCALS = Float64Array.from({ length: 256 }, (_, v) => 1 / Math.max(v, 1));

/**
 * The pixel's pigment, sRGB 0…1, for its fill, three bytes of `fills` from `from` on. `gain`: in sRGB. All
 * channels are multiplied alike. Writes to three values of `to`, `step` apart, from `at` on.
 */
export function pigment(
  fills: Uint8Array,
  from: number,
  gain: number,
  { to, at, step }: { to: Float32Array; at: number; step: number },
): void {
  const r = fills[from]!;
  const g = fills[from + 1]!;
  const b = fills[from + 2]!;
  const times = Math.min(gain / 255, RECIPROCALS[Math.max(r, g, b)]!);
  to[at] = r * times;
  to[at + step] = g * times;
  to[at + 2 * step] = b * times;
}

/**
 * What of `gain` the pigment could not take, 1 or more: the more colourful, the more of it. White stays a
 * white pigment, so that its form shows.
 */
export function exposure(fills: Uint8Array, from: number, gain: number): number {
  const r = fills[from]!;
  const g = fills[from + 1]!;
  const b = fills[from + 2]!;
  const most = Math.max(r, g, b);
  const rest = (gain * most) / 255;
  return rest > 1 ? 1 + (rest - 1) * (1 - Math.min(r, g, b) / most) : 1;
}

/**
 * By how much a pixel's channels are multiplied whose brightest is `peak`, 0…1 in sRGB, when it is exposed
 * `times` as long.
 */
export function exposed(peak: number, times: number): number {
  if (times <= 1 || peak <= 0) return 1;
  const light = unbend(Math.min(peak, BRIGHTEST) ** 2);
  return Math.max(1, Math.sqrt(bend(light * times * times)) / peak);
}
