// In: lines that leave gaps, how wide a gap may be. Out: the same pieces, and straight lines across the gaps.
// Nearest neighbours, end by end: another loose end within reach, else the nearest point of another line.
import { polylines } from '../svg/path.ts';
import { along, measure, type Polyline } from '../svg/polyline.ts';
import type { Piece } from './piece.ts';

interface End {
  x: number;
  y: number;
  piece: Piece;
}

// Drawings with more loose ends are hatching; joining those would make walls where none are.
const MOST_ENDS = 400;

/**
 * `gap` is measured from ink to ink, in drawing units. Each loose end is joined to the nearest loose end, or
 * else the nearest point of another line, within it.
 */
export function bridged(pieces: readonly Piece[], gap: number): Piece[] {
  const lines = pieces.filter((piece) => piece.role === 'line');
  const drawn = lines.map((piece) => ({ piece, lines: polylines(piece.shape.d) }));
  const ends: End[] = drawn.flatMap(({ piece, lines: parts }) =>
    parts.flatMap(({ points, closed }) => {
      const n = points.length;
      if (closed || n < 4) return [];
      const at = (i: number): End => ({ x: points[i]!, y: points[i + 1]!, piece });
      return [at(0), at(n - 2)];
    }),
  );
  if (ends.length > MOST_ENDS) return [...pieces];
  const bridges: Piece[] = [];
  for (const [i, end] of ends.entries()) {
    const others = ends.filter((_, j) => j !== i && Math.floor(j / 2) !== Math.floor(i / 2));
    // Both ends would build the same bridge: the later one finds it there.
    const reach = gap + 1.5 * end.piece.shape.stroke.width;
    const near = nearest(end, others, reach) ?? nearest(end, pointsOf(drawn, end, reach / 4), reach);
    if (near) bridges.push(bar(end, near));
  }
  return [...pieces, ...bridges];
}

function nearest(
  from: End,
  to: Iterable<{ x: number; y: number }>,
  gap: number,
): { x: number; y: number } | null {
  let best: { x: number; y: number } | null = null;
  let least = gap;
  for (const point of to) {
    const far = Math.hypot(point.x - from.x, point.y - from.y);
    if (far <= least) [best, least] = [point, far];
  }
  return best;
}

/** Points along all other lines, close enough together that the nearest is near enough. */
function* pointsOf(
  drawn: { piece: Piece; lines: Polyline[] }[],
  end: End,
  step: number,
): Generator<{ x: number; y: number }> {
  for (const { piece, lines } of drawn) {
    if (piece === end.piece) continue;
    for (const [x, y] of along(lines, step)) yield { x, y };
  }
}

function bar(from: End, to: { x: number; y: number }): Piece {
  return penned(from.piece, `M${from.x} ${from.y}L${to.x} ${to.y}`);
}

/** A line along `d`, drawn by a piece's pen. */
export function penned(piece: Piece, d: string): Piece {
  const { shape } = piece;
  const own = measure(polylines(d)) ?? shape.measure;
  return {
    ...piece,
    shape: { ...shape, d, measure: own, stroke: { ...shape.stroke, cap: 'round', dash: [] } },
  };
}
