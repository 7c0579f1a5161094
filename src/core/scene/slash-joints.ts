// In: ends of lines that a slash cut off. Out: which go on to each other across it, and the way there.
// The nearest first, each end once; smooth.
import { distance, type LineEnd, type Point } from './loose-ends.ts';

// In pens, of which none is thinner than this share of the slash: how far from its middle lines end that it
// cut off, and how far such ends are apart.
const THIN = 0.062;
const CUT = 3.2;
const GAP = 4.5;
// What ends this near to its middle, in pens, it cut off there; a corner so narrow was left out beside it.
const ON = 0.6;
const SLIT = 0.8;
// What ends on both its sides goes on below it.
const BELOW = 2.2;
// Of two cosines, between what goes on and what goes across: below it they pass each other.
const ASIDE = 0.6;
// Of the gap, how far what goes across goes on in the ends' directions.
const GOING_ON = 0.36;

export interface CutEnd extends Pick<LineEnd, 'at' | 'towards'> {
  /** How far aside of the slash, signed: 0 on it. */
  aside: number;
}

/** How far a point lies aside of the way from end to end, signed. */
export function asideOf([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  return ((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / Math.hypot(bx - ax, by - ay);
}

interface Joint<End> {
  one: End;
  two: End;
  cost: number;
  /** Beside the slash: what goes on across it goes first. */
  isCorner: boolean;
}

/** How wide a slash is, and how long. */
export interface Slash {
  pen: number;
  long: number;
}

const broad = ({ pen, long }: Slash): number => Math.max(pen, THIN * long);

/** Whether the slash may have cut it off. */
export const isCut = ({ aside }: CutEnd, slash: Slash): boolean => Math.abs(aside) < CUT * broad(slash);

/** Whether two ends may be of one line. */
export const isNearBy = (one: CutEnd, two: CutEnd, slash: Slash): boolean =>
  distance(one.at, two.at) <= GAP * broad(slash);

/** Across the slash, each end once. */
export function jointsOf<End extends CutEnd>(ends: readonly End[], slash: Slash): Joint<End>[] {
  const pairs = ends.flatMap((one, i) => ends.slice(i + 1).flatMap((two) => jointOf(one, two, slash) ?? []));
  const taken = new Set<End>();
  return pairs
    .sort((a, b) => Number(a.isCorner) - Number(b.isCorner) || a.cost - b.cost)
    .filter(({ one, two }) => {
      if (taken.has(one) || taken.has(two)) return false;
      taken.add(one).add(two);
      return true;
    });
}

function jointOf<End extends CutEnd>(one: End, two: End, slash: Slash): Joint<End> | null {
  const { pen } = slash;
  const gap = distance(one.at, two.at);
  const [near, far] = [Math.abs(one.aside), Math.abs(two.aside)].sort((a, b) => a - b) as [number, number];
  const isAcross = near < ON * pen && far > pen;
  const isBelow = far < ON * pen && one.aside * two.aside < 0;
  if (gap > (isAcross ? GAP * broad(slash) : (isBelow ? BELOW : SLIT) * pen)) return null;
  const [dx, dy] = [(two.at[0] - one.at[0]) / gap, (two.at[1] - one.at[1]) / gap];
  const [first, second] = [
    one.towards[0] * dx + one.towards[1] * dy,
    -two.towards[0] * dx - two.towards[1] * dy,
  ];
  const on = first + second;
  // Neither goes away from the other.
  if (Math.min(first, second) < 0) return null;
  return on < ASIDE ? null : { one, two, cost: gap * (2.4 - on), isCorner: !isAcross && !isBelow };
}

/** Path data. */
export function wayAcross(
  { at: from, towards: [ux, uy] }: CutEnd,
  { at: to, towards: [vx, vy] }: CutEnd,
): string {
  const far = GOING_ON * distance(from, to);
  const bend = `${from[0] + far * ux} ${from[1] + far * uy} ${to[0] + far * vx} ${to[1] + far * vy}`;
  return `M${from.join(' ')}C${bend} ${to.join(' ')}`;
}
