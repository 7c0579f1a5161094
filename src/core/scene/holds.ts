// In: two shapes, a share. Out: whether so much of the one's box, its stroke included, lies in the other's.
import { grown, overlap } from '../image/grid.ts';
import type { Shape } from '../svg/shape.ts';

/** Whether `share` of the small one's box lies in the big one's box. */
export function holds(big: Shape, small: Shape, share: number): boolean {
  const box = grown(small.measure.box, small.stroke.width / 2 + A_LITTLE);
  const shared = overlap(big.measure.box, box);
  return shared !== null && shared.width * shared.height >= share * box.width * box.height;
}

// A box of a straight line has no area; a little more than that makes it one.
export const A_LITTLE = 1e-6;
