// In: Parts, how they are stacked, what they are made of. Out: their Relief: levels, heights, how open each
// place is.
// The noun that light and the pipeline share, and how it is put together.
import type { View } from '../form/view.ts';
import type { Plane } from '../sketch.ts';
import { heightsOf, type Heights } from './heights.ts';
import { skyOf } from './occlusion.ts';
import { levelsOf, type Body, type Levels } from './levels.ts';
import type { Parts } from '../parts/parts.ts';
import type { Stacking } from './stacking.ts';

export interface Relief {
  levels: Levels;
  /** One a view. `sky`: per sample 0…1, 1: no other part rises around it. */
  views: readonly { heights: Heights; sky: Float32Array }[];
}

/**
 * `labels`: one a view, the part at every sample of its square. `bodies`: one a part.
 */
export function reliefOf(
  parts: Parts,
  stacking: Stacking,
  views: readonly (Pick<View, 'square'> & { labels: Plane<Int32Array> })[],
  bodies: readonly Body[],
): Relief {
  const levels = levelsOf(parts, stacking, bodies, longerSideOf(parts));
  return {
    levels,
    views: views.map(({ square, labels }) => {
      const heights = heightsOf(parts, labels, levels, square);
      return { heights, sky: skyOf(heights) };
    }),
  };
}

/** Longer side of all parts together, in drawing units. */
export function longerSideOf({ grid, parts }: Parts): number {
  const boxes = parts.map(({ box }) => box);
  const across = Math.max(...boxes.map(({ x1 }) => x1)) - Math.min(...boxes.map(({ x0 }) => x0));
  const down = Math.max(...boxes.map(({ y1 }) => y1)) - Math.min(...boxes.map(({ y0 }) => y0));
  return ((Math.max(across, down) + 1) * grid.box.width) / grid.width;
}
