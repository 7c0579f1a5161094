// In: pieces that are lines. Out: each of their subpaths with its ends, and whether these are loose; which
// hang together.
// Points along the lines, half a pen apart: ink lies on ink where two are nearer than half their pens.
import { polylines } from '../svg/path.ts';
import { along, measure, type Polyline } from '../svg/polyline.ts';
import type { Piece } from './piece.ts';
import { shut } from '../svg/winding.ts';

export type Point = readonly [x: number, y: number];

export interface LineEnd {
  at: Point;
  /** Unit vector along which the line would go on. */
  towards: Point;
  /** It ends straight: so far along it the line does not bend. */
  straight: boolean;
  /** No other ink lies there. */
  loose: boolean;
}

export interface DrawnLine {
  piece: Piece;
  path: Polyline;
  points: readonly Point[];
  /** Half its width. */
  half: number;
  /** None where it is closed. */
  ends: readonly [LineEnd, LineEnd] | null;
  /** Lines of one number hang together. */
  cluster: number;
}

// An end is straight that strays less than this share of the pen over this share of it.
const BEND = 0.03;
const STRAIGHT = 0.7;
// Of a curve: fine enough to tell a bend from a straight end.
const CHORDS = 24;

/** `most`: subpaths; null where there are more. */
export function linesOf(pieces: readonly Piece[], most: number): DrawnLine[] | null {
  const found = pieces.flatMap((piece) =>
    polylines(piece.shape.d, CHORDS).map((path) => ({ piece, path, half: piece.shape.stroke.width / 2 })),
  );
  return found.length > most ? null : linesAlong(found);
}

/** Of middles of lines, and half their widths. */
export function linesAlong(found: readonly Pick<DrawnLine, 'piece' | 'path' | 'half'>[]): DrawnLine[] {
  const bare = found.map(({ piece, path, half }) => {
    const whole = shut(path);
    const last: Point = [whole.points.at(-2)!, whole.points.at(-1)!];
    return { piece, path, half, points: [...along([whole], half), last] };
  });
  const clusters = bare.map((_, i) => i);
  const meet = bare.map((one, i) => bare.map((other, j) => j < i && touch(one, other)));
  meet.forEach((row, i) =>
    row.forEach((isMet, j) => {
      const [from, to] = [clusters[i]!, clusters[j]!];
      if (isMet) clusters.forEach((cluster, k) => cluster === from && (clusters[k] = to));
    }),
  );
  return bare.map((line, i) => ({ ...line, cluster: clusters[i]!, ends: endsOf(line, bare) }));
}

type Bare = Omit<DrawnLine, 'ends' | 'cluster'>;

function touch(one: Bare, other: Bare): boolean {
  const reach = one.half + other.half;
  return one.points.some((point) => other.points.some((at) => distance(point, at) <= reach));
}

function endsOf(line: Bare, all: readonly Bare[]): [LineEnd, LineEnd] | null {
  const { closed } = line.path;
  const corners = cornersOf(line.path);
  const [first, last] = [corners[0]!, corners.at(-1)!];
  if (closed || corners.length < 2 || distance(first, last) < 2 * line.half) return null;
  const isLoose = (at: Point): boolean =>
    all.every(
      (other) =>
        other === line || other.points.every((point) => distance(point, at) > line.half + other.half),
    );
  const end = (away: readonly Point[]): LineEnd | null => {
    const at = away[0]!;
    const before = away.find((point) => distance(point, at) > 0);
    if (!before) return null;
    const long = distance(before, at);
    const towards: Point = [(at[0] - before[0]) / long, (at[1] - before[1]) / long];
    return { at, towards, straight: isStraight(away, towards, 2 * line.half), loose: isLoose(at) };
  };
  const [one, two] = [end(corners), end([...corners].reverse())];
  return one && two && [one, two];
}

/** Be it that its end lies on its beginning. */
export const isClosed = ({ path }: Pick<DrawnLine, 'path'>): boolean =>
  path.closed || measure([path])?.closed === true;

export function cornersOf({ points }: Polyline): Point[] {
  return Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i]!, points[2 * i + 1]!]);
}

/** `away`: corners from the end on. */
function isStraight(away: readonly Point[], [dx, dy]: Point, pen: number): boolean {
  const [x, y] = away[0]!;
  let so = 0;
  for (const [u, v] of away) {
    if (so >= STRAIGHT * pen || Math.abs((x - u) * dy - (y - v) * dx) > BEND * pen) break;
    so = (x - u) * dx + (y - v) * dy;
  }
  return so >= STRAIGHT * pen;
}

export const distance = ([x, y]: Point, [u, v]: Point): number => Math.hypot(x - u, y - v);
