// In: a photo. Out: its grey, and the grey that parts bright from dark best.
// Otsu's threshold (1979).
import type { Plane, Rgba } from '../sketch.ts';

/** Luma of ITU-R BT.601, 0…255; what is transparent is black. */
export function greyOf({ width, height, data }: Rgba): Plane<Uint8Array> {
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    const luma = 0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!;
    grey[i] = Math.round((luma * data[4 * i + 3]!) / 255);
  }
  return { width, height, data: grey };
}

/** The grey at which the two sides differ most, by the variance between them. */
export function otsu(grey: Uint8Array): number {
  const histogram = new Float64Array(256);
  let sum = 0;
  for (const value of grey) {
    histogram[value]!++;
    sum += value;
  }
  let [best, most, below, under] = [0, -1, 0, 0];
  for (let value = 0; value < 255; value++) {
    below += histogram[value]!;
    under += value * histogram[value]!;
    const above = grey.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (under / below - (sum - under) / above) ** 2;
    if (between > most) [best, most] = [value, between];
  }
  return best;
}
