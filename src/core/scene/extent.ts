// In: shapes and the frame's box. Out: where all that is drawn lies inside that, strokes and all.
// By the union of boxes.
import { overlap, union } from '../image/grid.ts';
import type { Box } from '../sketch.ts';
import { alphaOf, type Shape } from '../svg/shape.ts';

export function boxOfAll(shapes: readonly Shape[], view: Box): Box {
  let all: Box | null = null;
  for (const shape of shapes) {
    const half = alphaOf(shape.stroke.paint) > 0 ? shape.stroke.width / 2 : 0;
    const { x, y, width, height } = shape.measure.box;
    const seen = overlap(
      { x: x - half, y: y - half, width: width + 2 * half, height: height + 2 * half },
      view,
    );
    if (seen) all = all ? union(all, seen) : seen;
  }
  return all ?? view;
}

export const longerSide = ({ width, height }: Box): number => Math.max(width, height);
