// In: a piece of several subpaths. Out: several pieces: each island of a filled shape with its holes, each
// line of a stroke.
import svgpath from 'svgpath';
import type { Piece } from './piece.ts';
import { polylines } from '../svg/path.ts';
import { inside, measure } from '../svg/polyline.ts';
import type { Shape } from '../svg/shape.ts';

/**
 * A filled shape of several islands as several pieces: each contour that is no hole, with the holes in it.
 */
export function islandsOf(piece: Piece): Piece[] {
  const { shape } = piece;
  const contours = contoursOf(shape.d).map((d) => ({ d, lines: polylines(d) }));
  const around = contours.map(({ lines }) => {
    const [x, y] = [lines[0]!.points[0]!, lines[0]!.points[1]!];
    return contours.filter((other) => other.lines !== lines && inside(other.lines, x, y));
  });
  const outers = contours.filter((_, i) => around[i]!.length % 2 === 0);
  if (outers.length < 2) return [piece];
  return outers.flatMap((outer) => {
    const depth = around[contours.indexOf(outer)]!.length;
    const holes = contours.filter((_, i) => around[i]!.length === depth + 1 && around[i]!.includes(outer));
    return withPath(piece, [outer, ...holes].map((contour) => contour.d).join(''));
  });
}

/** A stroke of several subpaths as several pieces. */
export function strokesOf(piece: Piece): Piece[] {
  const contours = contoursOf(piece.shape.d);
  return contours.length < 2 ? [piece] : contours.flatMap((d) => withPath(piece, d));
}

/** The same, along other path data; none where that has no point. */
export function withPath(piece: Piece, d: string): Piece[] {
  const own = measure(polylines(d));
  if (!own) return [];
  const shape: Shape = { ...piece.shape, d, measure: own, source: { d, matrix: [1, 0, 0, 1, 0, 0] } };
  return [{ ...piece, shape, border: d }];
}

/** Subpaths, each a path of its own. */
function contoursOf(d: string): string[] {
  return svgpath(d)
    .abs()
    .toString()
    .split(/(?=M)/)
    .filter((part) => part.trim() !== '');
}
