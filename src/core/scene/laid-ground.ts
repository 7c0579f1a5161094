// In: a shape without a name, the frame, what it lies on. Out: whether it is laid on a ground and belongs to
// it: a veil over all of it, a pattern in its colour, wall or floor.
import { apart } from '../colour/colour.ts';
import type { Box } from '../sketch.ts';
import { alphaOf, colourOf, fadesAway, isBlended, type Drawing, type Shape } from '../svg/shape.ts';
import { isWhole, reaches, sidesOf } from './frame-edges.ts';
import { calledIn } from './own-ground.ts';

/** Of its box, what is straight covers so much. */
const STRAIGHT = 0.994;
/** A colour nearer than this to the ground's is the ground's own, a little lighter or darker. */
const ALIKE = 0.18;
/** Below this opacity it is light and shade on the ground. */
const FAINT = 0.3;

/** Over the whole ground, without a name, and seen through: a second fill, a glow, a texture. */
export function isVeil(shape: Shape, frame: Box, drawing: Drawing): boolean {
  const { fill, opacity, measure } = shape;
  if (calledIn(drawing.frame, shape, false) !== null || alphaOf(shape.stroke.paint) > 0) return false;
  if (!reaches(measure.box, frame) || !isWhole(shape, drawing)) return false;
  return isBlended(shape) || alphaOf(fill) * opacity < 0.99;
}

/** A gradient over the whole frame that ends in nothing: the light behind all else. */
export function isFade(shape: Shape, frame: Box, drawing: Drawing): boolean {
  const { fill, measure } = shape;
  const isStraight = measure.area >= STRAIGHT * measure.box.width * measure.box.height;
  return fadesAway(fill) && isStraight && isVeil(shape, frame, drawing);
}

/**
 * Rays, waves, large letters: without a name, from side to side, in the colour of what they lie on or seen
 * through.
 */
export function isPattern(shape: Shape, frame: Box, drawing: Drawing, below: readonly Shape[]): boolean {
  const isNamed = calledIn(drawing.frame, shape, false) !== null;
  if (isNamed || alphaOf(shape.stroke.paint) > 0 || !isWhole(shape, drawing)) return false;
  const { left, right, top, bottom } = sidesOf(shape.measure.box, frame);
  if (!(left && right) && !(top && bottom)) return false;
  const [own, ground] = [colourOf(shape.fill), colourOf(below.at(-1)?.fill ?? shape.fill)];
  if (!own || !ground) return false;
  return alphaOf(shape.fill) * shape.opacity < FAINT || apart(own, ground) < ALIKE;
}

/** Wall or floor: without a name, straight, from one side of the frame to the other, along its edge. */
export function isStrip(shape: Shape, frame: Box, drawing: Drawing): boolean {
  const own = shape.measure.box;
  const isNamed = calledIn(drawing.frame, shape, false) !== null;
  if (isNamed || alphaOf(shape.stroke.paint) > 0 || !isWhole(shape, drawing)) return false;
  if (shape.measure.area < STRAIGHT * own.width * own.height) return false;
  const { left, right, top, bottom } = sidesOf(own, frame);
  return (left && right && (top || bottom)) || (top && bottom && (left || right));
}
