// Rectangles of drawing and picture in, where both stand in the preview out (fractions of a common frame).
import type { Box } from '../core/sketch.ts';

/** The smallest box that holds all of them; a shadow may reach out of the drawing. */
export function unionOf(first: Box, ...others: readonly Box[]): Box {
  const all = [first, ...others];
  const x = Math.min(...all.map((box) => box.x));
  const y = Math.min(...all.map((box) => box.y));
  const right = Math.max(...all.map((box) => box.x + box.width));
  const bottom = Math.max(...all.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Where a box stands in a frame: 0…1 of its width and height. */
export function relativeTo(frame: Box, { x, y, width, height }: Box): Box {
  return {
    x: (x - frame.x) / frame.width,
    y: (y - frame.y) / frame.height,
    width: width / frame.width,
    height: height / frame.height,
  };
}

/** Of a frame's sides: a draft's pixels are larger than a picture's, and so are its borders. That is no
 * reason to move. */
const SLACK = 0.02;

/** The frame that was, unless the next one is really another: what is shown shall not jump while it gets
 * sharper. */
export function steady(before: Box | null, next: Box): Box {
  if (!before) return next;
  const far = (side: 'width' | 'height', start: 'x' | 'y') =>
    Math.abs(next[start] - before[start]) > SLACK * before[side] ||
    Math.abs(next[start] + next[side] - before[start] - before[side]) > SLACK * before[side];
  return far('width', 'x') || far('height', 'y') ? next : before;
}
