// In: a photo or scan of a sketch, and how it is to be read. Out: where its ink or pencil is.
// The paper's grain from quantiles, then two thresholds with hysteresis (Canny 1986).
import { runsOf } from '../image/components.ts';
import type { PhotoTune } from '../photo-tune.ts';
import type { Plane, Rgba } from '../sketch.ts';
import { darkness } from './darkness.ts';
import { withoutRuling } from './ruled.ts';
import { isSheet, straighten } from './straighten.ts';

// What is certainly ink is this share of the darkest strokes; what touches it may be
// fainter: pencil fades at its ends.
const SURE_SHARE = 0.4;
const FAINT_SHARE = 0.2;
// Of the paper's own grain, in standard deviations, below which nothing is believed.
const GRAIN_DEVIATIONS = 4;
// Less than this is paper, however clean: JPEG's blocks, a sheet's other side.
const LEAST_DARKNESS = 0.05;
// Threshold 0 and 1 read ink this many times fainter and darker than found.
const SPAN_FACTOR = 6;

/** 1 where there is ink. `image` has its pixels over white. */
export function inkOn(image: Rgba, tune: PhotoTune): Plane<Uint8Array> {
  const straight = tune.corners && isSheet(tune.corners) ? straighten(image, tune.corners) : image;
  const dark = withoutRuling(darkness(straight));
  const sorted = dark.data.filter((_, i) => straight.data[4 * i + 3]).sort();
  const at = (share: number): number => sorted.at(Math.floor(share * (sorted.length - 1))) ?? 0;
  // Half of the paper and more is blank: its median and its spread are the grain's.
  const grain = at(0.5) + GRAIN_DEVIATIONS * (at(0.5) - at(0.16));
  const darkest = at(0.995);
  const bend = SPAN_FACTOR ** (2 * tune.threshold - 1);
  const least = Math.max(LEAST_DARKNESS, grain);
  const sure = Math.min(Math.max(least, 0.9 * darkest), Math.max(least, SURE_SHARE * darkest) * bend);
  const faint = Math.min(sure, Math.max(least, FAINT_SHARE * darkest) * bend);
  return grown(dark, sure, faint);
}

/**
 * All that is above `sure`, and what is above `faint` and hangs together with it (Canny 1986, hysteresis).
 */
function grown({ width, height, data }: Plane, sure: number, faint: number): Plane<Uint8Array> {
  const fainter = { width, height, data: Uint8Array.from(data, (value) => (value < faint ? 0 : 1)) };
  const { count, from, to, group } = runsOf(fainter, 1, true);
  const certain = new Uint8Array(count);
  for (let run = 0; run < count; run++)
    for (let i = from[run]!; i < to[run]!; i++) if (data[i]! >= sure) certain[group[run]!] = 1;
  const ink = new Uint8Array(data.length);
  for (let run = 0; run < count; run++) if (certain[group[run]!] === 1) ink.fill(1, from[run], to[run]);
  return { width, height, data: ink };
}
