// In: the form of each part, what it is made of, the pen that drew it, how much of its border is in the open.
// Out: the same forms, where what was drawn as a stroke of its own is a rod: round across.
// What a generator finds on a few samples' breadth is noise, and metal shows each bit of it.
import type { Material } from '../card.ts';
import type { Part, Parts } from '../parts/parts.ts';
import type { ShapedForm } from './by-hand.ts';
import { bordersOf, type Stacking } from './stacking.ts';

// Of all that is drawn, the pen's width: what is thinner has too few samples to be bent, what is broader is
// a board.
const THINNEST = 0.014;
const BROADEST = 0.075;
// Times as long as broad, as far as it is seen, at least.
const LONG = 2.2;
// Of its border is not beside other parts, at least: what lies on a thing may be its print.
const OPEN = 0.4;
// Sheets, and what has a form by what it is.
const NO_RODS = new Set(['paper', 'cardboard', 'screen', 'glazing', 'liquid']);
// What these are for is done by a rod's own curve.
const FREE: ReadonlySet<ShapedForm> = new Set(['found', 'polished']);

interface Drawn {
  parts: Pick<Parts, 'grid' | 'parts'>;
  stacking: Stacking;
  worn: readonly Material[];
  /** Longer side of all that is drawn, in drawing units. */
  extent: number;
}

/** One a part. */
export function withRods(
  forms: readonly ShapedForm[],
  { parts: { grid, parts }, stacking, worn, extent }: Drawn,
): ShapedForm[] {
  const unit = grid.box.width / grid.width;
  const border = bordersOf(stacking);
  return forms.map((form, k) => {
    const part = parts[k]!;
    const width = penOf(part);
    const isRod =
      FREE.has(form) &&
      !NO_RODS.has(worn[k]!.id) &&
      width >= THINNEST * extent &&
      width <= BROADEST * extent &&
      part.pixels * unit * unit >= LONG * width * width &&
      stacking.open[k]! >= OPEN * border[k]!;
    return isRod ? 'round' : form;
  });
}

/** Width of the stroke that a part is, in drawing units; 0: it is none. */
function penOf({ piece }: Part): number {
  return piece?.role === 'form' && piece.area === 'stroke' ? piece.shape.stroke.width : 0;
}
