// Shapes that are paint on what they lie on: a type, which over-opaque.ts fills and roles.ts reads; and
// whether one that is seen through lies on nothing.
import { CLEAR, alphaOf, isBlended, isUneven, type Shape } from '../svg/shape.ts';

/** What is paint on something else, though it has an area of its own. */
export interface Laid {
  fills: ReadonlySet<Shape>;
  strokes: ReadonlySet<Shape>;
  /** Fills that reach beyond what they lie on: surfaces of their own, but no glass. */
  mostly: ReadonlySet<Shape>;
}

export const NOTHING_LAID: Laid = { fills: new Set(), strokes: new Set(), mostly: new Set() };

/** Whether a fill or stroke is seen through and lies on nothing opaque: as print it is as faint as drawn. */
export function isFaint(shape: Shape, area: 'fill' | 'stroke', { fills, strokes }: Laid): boolean {
  const [paint, laid] = area === 'fill' ? [shape.fill, fills] : [shape.stroke.paint, strokes];
  return alphaOf(paint) * shape.opacity < CLEAR && !laid.has(shape);
}

/** It fades, or mixes with what lies below, be that a ground that is left out: glass is even, and hides. */
export function isNoGlass(shape: Shape, area: 'fill' | 'stroke'): boolean {
  return isUneven(area === 'fill' ? shape.fill : shape.stroke.paint) || isBlended(shape);
}
