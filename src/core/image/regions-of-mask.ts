// In: a mask of ink. Out: what that ink encloses: regions by number, largest first. Pixels only, no drawing.
// Connected components of what is no ink (components.ts); those that reach the rim are outside.
import { reachesRim, runsOf } from './components.ts';
import type { Plane } from '../sketch.ts';

export const OUTSIDE = -1;

export interface MaskRegions {
  /** Per pixel: OUTSIDE, 0 for ink, or the number of a region, from 1. */
  map: Plane<Int32Array>;
  /** Pixels per region; index 0 is unused. */
  sizes: number[];
}

/** `ink`: non-zero is ink. Neighbours share a side, so that a diagonal line of single pixels is closed. */
export function regionsOf(ink: Plane<Uint8Array>, smallest: number): MaskRegions {
  const { width, height } = ink;
  const { count, from, to, group } = runsOf(ink, 0);
  const label = new Int32Array(count);
  // What reaches the rim is outside, all of it.
  for (let run = 0; run < count; run++) {
    if (reachesRim(from[run]!, to[run]!, ink)) label[group[run]!] = OUTSIDE;
  }
  const sizes: number[] = [0];
  for (let run = 0; run < count; run++) {
    const root = group[run]!;
    if (label[root] === OUTSIDE) continue;
    if (root === run) label[run] = sizes.push(0) - 1;
    const own = label[root]!;
    sizes[own] = sizes[own]! + to[run]! - from[run]!;
  }
  const { rank, kept } = ranked(sizes, smallest);
  const data = new Int32Array(width * height);
  for (let run = 0; run < count; run++) {
    const own = label[group[run]!]!;
    data.fill(own === OUTSIDE ? OUTSIDE : rank[own]!, from[run], to[run]);
  }
  return { map: { width, height, data }, sizes: kept };
}

/**
 * Regions numbered by size, so that numbers mean the same at every resolution;
 * specks below `smallest` become ink, 0.
 */
function ranked(sizes: readonly number[], smallest: number): { rank: Int32Array; kept: number[] } {
  const order = sizes
    .map((size, i) => ({ size, i }))
    .slice(1)
    .filter(({ size }) => size >= smallest);
  order.sort((a, b) => b.size - a.size || a.i - b.i);
  const rank = new Int32Array(sizes.length);
  order.forEach(({ i }, at) => (rank[i] = at + 1));
  return { rank, kept: [0, ...order.map(({ size }) => size)] };
}
