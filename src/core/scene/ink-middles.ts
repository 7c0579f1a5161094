// In: ink painted as a filled shape, one island of it. Out: the middles of its lines: between its two ends,
// and round its holes.
// An end is where the outline turns back within half a circle of the pen's width (medial axis, at its ends
// alone); between two of them the outline's shorter side, with branches its longest, half a pen further in.
import { cornersOf, distance, type LineEnd, type Point } from './loose-ends.ts';
import { inkWidth } from './brushes.ts';
import { plainPiece, type Piece } from './piece.ts';
import { polylines } from '../svg/path.ts';
import { measure, type Polyline } from '../svg/polyline.ts';
import { NOTHING } from '../svg/shape.ts';
import { shut, turn } from '../svg/winding.ts';

// Points along the outline, for each pen.
const FINE = 10;
// Of the pen, how far apart the sides of an end are, and how far it stands out between them; cosine between
// their directions.
const WIDE = [0.75, 1.25] as const;
const OUT = 0.2;
const BACK = -0.85;
// More ends than these are a sign.
const MOST_ENDS = 4;
const CHORDS = 24;

export interface LineMiddle {
  piece: Piece;
  path: Polyline;
  /** Half a pen. */
  half: number;
}

/** None where it has one end, or far more than two, but for what is round its holes. */
export function middlesOf(piece: Piece): LineMiddle[] {
  const pen = inkWidth(piece.shape);
  const contours = polylines(piece.shape.d, CHORDS).map((line) => shut({ ...line, closed: true }));
  const [outer, ...holes] = contours.sort((a, b) => areaOf(b) - areaOf(a));
  if (!outer || pen === 0) return [];
  const half = pen / 2;
  const points = evenly(outer, pen / FINE);
  const inward = turn(outer) * half;
  const ends = endsOf(points, pen, turn(outer));
  const closed = (line: Polyline, far: number): LineMiddle => ({
    piece,
    path: { points: moved(evenly(line, pen / FINE), far, true).flat(), closed: true },
    half,
  });
  // A ring's middle is round its hole; of one without ends it is within its outline, whose corners are round.
  if (ends.length === 0 && holes.length === 1) return [closed(outer, inward)];
  const rings = holes.map((hole) => closed(hole, -turn(hole) * half));
  if (ends.length < 2 || ends.length > MOST_ENDS) return rings;
  const sides = ends.map((end, i) => between(points, end, ends[(i + 1) % ends.length]!));
  const cap = Math.round((Math.PI / 4) * FINE);
  // With branches, what goes round most of it is the outline.
  sides.sort((a, b) => (ends.length === 2 ? 1 : -1) * (a.length - b.length));
  const [side] = sides as [Point[]];
  if (side.length <= 2 * cap + 2) return rings;
  const path = moved(side, inward, false).slice(cap, -cap);
  return [{ piece, path: { points: path.flat(), closed: false }, half }, ...rings];
}

/** Where lines end that were outlined, in the middle of the pen. */
export function capsOf(contour: Polyline, pen: number): Pick<LineEnd, 'at' | 'towards'>[] {
  const points = evenly(shut({ ...contour, closed: true }), pen / FINE);
  const reach = Math.round((Math.PI / 4) * FINE);
  return endsOf(points, pen, turn(contour)).map((apex) => {
    const at = (far: number): Point => points[(apex + far + points.length) % points.length]!;
    const [a, b] = [at(-reach), at(reach)];
    const [dx, dy] = direction(a, b);
    // Both sides lead to the end, the straighter the better.
    const sides = [direction(at(-2 * reach), a), direction(at(2 * reach), b)];
    const off = ([x, y]: Point): number => Math.abs(x * dx + y * dy);
    const [straight] = sides.sort((p, q) => off(p) - off(q));
    return { at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], towards: straight! };
  });
}

/** A line in the ink of what was outlined. */
export function inPen(piece: Piece, width: number): Piece {
  const { shape } = piece;
  const stroke = { ...shape.stroke, paint: shape.fill, width };
  return { ...plainPiece({ ...shape, stroke, fill: NOTHING }), role: 'line' };
}

/** Points `step` apart along a closed outline, or a little less. */
function evenly(outline: Polyline, step: number): Point[] {
  const corners = cornersOf(outline);
  const far = [0];
  for (let i = 1; i < corners.length; i++) far.push(far[i - 1]! + distance(corners[i - 1]!, corners[i]!));
  const long = far.at(-1)!;
  const count = Math.ceil(long / step);
  let i = 1;
  return Array.from({ length: count }, (_, k): Point => {
    const so = (k / count) * long;
    while (i < far.length - 1 && far[i]! < so) i++;
    const [[x, y], [u, v]] = [corners[i - 1]!, corners[i]!];
    const share = (so - far[i - 1]!) / (far[i]! - far[i - 1]! || 1);
    return [x + share * (u - x), y + share * (v - y)];
  });
}

const areaOf = (line: Polyline): number => measure([line])?.area ?? 0;

/** Indexes of where the outline turns back, in its order. */
function endsOf(points: readonly Point[], pen: number, way: number): number[] {
  const count = points.length;
  const reach = Math.round((Math.PI / 4) * FINE);
  if (count < 4 * reach) return [];
  const at = (i: number): Point => points[(i + count) % count]!;
  const found = points.flatMap((apex, i) => {
    const [a, b] = [at(i - reach), at(i + reach)];
    const [p, q] = [
      direction(at(i - reach - 2), at(i - reach + 1)),
      direction(at(i + reach - 1), at(i + reach + 2)),
    ];
    const wide = Math.hypot(a[0] - b[0], a[1] - b[1]) / pen;
    const back = p[0] * q[0] + p[1] * q[1];
    const [x, y] = [apex[0] - (a[0] + b[0]) / 2, apex[1] - (a[1] + b[1]) / 2];
    const out = (x * p[0] + y * p[1]) / pen;
    // Ink lies to the right of an outline that goes round clockwise.
    const isInk = way * (p[0] * (b[1] - a[1]) - p[1] * (b[0] - a[0])) > 0;
    const isEnd = isInk && wide > WIDE[0] && wide < WIDE[1] && back < BACK && out > OUT;
    return isEnd ? [{ i, off: Math.abs(wide - 1) + (1 + back) - out }] : [];
  });
  const best: number[] = [];
  for (const { i } of found.sort((a, b) => a.off - b.off)) {
    const isNear = (other: number): boolean =>
      Math.min(Math.abs(other - i), count - Math.abs(other - i)) < 2 * reach;
    if (!best.some(isNear)) best.push(i);
  }
  return best.sort((a, b) => a - b);
}

function between(points: readonly Point[], from: number, to: number): Point[] {
  return from < to ? points.slice(from, to + 1) : [...points.slice(from), ...points.slice(0, to + 1)];
}

/** To the right of the way along them, if `far` is above 0. */
function moved(points: readonly Point[], far: number, isRing: boolean): Point[] {
  const last = points.length - 1;
  return points.map(([x, y], i) => {
    const before = points[i > 0 ? i - 1 : isRing ? last : 0]!;
    const after = points[i < last ? i + 1 : isRing ? 0 : last]!;
    const [dx, dy] = direction(before, after);
    return [x - far * dy, y + far * dx];
  });
}

function direction([x, y]: Point, [u, v]: Point): Point {
  const long = Math.hypot(u - x, v - y) || 1;
  return [(u - x) / long, (v - y) / long];
}
