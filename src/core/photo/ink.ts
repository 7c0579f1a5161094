// In: a photo or scan of a sketch, and how it is to be read. Out: where its ink or pencil is.
import type { PhotoTune, Plane, Rgba } from '../sketch.ts';
import { darkness } from './darkness.ts';
import { withoutRuling } from './ruled.ts';
import { isSheet, straighten } from './straighten.ts';

// What is certainly ink is this share of the darkest strokes; what touches it may be fainter: pencil fades at its ends.
const SURE = 0.4;
const FAINT = 0.2;
// Of the paper's own grain, in standard deviations, below which nothing is believed.
const GRAIN = 4;
// Less than this is paper, however clean: JPEG's blocks, a sheet's other side.
const LEAST = 0.05;
// Threshold 0 and 1 read ink this many times fainter and darker than found.
const SPAN = 6;

/** 1 where there is ink. `image` has its pixels over white. */
export function inkOn(image: Rgba, tune: PhotoTune): Plane<Uint8Array> {
  const straight = tune.corners && isSheet(tune.corners) ? straighten(image, tune.corners) : image;
  const dark = withoutRuling(darkness(straight));
  const { width, height, data } = dark;
  const sorted = data.filter((_, i) => straight.data[4 * i + 3]).sort();
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  // Half of the paper and more is blank: its median and its spread are the grain's.
  const grain = at(0.5) + GRAIN * (at(0.5) - at(0.16));
  const darkest = at(0.995);
  const bend = SPAN ** (2 * tune.threshold - 1);
  const least = Math.max(LEAST, grain);
  const sure = Math.min(Math.max(least, 0.9 * darkest), Math.max(least, SURE * darkest) * bend);
  const faint = Math.min(sure, Math.max(least, FAINT * darkest) * bend);
  return grown(data, width, height, sure, faint);
}

/** All that is above `sure`, and what is above `faint` and hangs together with it (Canny 1986, hysteresis). */
function grown(
  data: Float32Array,
  width: number,
  height: number,
  sure: number,
  faint: number,
): Plane<Uint8Array> {
  const ink = new Uint8Array(data.length);
  const front: number[] = [];
  for (let i = 0; i < data.length; i++) {
    if ((data[i] ?? 0) < sure) continue;
    ink[i] = 1;
    front.push(i);
  }
  for (let i = front.pop(); i !== undefined; i = front.pop()) {
    const x = i % width;
    const y = (i - x) / width;
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
        const j = v * width + u;
        if (ink[j] || (data[j] ?? 0) < faint) continue;
        ink[j] = 1;
        front.push(j);
      }
    }
  }
  return { width, height, data: ink };
}
