// In: pieces. Out: whether all that is drawn is lines of one pen, struck out: a slash over the whole of it,
// from corner to corner, whose ends touch nothing that goes on. It says "no" or "off", and cuts what it lies
// on in halves: all of that is open.
import { union } from '../image/grid.ts';
import type { Piece } from './piece.ts';
import type { Box } from '../sketch.ts';
import { slashInInk } from './slash-in-ink.ts';
import { polylines } from '../svg/path.ts';
import { along, type Polyline } from '../svg/polyline.ts';

// Of the sides of all that is drawn, a slash has this share at least, and one that cuts lines off.
const WHOLE = 0.85;
const CUTTING = 0.68;
// So many pens along it, a line's side is where the slash cut it off, be that up to its end.
const CUT = 2;
// Of the pen's width, its ends are farther than this from the middles of all other lines, but for those that
// it cuts off.
const FREE = 1.1;
// An arrow's head ends on its shaft twice.
const MANY = 2;
// More points than these are a texture.
const MOST_POINTS = 4000;

export function isStruckOut(pieces: readonly Piece[]): boolean {
  const drawn = pieces.filter(({ role }) => role !== 'print');
  const [first] = drawn;
  if (first && drawn.every(({ role }) => role === 'brush')) return slashInInk(drawn) !== null;
  if (!first || drawn.some(({ role }) => role !== 'line')) return false;
  const box = drawn.map(({ shape }) => shape.measure.box).reduce(union);
  const pen = Math.max(...drawn.map(({ shape }) => shape.stroke.width));
  return (
    slashOf(
      drawn.flatMap(({ shape }) => polylines(shape.d)),
      box,
      pen,
    ) !== null
  );
}

/** The line that strikes all others out; null for none. `box`: of all that is drawn; `pen`: its width. */
export function slashOf(lines: readonly Polyline[], box: Box, pen: number): Polyline | null {
  const isSlash = ({ points, closed }: Polyline, share: number): boolean =>
    points.length === 4 &&
    !closed &&
    Math.abs(points[2]! - points[0]!) >= share * box.width &&
    Math.abs(points[3]! - points[1]!) >= share * box.height;
  const [slash, ...more] = lines.filter((line) => isSlash(line, CUTTING));
  if (!slash || more.length > 0) return null;
  const others = lines.filter((line) => line !== slash);
  if (others.length === 0 || others.reduce((sum, { points }) => sum + points.length / 2, 0) > MOST_POINTS)
    return null;
  const [ax, ay, bx, by] = slash.points as [number, number, number, number];
  const ends = others.flatMap(endsOf);
  const inside = ends.filter((end) => isOn(slash, end, pen / 2, pen / 2));
  if (inside.length < MANY && !isSlash(slash, WHOLE)) return null;
  // What cuts off so many ends cuts off those at its own, too.
  const cut = inside.length >= MANY ? ends.filter((end) => isOn(slash, end, pen / 2, -pen / 2)) : inside;
  const free = others.filter((line) => !runsAlong(line, slash, pen));
  for (const [x, y] of along(free, pen / 2)) {
    const isCut = cut.some(([u, v]) => Math.hypot(x - u, y - v) < FREE * pen);
    if (!isCut && Math.min(Math.hypot(x - ax, y - ay), Math.hypot(x - bx, y - by)) < FREE * pen) return null;
  }
  return slash;
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

/** Whether it lies on the slash, up to so far from its ends. */
function isOn({ points }: Polyline, [x, y]: Point, near: number, off: number): boolean {
  const [ax, ay, bx, by] = points as [number, number, number, number];
  const long = Math.hypot(bx - ax, by - ay);
  const [dx, dy] = [(bx - ax) / long, (by - ay) / long];
  const [t, far] = [(x - ax) * dx + (y - ay) * dy, Math.abs((y - ay) * dx - (x - ax) * dy)];
  return far < near && t > off && t < long - off;
}

/** Whether a straight side of a line lies on the slash. */
function runsAlong({ points }: Polyline, { points: ends }: Polyline, pen: number): boolean {
  const [ax, ay, bx, by] = ends as [number, number, number, number];
  const long = Math.hypot(bx - ax, by - ay);
  const isNear = (x: number, y: number): boolean =>
    Math.abs((y - ay) * (bx - ax) - (x - ax) * (by - ay)) < (pen / 4) * long;
  for (let i = 2; i < points.length; i += 2) {
    const [x, y, u, v] = [points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!];
    if (Math.hypot(u - x, v - y) >= CUT * pen && isNear(x, y) && isNear(u, v)) return true;
  }
  return false;
}
