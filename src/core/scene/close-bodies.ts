// In: pieces. Out: where all are lines, outlined or not, the same, and lines that close outlines which are
// open for what stands before them: a calendar's corner behind a clock, a cloud's foot where rain falls,
// shoulders below a head. What encloses nothing, and stands there, is print.
// Ends that go on straight until they meet what stands there; else a smooth line from end to end.
import { penned } from './close-gaps.ts';
import { distance, isClosed, type LineEnd, type DrawnLine, type Point } from './loose-ends.ts';
import type { Piece } from './piece.ts';
import { isStruckOut } from './struck-out.ts';
import { drawnLines } from './drawn-lines.ts';
import { inPen } from './ink-middles.ts';
import { hiddenBehind } from './hidden-twins.ts';
import { boxArea, foot, straight, type Across, type Ends } from './outline-gaps.ts';
import { cutShoulders, shoulders } from './shoulders.ts';
import { inside, measure } from '../svg/polyline.ts';

// More lines than these are a texture.
const MOST_LINES = 60;
// Of the drawing's side, an end goes on for this share at most.
const REACH = 0.45;
// Cosine: two ends of one corner do not run side by side.
const SIDE_BY_SIDE = 0.5;
// Of the shorter side up to where they meet, a corner is round.
const ROUND = 0.3;
// Room in a closed line is none that is so few half pens wide, or that is slim and so many times as long.
const TINY = 1.5;
const SLIM = 3.6;
const OBLONG = 2.4;

export function withBodiesClosed(pieces: readonly Piece[]): readonly Piece[] {
  const { strokes, lines } = drawnLines(pieces, MOST_LINES);
  if (lines.length === 0 || isStruckOut(pieces)) return pieces;
  const closed = lines.flatMap((line) => {
    const { ends } = line;
    if (!ends?.every(({ loose }) => loose) || lines.some((other) => isAround(other, line))) return [];
    const across =
      corner(line, ends, lines) ??
      foot(line, ends, lines) ??
      shoulders(line, ends, lines) ??
      cutShoulders(line, ends, lines);
    return across ? [{ line, ...across }] : [];
  });
  const busts = closed.filter(({ before }) => before.length === 0).map(({ line }) => line);
  const hidden = hiddenBehind(lines, lines.filter(isClosed), busts);
  if (closed.length + hidden.length === 0) return pieces;
  const bodies = new Set([...closed, ...hidden].map(({ line }) => line.cluster));
  const isPrint = (cluster: number): boolean =>
    !bodies.has(cluster) && lines.every((line) => line.cluster !== cluster || isSign(line));
  const before = new Set(closed.flatMap((one) => one.before.map(({ cluster }) => cluster)).filter(isPrint));
  const signs = new Set(lines.filter(({ cluster }) => before.has(cluster)).map(({ piece }) => piece));
  // What stands there is the body's border, but where it is print on it.
  const paths = ({ whole, stubs, before: [first] }: Across): readonly string[] =>
    first && !before.has(first.cluster) ? stubs : [whole];
  return [
    ...strokes.filter((piece) => !signs.has(piece)),
    ...closed.flatMap((one) => paths(one).map((d) => closing(one.line, d))),
    ...hidden.map(({ line, d }) => closing(line, d)),
    ...[...signs].map((piece): Piece => ({ ...piece, role: 'print' })),
  ];
}

const closing = ({ piece, half }: DrawnLine, d: string): Piece => ({
  ...penned(piece.role === 'brush' ? inPen(piece, 2 * half) : piece, d),
  closes: true,
});

/** It encloses nothing, or so little that no body has room in it. */
function isSign({ path, half, ends }: DrawnLine): boolean {
  const size = ends ? null : measure([path]);
  if (!size) return true;
  // The sides of a rectangle of its area and length.
  const sum = size.length / 2;
  const apart = Math.sqrt(Math.max(0, sum * sum - 4 * size.area));
  const [long, wide] = [(sum + apart) / 2 - 2 * half, (sum - apart) / 2 - 2 * half];
  return wide <= TINY * half || (wide <= SLIM * half && long > OBLONG * wide);
}

/** What is drawn on a closed body is no body: a sign, a letter. */
function isAround({ path }: DrawnLine, line: DrawnLine): boolean {
  return path.closed && line.points.every(([x, y]) => inside([path], x, y));
}

/** Both ends go on straight to the same thing, which is smaller. */
function corner(line: DrawnLine, ends: Ends, lines: readonly DrawnLine[]): Across | null {
  const [one, two] = ends;
  const isSideBySide = one.towards[0] * two.towards[0] + one.towards[1] * two.towards[1] > SIDE_BY_SIDE;
  if (!one.straight || !two.straight || isSideBySide) return null;
  const far = REACH * Math.sqrt(boxArea(lines));
  const [first, second] = ends.map((end) => metBy(end, line, lines, far));
  if (!first || !second || first.line.cluster !== second.line.cluster) return null;
  const before = lines.filter(({ cluster }) => cluster === first.line.cluster);
  if (boxArea(before) > boxArea([line])) return null;
  const stubs = [straight(one.at, first.at), straight(two.at, second.at)];
  return { whole: roundCorner(one, two) ?? straight(one.at, two.at), stubs, before };
}

/** Straight on from both, and round where they meet; null where they do not. */
function roundCorner(one: LineEnd, two: LineEnd): string | null {
  const [[ax, ay], [bx, by]] = [one.at, two.at];
  const [[ux, uy], [vx, vy]] = [one.towards, two.towards];
  const turn = ux * vy - uy * vx;
  const first = ((bx - ax) * vy - (by - ay) * vx) / turn;
  const second = ((bx - ax) * uy - (by - ay) * ux) / turn;
  if (!(Math.min(first, second) > 0 && Math.max(first, second) < distance(one.at, two.at))) return null;
  const round = ROUND * Math.min(first, second);
  const [x, y] = [ax + first * ux, ay + first * uy];
  return `M${ax} ${ay}L${x - round * ux} ${y - round * uy}Q${x} ${y} ${x - round * vx} ${y - round * vy}L${bx} ${by}`;
}

interface Met {
  at: Point;
  line: DrawnLine;
}

/** What an end meets that goes on straight; null for nothing, or its own line. */
function metBy(
  { at: [x, y], towards: [dx, dy] }: LineEnd,
  line: DrawnLine,
  lines: readonly DrawnLine[],
  far: number,
): Met | null {
  for (let gone = line.half; gone <= far; gone += line.half / 2) {
    const at: Point = [x + gone * dx, y + gone * dy];
    const met = lines.find((other) => {
      const isOwn = other === line;
      return other.points.some(
        (point) => distance(point, at) <= other.half && (!isOwn || distance(point, [x, y]) > 4 * line.half),
      );
    });
    if (!met) continue;
    return met === line ? null : { at, line: met };
  }
  return null;
}
