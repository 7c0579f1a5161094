// In: what the generator found. Out: how much of what it covers is in doubt: a drawing unlike those it knows.
// Erosion by a square, by running counts. Of filled shapes it is told what is solid; of lines it judges.
import type { Intrinsic } from './tensor.ts';

/** Coverage between these is neither object nor nothing. */
const UNSURE = { least: 0.1, most: 0.9 };
/** A border's own ramp is narrower than a square of 2 · side / RAMPS_PER_SIDE + 1 pixels. */
const RAMPS_PER_SIDE = 128;
/**
 * Of what is covered. models/training/evaluation/doubt.py: of held-out drawings, given as lines alone, half
 * have less than 0.012, and a tenth more than 0.16 at 512: those are guesses, too.
 */
const UNSURE_SHARE = 0.06;

/** Whether the pictures of this drawing's objects are a guess. */
export function isUnsure(found: readonly Pick<Intrinsic, 'size' | 'coverage'>[]): boolean {
  let [broad, covered] = [0, 0];
  for (const each of found) {
    broad += broadDoubt(each);
    for (const value of each.coverage) if (value > 0.5) covered += 1;
  }
  return broad > UNSURE_SHARE * covered;
}

/** Pixels all around which, too, nothing is sure. */
function broadDoubt({ size, coverage }: Pick<Intrinsic, 'size' | 'coverage'>): number {
  const side = 2 * Math.round(size / RAMPS_PER_SIDE) + 1;
  // Per column, how many unsure pixels end in this row without a gap.
  const runs = new Uint16Array(size);
  let broad = 0;
  for (let y = 0, i = 0; y < size; y++) {
    let long = 0;
    for (let x = 0; x < size; x++, i++) {
      const value = coverage[i] as number;
      runs[x] = value > UNSURE.least && value < UNSURE.most ? (runs[x] as number) + 1 : 0;
      long = (runs[x] as number) >= side ? long + 1 : 0;
      if (long >= side) broad += 1;
    }
  }
  return broad;
}
