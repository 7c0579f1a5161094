// In: ink, what it encloses, how much is filled, the pen. Out: the least closing at which the outlines hold.
// Gap radii are tried from small to large (closing.ts); a wider one must enclose clearly more than the best.
import { enclosedBy } from '../image/closing.ts';
import { countOnes } from '../image/threshold.ts';
import type { Plane } from '../sketch.ts';

export interface Closing {
  /** Half the widest gap that counts as closed, in pixels; 0: none does. */
  radius: number;
  /** What the ink encloses then, itself among it. */
  closed: Plane<Uint8Array>;
  /** Of the grid, what lines enclose besides themselves, 0…1. */
  enclosed: number;
  /** Next to nothing is enclosed, with gaps allowed. */
  open: boolean;
}

/** Pixels along the longer side of what is surveyed. */
export const GRID = 512;
// What a closed outline should enclose of the grid, at least, before gaps are looked for.
const ENOUGH = 0.12;
// Gap radii tried, in pixels of the survey's grid: up to 3.5 % of the object.
const RADII = [2, 3, 5, 8, 12, 18];
/** So many times `closing` is bridged: a little more than the closing itself reaches. */
export const BRIDGED = 2.2;
/** Of the object's longer side: a wider gap is never taken for closed. */
export const WIDEST_GAP = (BRIDGED * RADII.at(-1)!) / GRID;
const SMALL = 5;
// A pen is broad above this share of the object; gaps up to this share of its width are slits.
const BROAD = 0.04;
const SLIT = 0.35;

/** `whole`: what `ink` encloses as it is; `formed`: pixels that are filled; `pen`: its width in pixels. */
export function leastClosing(
  ink: Plane<Uint8Array>,
  whole: Plane<Uint8Array>,
  { formed, pen }: { formed: number; pen: number },
): Closing {
  const { width, height } = ink;
  const painted = countOnes(ink);
  const wanted = ENOUGH * width * height;
  let best = { radius: 0, gain: countOnes(whole) - painted, closed: whole };
  // Whoever draws with a broad pen leaves gaps on purpose, but for slits.
  const widest = pen > BROAD * Math.max(width, height) ? SLIT * pen : Infinity;
  for (const radius of RADII) {
    if (2 * radius > widest) break;
    // Wide gaps are looked for only while hardly anything is closed; a spout left
    // open by a hand is looked for always.
    if (radius > SMALL && best.gain + formed >= wanted) break;
    const closed = enclosedBy(ink, radius);
    const gain = countOnes(closed) - painted;
    if (gain > 1.02 * best.gain + 0.02 * wanted) best = { radius, gain, closed };
  }
  const { radius, gain, closed } = best;
  return { radius, closed, enclosed: gain / (width * height), open: gain + formed < 0.1 * wanted };
}
