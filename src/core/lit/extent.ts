// In: a scene, the feet of its objects, and what is wanted. Out: which part of the drawing
// the picture covers, and its shadow.
import { union } from '../image/grid.ts';
import { boxOn } from '../light/backdrop.ts';
import type { Feet } from '../light/ground-contact.ts';
import { shadowBox } from '../light/ground-shadow.ts';
import type { Scene } from '../scene/scene.ts';
import type { Box, Settings } from '../sketch.ts';

export interface Extent {
  box: Box;
  /** Where the shadow is a picture of its own, what that one covers. */
  below: Box | null;
}

/** `feet`: none where no shadow is wanted. Boxes in drawing coordinates. */
export function extentOf(
  { drawing, found }: Scene,
  feet: readonly Feet[],
  { shadowApart, background }: Pick<Settings, 'shadowApart' | 'background'>,
): Extent {
  const both = boxOn(background, feet.map(shadowBox).reduce(union, found.object), drawing);
  return shadowApart && feet.length > 0 ? { box: found.object, below: both } : { box: both, below: null };
}
