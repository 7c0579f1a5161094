// In: what is drawn as pixels, and which of them are ink. Out: what hangs together in it, how much and where.
// Connected components, 8 neighbours.
import { include, noBounds, type Bounds } from '../image/bounds.ts';
import { runsOf } from '../image/components.ts';
import type { Plane } from '../sketch.ts';

export interface Island extends Bounds {
  /** Pixels. */
  whole: number;
  ink: number;
}

/** What hangs together in `whole`, also at corners. `map`: index of the island, −1 off them. */
export function islandsIn(
  whole: Plane<Uint8Array>,
  ink: Plane<Uint8Array>,
): { map: Int32Array; islands: Island[] } {
  const { width, height } = whole;
  const map = new Int32Array(width * height).fill(-1);
  const islands: Island[] = [];
  const { count, from, to, group } = runsOf(whole, 1, true);
  const index = new Int32Array(count);
  for (let run = 0; run < count; run++) {
    const root = group[run]!;
    if (root === run) index[run] = islands.push({ whole: 0, ink: 0, ...noBounds(width, height) }) - 1;
    const at = index[root]!;
    const island = islands[at]!;
    const [left, right] = [from[run]!, to[run]!];
    map.fill(at, left, right);
    const y = Math.floor(left / width);
    include(island, left - y * width, y);
    include(island, right - 1 - y * width, y);
    island.whole += right - left;
    for (let i = left; i < right; i++) island.ink += ink.data[i]!;
  }
  return { map, islands };
}
