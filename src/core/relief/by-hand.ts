// In: Parts, the form that is wished for each, the labels over model squares. Out: the normals of those forms
// there.
// A round part is a cushion over its outline, the square root of Poisson's equation (poisson.ts); hollow:
// bent inwards; tufted: flatter, and held down at its buttons.
import type { Grid } from '../image/grid.ts';
import { ownTent } from '../image/own-tent.ts';
import type { Parts } from '../parts/parts.ts';
import type { PartForm } from '../part-choice.ts';
import type { Plane } from '../sketch.ts';
import { samplesBelow } from './below.ts';
import { bendPane } from './pane.ts';
import { bulgeOf } from './poisson.ts';
import { bendPolished } from './polished.ts';
import { pourInto } from './poured.ts';

/**
 * What a part may be shaped to; a pane: of one smooth curve, as near to what was found as such a curve comes;
 * polished: as found, without slow waves; poured: what fills a vessel; tufted: cloth over a filling, which
 * the buttons on it pull in.
 */
export type ShapedForm = PartForm | 'pane' | 'polished' | 'poured' | 'tufted' | 'button';

/** What was wished instead of what the generator found. */
export interface ByHand {
  /**
   * Per part how open to the sky it is in its form, over 0…1; 0: it is as found; AS_FOUND: that alone is as
   * found.
   */
  open: Float32Array;
  /** One a view. */
  views: readonly Bent[];
}

/**
 * One entry a sample of the square, row by row: a normal's x (right) and y (up). 0, 0: it faces the viewer.
 */
interface Bent {
  x: Float32Array;
  y: Float32Array;
}

interface Square {
  square: Grid;
  /** The part at every sample. */
  labels: Plane<Int32Array>;
  /** As found at every sample: x (right) and y (up). */
  normals: Bent;
}

// Sine of the lean at a part's border: half a ball would reach 1, and be black there.
const STEEPEST = { round: 0.92, hollow: -0.8, tufted: 0.6, button: 0.75 } as const;
/** Of how open a part is whose normals alone are shaped. */
export const AS_FOUND = -1;
// A bowl is as open all over as its opening is smaller than its area.
const OPEN = {
  flat: 1,
  pane: 1,
  polished: AS_FOUND,
  poured: 1,
  round: 1,
  tufted: 1,
  button: 1,
  hollow: (1 + Math.sqrt(1 - STEEPEST.hollow ** 2)) / 2,
} as const;

/** `forms`: one a part. Null: all are as found. */
export function formsByHand(
  parts: Pick<Parts, 'parts'>,
  forms: readonly ShapedForm[],
  squares: readonly Square[],
): ByHand | null {
  if (forms.every((form) => form === 'found')) return null;
  const open = Float32Array.from(forms, (form) => (form === 'found' ? 0 : OPEN[form]));
  return { open, views: squares.map((one) => bentOver(parts, forms, one, open)) };
}

/** `open` of what is polished and comes near to no smooth curve becomes 0: it stays as found. */
function bentOver(
  { parts }: Pick<Parts, 'parts'>,
  forms: readonly ShapedForm[],
  { square, normals, labels: { width: size, data: labels } }: Square,
  open: Float32Array,
): Bent {
  const bent: Bent = { x: new Float32Array(size * size), y: new Float32Array(size * size) };
  const seen = parts.map((): number[] => []);
  labels.forEach((label, i) => seen[label - 1]?.push(i));
  forms.forEach((form, k) => {
    if (form === 'pane' && seen[k]!.length > 0) bendPane(bent, normals, seen[k]!, square);
    if (form === 'polished' && seen[k]!.length > 0 && !bendPolished(bent, normals, seen[k]!, square))
      open[k] = 0;
    if (form === 'poured') pourInto(bent, seen[k]!, square);
  });
  let waiting = forms.flatMap((form, k) => {
    if (!(form in STEEPEST)) return [];
    const piece = parts[k]?.piece;
    const hidden = piece ? samplesBelow(piece, k + 1, labels, square) : [];
    const below = form === 'tufted' ? hidden.filter((i) => forms[labels[i]! - 1] !== 'button') : hidden;
    return [
      {
        own: k + 1,
        steepest: STEEPEST[form as keyof typeof STEEPEST],
        samples: [...(seen[k] ?? []), ...below],
      },
    ];
  });
  // What lies on another part covers the same samples: those are done one after the other.
  while (waiting.length > 0) {
    const domain = new Int32Array(size * size);
    const steepest = new Map<number, number>();
    waiting = waiting.filter((part) => {
      if (part.samples.some((i) => domain[i] !== 0)) return true;
      for (const i of part.samples) domain[i] = part.own;
      steepest.set(part.own, part.steepest);
      return false;
    });
    write(bent, { size, domain, labels }, steepest);
  }
  return bent;
}

/** Writes the normals of samples that show the part whose domain they are of. */
function write(
  bent: Bent,
  { size, domain, labels }: { size: number; domain: Int32Array; labels: Int32Array },
  steepest: ReadonlyMap<number, number>,
): void {
  const { u, slopeX, slopeY } = bulgeOf({ size, domain });
  // Beside a border one sample alone says little.
  const over = { width: size, height: size, data: domain };
  const [high, right, down] = [u, slopeX, slopeY].map((values) => ownTent(over, domain, values)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (let i = 0; i < domain.length; i++) {
    const own = domain[i]!;
    if (own === 0 || labels[i] !== own) continue;
    const [sx, sy] = [right[i]!, down[i]!];
    // Over a disc the cap of a ball: at a distance r of its middle it leans by r / R of the steepest.
    const long = Math.sqrt(sx * sx + sy * sy + high[i]!);
    if (long === 0) continue;
    const lean = (steepest.get(own) ?? 0) / long;
    bent.x[i] = -lean * sx;
    bent.y[i] = lean * sy;
  }
}
