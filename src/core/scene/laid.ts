// Shapes that are paint on what they lie on: a type, which over-opaque.ts fills and roles.ts reads.
import type { Shape } from '../svg/shape.ts';

/** What is paint on something else, though it has an area of its own. */
export interface Laid {
  fills: ReadonlySet<Shape>;
  strokes: ReadonlySet<Shape>;
  /** Fills that reach beyond what they lie on: surfaces of their own, but no glass. */
  mostly: ReadonlySet<Shape>;
}

export const NOTHING_LAID: Laid = { fills: new Set(), strokes: new Set(), mostly: new Set() };
