// In: pieces. Out: where all are lines of one kind, strokes or outlined ones, each of them a piece of its
// own, and their middles.
// Outlined ones by ink-middles.ts.
import { middlesOf } from './ink-middles.ts';
import { linesAlong, linesOf, type DrawnLine } from './loose-ends.ts';
import type { Piece } from './piece.ts';
import { islandsOf, strokesOf } from './subpaths.ts';

/** No lines where there are more than `most`, or other things. */
export function drawnLines(
  pieces: readonly Piece[],
  most: number,
): { strokes: readonly Piece[]; lines: readonly DrawnLine[] } {
  const [role, ...others] = new Set(pieces.flatMap((piece) => (piece.role === 'print' ? [] : [piece.role])));
  if (others.length > 0 || (role !== 'line' && role !== 'brush')) return { strokes: pieces, lines: [] };
  const apart = role === 'line' ? strokesOf : islandsOf;
  const strokes = pieces.flatMap((piece) => (piece.role === role ? apart(piece) : [piece]));
  const own = strokes.filter((piece) => piece.role === role);
  if (own.length > most) return { strokes, lines: [] };
  const lines = role === 'line' ? linesOf(own, most) : linesAlong(own.flatMap(middlesOf));
  return { strokes, lines: lines ?? [] };
}
