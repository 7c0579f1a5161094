// In: an open line among others. Out: a line across its gap, where it is a body's outline that is open at its
// foot: path data; null where it is none.
// A long way round to a gap in which something smaller stands.
import { distance, type LineEnd, type DrawnLine, type Point } from './loose-ends.ts';
import { inside, measure } from '../svg/polyline.ts';

// An outline open at its foot is this many times as long as its gap, strays from an arc by this share of its
// radius, and in the gap's middle, within so many pens, lies something that is not all but inside.
const LONG = 2.2;
const ARC = 0.15;
const NEAR = 1.3;
const WITHIN = 0.9;
// By the area of its box, it is smaller than this share: the other half of a chain's link is none.
const SMALLER = 0.6;
// Of the gap, how far the line across goes on in the ends' directions: a cloud's, and a ring's.
const GOING_ON = 0.2;
const ROUND_ON = 0.36;
// Of a ring's width, its gap is narrow.
const SLIT = 0.5;

export type Ends = readonly [LineEnd, LineEnd];

export interface Across {
  /** Path data of what goes on beside what stands there, and of the whole way. */
  stubs: readonly string[];
  whole: string;
  /** What stands in the gap. */
  before: readonly DrawnLine[];
}

/** A long way round, and something in the gap. */
export function foot(line: DrawnLine, [one, two]: Ends, lines: readonly DrawnLine[]): Across | null {
  const gap = distance(one.at, two.at);
  const own = measure([line.path]);
  if (!own || own.length < LONG * gap) return null;
  const others = lines.filter(({ cluster }) => cluster !== line.cluster);
  const small = others.filter((other) => boxArea([other]) < SMALLER * boxArea([line]));
  const [dx, dy] = [(two.at[0] - one.at[0]) / gap, (two.at[1] - one.at[1]) / gap];
  const isInGap = ([x, y]: Point): boolean => {
    const [u, v] = [x - one.at[0], y - one.at[1]];
    const share = (u * dx + v * dy) / gap;
    return share > 0.1 && share < 0.9 && Math.abs(u * dy - v * dx) <= 2 * NEAR * line.half;
  };
  const before = small.filter(({ points }) => points.some(isInGap));
  const standing = before.flatMap(({ points }) => points);
  const within = standing.filter(([x, y]) => inside([line.path], x, y)).length;
  if (before.length === 0 || within > WITHIN * standing.length) return null;
  const arc = isArc(line.points);
  // A ring that only a bar goes into is the sign for power.
  const isWide = gap > SLIT * Math.max(own.box.width, own.box.height);
  if (arc && isWide && before.length === small.length) return null;
  const on = ({ at: [x, y], towards: [u, v] }: LineEnd): string => {
    const far = (arc ? ROUND_ON : GOING_ON) * gap;
    return `${x + far * u} ${y + far * v}`;
  };
  const whole = `M${one.at.join(' ')}C${on(one)} ${on(two)} ${two.at.join(' ')}`;
  return { whole, stubs: [whole], before };
}

/** By the circle through its ends and the point that lies half way along. */
function isArc(points: readonly Point[]): boolean {
  const [[ax, ay], [bx, by], [cx, cy]] = [points[0]!, points[points.length >> 1]!, points.at(-1)!];
  const twice = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by));
  if (twice === 0) return false;
  const [a, b, c] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
  const x = (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / twice;
  const y = (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / twice;
  const radius = Math.hypot(ax - x, ay - y);
  return points.every(([u, v]) => Math.abs(Math.hypot(u - x, v - y) / radius - 1) < ARC);
}

export const straight = (from: Point, to: Point): string => `M${from.join(' ')}L${to.join(' ')}`;

/** Of their box. */
export function boxArea(lines: readonly DrawnLine[]): number {
  const box = measure(lines.map(({ path }) => path))?.box;
  return box ? box.width * box.height : 0;
}
