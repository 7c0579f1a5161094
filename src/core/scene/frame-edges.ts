// In: a box and the frame, or a shape and its drawing. Out: which of the frame's sides the box lies on, and
// whether on all; whether nothing but the frame's own clip cuts the shape.
import { overlap } from '../image/grid.ts';
import type { Box } from '../sketch.ts';
import { BLUR, isLook, type Drawing, type Shape } from '../svg/shape.ts';
import { roundClip } from './own-ground.ts';

/** Of the frame's longer side: how far from its edge a side may lie that is meant to lie on it. */
const SLACK = 0.005;

/** Whether all four sides of a box lie on the frame's or beyond. */
export function reaches(own: Box, frame: Box): boolean {
  const slack = SLACK * Math.max(frame.width, frame.height);
  return (
    own.x <= frame.x + slack &&
    own.y <= frame.y + slack &&
    own.x + own.width >= frame.x + frame.width - slack &&
    own.y + own.height >= frame.y + frame.height - slack
  );
}

/** Which of the frame's sides a box lies on, or beyond. */
export function sidesOf(own: Box, frame: Box): Record<'left' | 'right' | 'top' | 'bottom', boolean> {
  const slack = SLACK * Math.max(frame.width, frame.height);
  return {
    left: own.x <= frame.x + slack,
    right: own.x + own.width >= frame.x + frame.width - slack,
    top: own.y <= frame.y + slack,
    bottom: own.y + own.height >= frame.y + frame.height - slack,
  };
}

/**
 * What a clip or mask cuts inside the frame is a body, however large the shape; a
 * frame's own clip cuts nothing off.
 */
export function isWhole(shape: Shape, { clipBoxes, box, frame }: Drawing): boolean {
  const seen = overlap(shape.measure.box, box) ?? box;
  const own = roundClip(frame, shape);
  return shape.within.every((attribute, i) => {
    const clip = clipBoxes.get(attribute);
    return (
      i === own ||
      (isLook(attribute) && !attribute.startsWith(BLUR)) ||
      (clip !== undefined && reaches(clip, seen))
    );
  });
}
