// In: lines, and which are outlines of bodies. Out: what of open ones is hidden behind a twin, up to where it
// goes behind.
// Registration by corners of boxes: all of the line lies on the twin's outline moved aside; the rest of that
// is followed from both ends until it meets what is drawn.
import { distance, type DrawnLine, type Point } from './loose-ends.ts';
import type { Ends } from './outline-gaps.ts';
import { pathOf } from './shoulders.ts';
import type { Box } from '../sketch.ts';
import { along, inside, measure, type Polyline } from '../svg/polyline.ts';
import { shut } from '../svg/winding.ts';

// In pens: how far off the moved outline a line may lie, and how far aside that is at least.
const OFF = 0.35;
const ASIDE = 1;
// Of the twin's outline, so much is seen of the line at most, and at least: of shoulders less.
const MOST = 0.9;
const LEAST = 0.38;
const BUST = 0.15;

interface Twin {
  outline: Polyline;
  least: number;
}

export interface Hidden {
  line: DrawnLine;
  /** Path data of what goes on behind the twin. */
  d: string;
  /** All of its outline. */
  outline: Polyline;
}

/**
 * `closed`: lines that are bodies' outlines; `busts`: those open below alone. What was found hidden is the
 * twin of others in turn.
 */
export function hiddenBehind(
  lines: readonly DrawnLine[],
  closed: readonly DrawnLine[],
  busts: readonly DrawnLine[],
): Hidden[] {
  const twins = [
    ...closed.map(({ path }): Twin => ({ outline: whole(path), least: LEAST })),
    ...busts.map(({ path }): Twin => ({ outline: whole(path), least: BUST })),
  ];
  const found: Hidden[] = [];
  const open = lines.filter(
    (line) =>
      !closed.includes(line) && !busts.includes(line) && line.ends?.every(({ loose }) => loose) === true,
  );
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const line of open) {
      if (found.some((one) => one.line === line)) continue;
      const hidden = behind(line, line.ends!, twins, lines);
      if (!hidden) continue;
      isNew = true;
      found.push(hidden);
      twins.push({ outline: hidden.outline, least: LEAST });
    }
  }
  return found;
}

const whole = ({ points }: Polyline): Polyline => shut({ points, closed: true });

function behind(
  line: DrawnLine,
  [one, two]: Ends,
  twins: readonly Twin[],
  lines: readonly DrawnLine[],
): Hidden | null {
  const own = measure([line.path]);
  if (!own || Math.min(own.box.width, own.box.height) < line.half) return null;
  for (const { outline: twin, least } of twins) {
    const size = measure([twin]);
    if (!size || own.length < least * size.length || own.length > MOST * size.length) continue;
    const outline = [...along([twin], line.half / 4)];
    for (const [dx, dy] of moves(size.box, own.box)) {
      if (Math.hypot(dx, dy) < 2 * ASIDE * line.half) continue;
      const moved = outline.map(([x, y]): Point => [x + dx, y + dy]);
      const isOn = (at: Point): boolean => distance(at, moved[nearest(moved, at)]!) < 2 * OFF * line.half;
      if (!line.points.every(isOn)) continue;
      const rest = restOf(moved, one.at, two.at, line.points[line.points.length >> 1]!);
      const [x, y] = rest[rest.length >> 1]!;
      if (!inside([twin], x, y)) continue;
      const stubs = [untilMet(rest, line, lines), untilMet([...rest].reverse(), line, lines)];
      if (stubs.some((stub) => stub === null)) continue;
      const d = stubs.map((stub) => pathOf(stub!)).join('');
      return { line, d, outline: { points: moved.flat(), closed: true } };
    }
  }
  return null;
}

/** From one box to another, by each of their corners. */
function moves(from: Box, to: Box): Point[] {
  const across = [to.x - from.x, to.x + to.width - from.x - from.width];
  const down = [to.y - from.y, to.y + to.height - from.y - from.height];
  return across.flatMap((dx) => down.map((dy): Point => [dx, dy]));
}

function nearest(points: readonly Point[], at: Point): number {
  let best = 0;
  points.forEach((point, i) => {
    if (distance(point, at) < distance(points[best]!, at)) best = i;
  });
  return best;
}

/** Along a closed outline from one point to another, the way that does not go by `seen`. */
function restOf(outline: readonly Point[], from: Point, to: Point, seen: Point): Point[] {
  const start = nearest(outline, from);
  const turned = [...outline.slice(start), ...outline.slice(0, start)];
  const [end, by] = [nearest(turned, to), nearest(turned, seen)];
  const way = by > end ? turned.slice(0, end + 1) : [...turned.slice(end), turned[0]!].reverse();
  return [from, ...way, to];
}

/** Null where it meets nothing before its other end. */
function untilMet(way: readonly Point[], line: DrawnLine, lines: readonly DrawnLine[]): Point[] | null {
  const isMet = (at: Point): boolean =>
    lines.some((other) => other !== line && other.points.some((point) => distance(point, at) <= other.half));
  const end = way.findIndex(isMet);
  return end < 0 ? null : way.slice(0, end + 1);
}
