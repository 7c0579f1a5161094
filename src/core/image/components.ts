// In: a mask of 0 and 1. Out: its connected components, as runs along rows: far fewer than pixels.
// Run-based labelling in one pass, with union–find by path halving (He, Chao, Suzuki 2008; Tarjan 1975).
import type { Plane } from '../sketch.ts';

/** Runs in the order of reading: left to right, top to bottom. */
export interface Runs {
  count: number;
  /** First pixel of each run, and the one after its last. */
  from: Int32Array;
  to: Int32Array;
  /** Per run the first run of its group. */
  group: Int32Array;
}

/** Of one value. Neighbours share a side; with `corners` a corner is enough. */
export function runsOf({ width, height, data }: Plane<Uint8Array>, of: 0 | 1, corners = false): Runs {
  let most = 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0, before = false; x < width; x++, i++) {
      const here = data[i] === of;
      if (here && !before) most++;
      before = here;
    }
  }
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  const group = new Int32Array(most);
  const rootOf = (run: number): number => {
    let at = run;
    while (group[at] !== at) at = group[at] = group[group[at]!]!;
    return at;
  };
  const slack = corners ? 1 : 0;
  let count = 0;
  let above = 0;
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const end = start + width;
    const first = count;
    for (let i = start; i < end;) {
      while (i < end && data[i] !== of) i++;
      if (i === end) break;
      const left = i;
      while (i < end && data[i] === of) i++;
      // Runs of the row above that lie over this one; the last of them may reach over the next one too.
      while (above < first && to[above]! + width <= left - slack) above++;
      let root = count;
      group[count] = count;
      for (let k = above; k < first && from[k]! + width < i + slack; k++) {
        const other = rootOf(k);
        if (other === root) continue;
        // The first in reading order stays.
        if (other < root) {
          group[root] = other;
          root = other;
        } else group[other] = root;
      }
      from[count] = left;
      to[count++] = i;
    }
    above = first;
  }
  for (let run = 0; run < count; run++) group[run] = rootOf(run);
  return { count, from, to, group };
}

/** Whether a run of pixels from `from` to before `to`, all of one row, lies at the picture's rim. */
export function reachesRim(from: number, to: number, { width, height }: Plane<Uint8Array>): boolean {
  return from < width || from >= width * (height - 1) || from % width === 0 || to % width === 0;
}

/** Pixels per group, at the group's first run; 0 at all others. */
export function sizesOf({ count, from, to, group }: Runs): Int32Array {
  const sizes = new Int32Array(count);
  for (let run = 0; run < count; run++) {
    const root = group[run]!;
    sizes[root] = sizes[root]! + to[run]! - from[run]!;
  }
  return sizes;
}

/** The mask without groups of fewer than `least` pixels that touch (also at corners). */
export function withoutSpecks(mask: Plane<Uint8Array>, least: number): Plane<Uint8Array> {
  const data = Uint8Array.from(mask.data);
  const runs = runsOf(mask, 1, true);
  const sizes = sizesOf(runs);
  for (let run = 0; run < runs.count; run++) {
    const size = sizes[runs.group[run]!]!;
    if (size < least) data.fill(0, runs.from[run], runs.to[run]);
  }
  return { ...mask, data };
}
