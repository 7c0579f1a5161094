// In: pieces. Out: whether all that is drawn is lines of one pen, struck out: a slash over the whole of it,
// from corner to corner, whose ends touch nothing that goes on. It says "no" or "off", and cuts what it lies
// on in halves: all of that is open.
import { union } from '../image/grid.ts';
import type { Piece } from './piece.ts';
import { isSlashedInk } from './slash-in-ink.ts';
import { along, polylines, type Polyline } from '../svg/path.ts';

// Of the sides of all that is drawn, a slash has this share at least.
const WHOLE = 0.85;
// Of the pen's width, its ends are farther than this from the middles of all other lines, but for those that
// it cuts off.
const FREE = 1.1;
// More points than these are a texture.
const MOST_POINTS = 4000;

export function isStruckOut(pieces: readonly Piece[]): boolean {
  const drawn = pieces.filter(({ role }) => role !== 'print');
  const [first] = drawn;
  if (first && drawn.every(({ role }) => role === 'brush')) return isSlashedInk(drawn);
  if (!first || drawn.some(({ role }) => role !== 'line')) return false;
  const box = drawn.map(({ shape }) => shape.measure.box).reduce(union);
  const pen = Math.max(...drawn.map(({ shape }) => shape.stroke.width));
  const lines = drawn.flatMap(({ shape }) => polylines(shape.d));
  const isSlash = ({ points, closed }: Polyline): boolean =>
    points.length === 4 &&
    !closed &&
    Math.abs(points[2]! - points[0]!) >= WHOLE * box.width &&
    Math.abs(points[3]! - points[1]!) >= WHOLE * box.height;
  const [slash, ...more] = lines.filter(isSlash);
  if (!slash || more.length > 0) return false;
  const others = lines.filter((line) => line !== slash);
  if (others.length === 0 || others.reduce((sum, { points }) => sum + points.length / 2, 0) > MOST_POINTS)
    return false;
  const [ax, ay, bx, by] = slash.points as [number, number, number, number];
  const cut = others.flatMap(endsOf).filter((end) => isOn(slash, end, pen / 2));
  for (const [x, y] of along(others, pen / 2)) {
    const isCut = cut.some(([u, v]) => Math.hypot(x - u, y - v) < FREE * pen);
    if (!isCut && Math.min(Math.hypot(x - ax, y - ay), Math.hypot(x - bx, y - by)) < FREE * pen) return false;
  }
  return true;
}

type Point = readonly [x: number, y: number];

function endsOf({ points, closed }: Polyline): Point[] {
  return closed
    ? []
    : [
        [points[0]!, points[1]!],
        [points.at(-2)!, points.at(-1)!],
      ];
}

/** Whether the slash cuts a line off there: on it, and no nearer to its ends. */
function isOn({ points }: Polyline, [x, y]: Point, near: number): boolean {
  const [ax, ay, bx, by] = points as [number, number, number, number];
  const long = Math.hypot(bx - ax, by - ay);
  const [dx, dy] = [(bx - ax) / long, (by - ay) / long];
  const [t, far] = [(x - ax) * dx + (y - ay) * dy, Math.abs((y - ay) * dx - (x - ax) * dy)];
  return far < near && t > near && t < long - near;
}
