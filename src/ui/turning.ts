// A drag or a key in, the light's angles out: degrees to the viewer's right, and higher.
import type { Settings } from '../core/sketch.ts';

export type LightAngles = Settings['light'];

/** From one side of the preview to the other, and from its bottom to its top. */
const WIDE_DEGREES = 180;
const HIGH_DEGREES = 120;
/** Farther down there is no light under the object, farther up none above it. */
const STEEPEST_DEGREES = 85;
const STEP_DEGREES = 5;
const LARGE_STEP_DEGREES = 30;

/** `x` and `y`: how far the pointer went, as a share of the preview's sides, y down. */
export function dragged(from: LightAngles, x: number, y: number): LightAngles {
  return turnedBy(from, x * WIDE_DEGREES, -y * HIGH_DEGREES);
}

/** Null for a key that turns nothing. */
export function turnedByKey(from: LightAngles, key: string, large: boolean): LightAngles | null {
  const step = large ? LARGE_STEP_DEGREES : STEP_DEGREES;
  if (key === 'ArrowLeft') return turnedBy(from, -step, 0);
  if (key === 'ArrowRight') return turnedBy(from, step, 0);
  if (key === 'ArrowUp') return turnedBy(from, 0, step);
  if (key === 'ArrowDown') return turnedBy(from, 0, -step);
  if (key === 'Home') return { azimuth: 0, elevation: 0 };
  return null;
}

function turnedBy(from: LightAngles, right: number, up: number): LightAngles {
  const around = from.azimuth + right;
  const azimuth = around - 360 * Math.round(around / 360);
  const elevation = Math.max(-STEEPEST_DEGREES, Math.min(STEEPEST_DEGREES, from.elevation + up));
  return { azimuth: Math.round(azimuth * 10) / 10, elevation: Math.round(elevation * 10) / 10 };
}
