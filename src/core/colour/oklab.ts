// In: sRGB. Out: the same where equal steps look equal: lightness, green–red, blue–yellow; and back.
// Oklab (Björn Ottosson 2020). Out of gamut the chroma is lowered step by step, lightness and hue kept.
import type { Rgb } from './colour.ts';

/** Lightness 0…1; a and b about −0.3…0.3. */
export type Lab = readonly [l: number, a: number, b: number];

const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const coded = (v: number): number => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);

/** 0…255 each. */
export function toLab(rgb: Rgb): Lab {
  const [r, g, b] = [linear(rgb[0] / 255), linear(rgb[1] / 255), linear(rgb[2] / 255)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** What no screen can show loses chroma, not hue or lightness. */
export function toRgb([lightness, a, b]: Lab): Rgb {
  const l = Math.min(1, Math.max(0, lightness));
  for (let share = 1; share > 0; share -= 0.05) {
    const rgb = unclipped([l, a * share, b * share]);
    if (rgb.every((v) => v > -0.002 && v < 1.002)) return eight(rgb);
  }
  return eight(unclipped([l, 0, 0]));
}

function eight([r, g, b]: Lab): Rgb {
  const byte = (v: number): number => Math.round(255 * coded(Math.min(1, Math.max(0, v))));
  return [byte(r), byte(g), byte(b)];
}

/** Linear red, green, blue. */
function unclipped([lightness, a, b]: Lab): Lab {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** 0.02 is hardly seen; black and white are 1 apart. */
export function apartLab(p: Lab, q: Lab): number {
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

export function chroma([, a, b]: Lab): number {
  return Math.hypot(a, b);
}

/** Lightness moved, chroma scaled, hue turned by degrees. */
export function shifted([l, a, b]: Lab, step: { light?: number; strong?: number; turn?: number }): Lab {
  const angle = ((step.turn ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const k = step.strong ?? 1;
  return [l + (step.light ?? 0), k * (a * cos - b * sin), k * (a * sin + b * cos)];
}
