// In: seams, and which of their pixels the silhouette took. Out: the same without crumbs: what is left of a
// line where it runs into another one is hardly longer than the pen is wide, and no detail.
// By connected components (8 neighbours) that touch what was taken, and their longer side.
import { include, noBounds, type Bounds } from '../image/bounds.ts';
import { runsOf } from '../image/components.ts';
import type { Plane } from '../sketch.ts';

// Of the pen's width.
const CRUMB = 1.5;

/** The longest crumb of a pen of so many pixels. */
export const crumbOf = (pen: number): number => Math.ceil(CRUMB * pen);

/** In place. `taken`: 1 for seams' pixels that are gone; `pen`: the widest line, in pixels. */
export function dropCrumbs({ width, height, data }: Plane, taken: Uint8Array, pen: number): void {
  const longest = crumbOf(pen);
  if (longest < 1) return;
  const left = Uint8Array.from(data, (value) => (value > 0 ? 1 : 0));
  const { count, from, to, group } = runsOf({ width, height, data: left }, 1, true);
  const groups = new Map<number, { bounds: Bounds; cut: boolean }>();
  const isTaken = (i: number): boolean => taken[i] === 1;
  for (let run = 0; run < count; run++) {
    const [begin, end] = [from[run]!, to[run]!];
    const one = groups.get(group[run]!) ?? { bounds: noBounds(width, height), cut: false };
    groups.set(group[run]!, one);
    const y = Math.floor(begin / width);
    include(one.bounds, begin - y * width, y);
    include(one.bounds, end - 1 - y * width, y);
    for (let i = begin - 1; i <= end && !one.cut; i++)
      one.cut = isTaken(i) || isTaken(i - width) || isTaken(i + width);
  }
  const isCrumb = ({ bounds: { x0, y0, x1, y1 }, cut }: { bounds: Bounds; cut: boolean }): boolean =>
    cut && Math.max(x1 - x0, y1 - y0) + 1 <= longest;
  for (let run = 0; run < count; run++)
    if (isCrumb(groups.get(group[run]!)!)) data.fill(0, from[run], to[run]);
}
