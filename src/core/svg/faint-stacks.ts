// In: shapes in paint order, the faintest among them. Out: those that anybody sees: what nearly nothing is
// left of alone is seen where it lies on more of its kind.
// The operator "over" (Porter and Duff 1984) on the alphas of what lies on each other.
import type { Rgb } from '../colour/colour.ts';
import { overlap } from '../image/grid.ts';
import { alphaOf, isBlended, type Shape } from './shape.ts';

/** Below this opacity nobody sees it: click areas, and what carries a background blur in Figma. */
export const NEARLY_NOTHING = 0.04;
/** What does not cover the same outline is seen from here on, as its sum is at its middle alone. */
const SEEN_TOGETHER = 2 * NEARLY_NOTHING;
/** So much of a shape's box lies in that of another which adds to it. */
const SHARED = 0.5;
/** More of them are a texture of nothing. */
const MOST = 500;

/** Fills of one layer become one fill; it and others stay where together they are seen. */
export function withoutFaint(shapes: readonly Shape[]): Shape[] {
  if (!shapes.some(isFaint)) return [...shapes];
  const merged: Shape[] = [];
  for (const shape of shapes) {
    const below = merged.at(-1);
    const both = below && isFaint(shape) ? mergedWith(below, shape) : null;
    if (both) merged[merged.length - 1] = both;
    else merged.push(shape);
  }
  const faint = merged.filter(isFaint);
  const seen = new Set(faint.length > MOST ? [] : faint.filter((shape) => isSeenAmong(shape, faint)));
  return merged.filter((shape) => !isFaint(shape) || seen.has(shape));
}

const hides = ({ fill, stroke, opacity }: Shape): number =>
  Math.max(alphaOf(fill), alphaOf(stroke.paint)) * opacity;

const isFaint = (shape: Shape): boolean => hides(shape) < NEARLY_NOTHING;

/** One fill in place of two in flat colours of one outline; null where they are not that. */
function mergedWith(below: Shape, above: Shape): Shape | null {
  const [first, second] = [flatOf(below), flatOf(above)];
  if (!first || !second || below.d !== above.d || below.rule !== above.rule) return null;
  const isAlike = below.within.join() === above.within.join() && below.blur === above.blur;
  if (!isAlike || isBlended(above)) return null;
  const alpha = second.alpha + first.alpha * (1 - second.alpha);
  const share = second.alpha / alpha;
  const mixed = (c: 0 | 1 | 2): number => share * second.rgb[c] + (1 - share) * first.rgb[c];
  const colour = { rgb: [mixed(0), mixed(1), mixed(2)] as const, alpha };
  return { ...below, fill: { kind: 'flat', colour }, opacity: below.opacity / below.veil, veil: 1 };
}

/** What its own markup paints. */
function flatOf({ fill, stroke, veil }: Shape): { rgb: Rgb; alpha: number } | null {
  if (fill.kind !== 'flat' || alphaOf(stroke.paint) > 0) return null;
  return { rgb: fill.colour.rgb, alpha: fill.colour.alpha * veil };
}

function isSeenAmong(shape: Shape, faint: readonly Shape[]): boolean {
  const { box } = shape.measure;
  const on = faint.filter((other) => {
    const shared = overlap(box, other.measure.box);
    return shared !== null && shared.width * shared.height >= SHARED * box.width * box.height;
  });
  return 1 - on.reduce((left, other) => left * (1 - hides(other)), 1) >= SEEN_TOGETHER;
}
