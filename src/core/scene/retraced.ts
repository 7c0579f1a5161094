// In: Pieces. Out: the same without lines that only go over others once more, as a hand does that looks for
// its line: what is drawn twice is one edge, and no crease beside it.
// Points along each line against those of the others, in a grid of cells.
import { polylines } from '../svg/path.ts';
import { along } from '../svg/polyline.ts';
import type { Point } from './loose-ends.ts';
import type { Piece } from './piece.ts';

// In pens, of the wider line: how far it strays at most, within how much it lies on the other, and along what
// share of it; a shorter one is a mark of its own.
const STRAYS_PENS = 3;
const ON_PENS = 1;
const LEAST_ON = 0.6;
const LEAST_LONG_PENS = 6;
// A drawing of more lines has no second tries, and would take long.
const MOST_LINES = 300;

/** A point; which line it is of; whether that ends there. */
interface Mark {
  of: Piece;
  at: Point;
  isEnd: boolean;
}

export function withoutRetraced(pieces: readonly Piece[]): readonly Piece[] {
  const lines = pieces.filter(({ role, shape }) => role === 'line' && shape.stroke.width > 0);
  if (lines.length < 2 || lines.length > MOST_LINES) return pieces;
  const pen = Math.max(...lines.map(({ shape }) => shape.stroke.width));
  const reach = STRAYS_PENS * pen;
  const points = new Map(lines.map((piece) => [piece, [...along(polylines(piece.shape.d), pen / 2)]]));
  const cells = new Map<string, Mark[]>();
  const keyOf = (x: number, y: number): string => `${Math.floor(x / reach)} ${Math.floor(y / reach)}`;
  for (const [of, list] of points) {
    for (const [i, at] of list.entries()) {
      const mark = { of, at, isEnd: i === 0 || i === list.length - 1 };
      const key = keyOf(...at);
      const cell = cells.get(key);
      if (cell) cell.push(mark);
      else cells.set(key, [mark]);
    }
  }
  const gone = new Set<Piece>();
  /** To the nearest point of another line that stays; Infinity beyond reach, and where that has ended. */
  const away = (piece: Piece, [x, y]: Point): number => {
    let least = Infinity;
    let isOff = false;
    for (const dx of [-reach, 0, reach])
      for (const dy of [-reach, 0, reach])
        for (const { of, at, isEnd } of cells.get(keyOf(x + dx, y + dy)) ?? []) {
          const far = Math.hypot(at[0] - x, at[1] - y);
          if (of !== piece && !gone.has(of) && far < least) [least, isOff] = [far, isEnd];
        }
    return isOff && least > ON_PENS * pen ? Infinity : least;
  };
  // The thinner of two is the second try, else the shorter.
  const order = [...lines].sort(
    ({ shape: a }, { shape: b }) => a.stroke.width - b.stroke.width || a.measure.length - b.measure.length,
  );
  for (const piece of order) {
    if (piece.shape.measure.length < LEAST_LONG_PENS * pen) continue;
    const list = points.get(piece)!;
    let on = 0;
    const strays = list.some((point) => {
      const far = away(piece, point);
      if (far <= ON_PENS * pen) on++;
      return far > reach;
    });
    if (!strays && on >= LEAST_ON * list.length) gone.add(piece);
  }
  return gone.size > 0 ? pieces.filter((piece) => !gone.has(piece)) : pieces;
}
