// In: which part every pixel belongs to, and how far it is covered. Out: both without cracks: pixels between
// shapes that abut which neither of the two reaches.
// Connected components of what has no label (components.ts). A crack is enclosed and nowhere two pixels wide.
import { reachesRim, runsOf, type Runs } from '../image/components.ts';
import type { Plane } from '../sketch.ts';

/** Mean coverage, of 255, beside a crack; between hairlines it is less: what shows there is the ground. */
const SOLID = 100;

/** In place. `labels`: 0 where nothing is; a crack's pixels take a neighbour's and count as covered whole. */
export function closeCracks(labels: Plane<Int32Array>, coverage: Plane<Uint8Array>): void {
  const { width, height, data } = labels;
  const mask = new Uint8Array(width * height);
  for (let i = 0; i < mask.length; i++) mask[i] = data[i] === 0 ? 1 : 0;
  const empty = { width, height, data: mask };
  const runs = runsOf(empty, 1, true);
  const open = wideOrOutside(empty, runs);
  const beside = coverageBeside(runs, open, coverage);
  for (let run = 0; run < runs.count; run++) {
    if (open[runs.group[run]!] === 1 || beside[runs.group[run]!]! < SOLID) continue;
    // Read in order: what lies to the left of a run, or else above it, has a label by then.
    for (let i = runs.from[run]!; i < runs.to[run]!; i++) {
      data[i] = data[i - 1]!;
      coverage.data[i] = 255;
    }
  }
}

/** By group: 1 where it reaches the picture's rim or holds a square of two by two pixels. */
function wideOrOutside(empty: Plane<Uint8Array>, runs: Runs): Uint8Array {
  const { width, data } = empty;
  const found = new Uint8Array(runs.count);
  for (let run = 0; run < runs.count; run++) {
    const [from, to, group] = [runs.from[run]!, runs.to[run]!, runs.group[run]!];
    if (found[group] === 1) continue;
    let open = reachesRim(from, to, empty);
    for (let i = from + 1; i < to && !open; i++) open = data[i + width] === 1 && data[i + width - 1] === 1;
    if (open) found[group] = 1;
  }
  return found;
}

/** By group that is not open, the mean of the pixels to the left and right of its runs. */
function coverageBeside(
  { count, from, to, group }: Runs,
  open: Uint8Array,
  { data }: Plane<Uint8Array>,
): Float64Array {
  const [sums, asked] = [new Float64Array(count), new Float64Array(count)];
  for (let run = 0; run < count; run++) {
    const at = group[run]!;
    if (open[at] === 1) continue;
    sums[at] = sums[at]! + data[from[run]! - 1]! + data[to[run]!]!;
    asked[at] = asked[at]! + 2;
  }
  return sums.map((sum, at) => sum / (asked[at] || 1));
}
