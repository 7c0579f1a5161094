// In: lines that leave an outline open, and how wide a gap was taken for closed. Out: where, and in which
// layers.
// Nearest neighbours, end by end, as close-gaps.ts joins them; what touches another line already is no loose
// end.
import type { Opening } from '../picture.ts';
import { polylines } from '../svg/path.ts';
import { along, type Polyline } from '../svg/polyline.ts';
import type { Piece } from './piece.ts';

interface Line {
  piece: Piece;
  /** One subpath. */
  path: Polyline;
  /** Along it, half its width apart where that is not too many. */
  points: readonly (readonly [number, number])[];
}

interface End {
  x: number;
  y: number;
  line: Line;
}

// Of more loose ends nobody would look for each.
const MOST = 24;
// Hatching has more lines than outlines have.
const MOST_LINES = 200;
// Points along a line at most.
const MOST_POINTS = 500;

/**
 * `reach`: widest gap that is looked across, from ink to ink, in drawing units. Empty where there are too
 * many.
 */
export function openingsOf(pieces: readonly Piece[], reach: number): Opening[] {
  const strokes = pieces.filter(({ role }) => role === 'line');
  if (strokes.length > MOST_LINES) return [];
  const lines = strokes.flatMap((piece) => polylines(piece.shape.d).map((path): Line => lineOf(piece, path)));
  const ends = lines.flatMap((line): End[] => {
    const { points, closed } = line.path;
    const n = points.length;
    if (closed || n < 4) return [];
    return [
      { x: points[0]!, y: points[1]!, line },
      { x: points[n - 2]!, y: points[n - 1]!, line },
    ];
  });
  if (lines.length > MOST_LINES || ends.length > 5 * MOST) return [];
  const loose = ends.filter((end) => !touches(end, lines, ends));
  if (loose.length > MOST) return [];
  const told = new Set<End>();
  const hanging = new Set<Line>();
  const opening = ({ x, y, line }: End, to: { x: number; y: number }): Opening => ({
    name: nameOf(line.piece),
    from: [x, y],
    to: [to.x, to.y],
  });
  const gaps = loose.flatMap((end) => {
    if (told.has(end)) return [];
    const far = reach + 1.5 * widthOf(end.line);
    const others = loose.filter((other) => other !== end);
    const mate = nearest(end, others, far);
    if (mate) told.add(mate);
    const to = mate ?? nearest(end, pointsOf(lines, end.line, far / 4), far);
    if (!to && Number.isFinite(reach)) return [];
    told.add(end);
    if (to && !mate) hanging.add(end.line);
    return [opening(end, to ?? end)];
  });
  // Where a handle ends short of its body at one end, its other end is looked for, too.
  const others = loose.filter((end) => !told.has(end) && hanging.has(end.line));
  return [...gaps, ...others.map((end) => opening(end, end))];
}

function lineOf(piece: Piece, path: Polyline): Line {
  const { stroke, measure } = piece.shape;
  const step = Math.max(stroke.width / 2, measure.length / MOST_POINTS);
  return { piece, path, points: step > 0 ? [...along([path], step)] : [] };
}

/** Its layer's own name; '' for what nobody named. */
function nameOf({ shape }: Piece): string {
  return shape.named ? (shape.names.at(-1) ?? '') : '';
}

const widthOf = ({ piece }: Line): number => piece.shape.stroke.width;

/** Ink lies on ink: at another line, at another end, or where the line itself comes round again. */
function touches(end: End, lines: readonly Line[], ends: readonly End[]): boolean {
  const half = widthOf(end.line) / 2;
  const near = (x: number, y: number, of: Line): boolean =>
    Math.hypot(x - end.x, y - end.y) <= half + widthOf(of) / 2;
  if (ends.some((other) => other !== end && near(other.x, other.y, other.line))) return true;
  return lines.some((line) => {
    const { points } = line;
    if (line !== end.line) return points.some(([x, y]) => near(x, y, line));
    const isFirst = end.x === line.path.points[0] && end.y === line.path.points[1];
    const away = isFirst ? points : [...points].reverse();
    const left = away.findIndex(([x, y]) => Math.hypot(x - end.x, y - end.y) > 4 * half);
    return left >= 0 && away.slice(left).some(([x, y]) => near(x, y, line));
  });
}

function nearest<T extends { x: number; y: number }>(from: End, to: Iterable<T>, far: number): T | null {
  let best: T | null = null;
  let least = far;
  for (const point of to) {
    const distance = Math.hypot(point.x - from.x, point.y - from.y);
    if (distance <= least) [best, least] = [point, distance];
  }
  return best;
}

/** Points along all other lines; none where the reach has no end. */
function* pointsOf(lines: readonly Line[], own: Line, step: number): Generator<{ x: number; y: number }> {
  if (!Number.isFinite(step)) return;
  for (const line of lines) {
    if (line === own) continue;
    for (const [x, y] of along([line.path], step)) yield { x, y };
  }
}
