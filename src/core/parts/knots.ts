// In: pieces. Out: whether all that is drawn is one closed line that crosses itself: a looped square, a lying
// eight, a pentagram.
// Its loops are open. By segments that cross properly, each pair of a polyline's.
import type { Piece } from '../scene/piece.ts';
import { polylines } from '../svg/path.ts';
import type { Polyline } from '../svg/polyline.ts';

// More chords than this are a scribble or a texture.
const MOST_CHORDS = 1500;
// Shares of the line's box: ends that are nearer meet.
const MEET = 0.02;

export function isKnot(pieces: readonly Piece[]): boolean {
  const [only, ...more] = pieces.filter(({ role }) => role !== 'print');
  if (!only || more.length > 0 || only.role !== 'line') return false;
  const [line, ...others] = polylines(only.shape.d);
  if (!line || others.length > 0 || line.points.length > 2 * MOST_CHORDS) return false;
  const { width, height } = only.shape.measure.box;
  return meets(line, MEET * Math.max(width, height)) && crossesItself(line);
}

function meets({ points, closed }: Polyline, near: number): boolean {
  return closed || Math.hypot(points.at(-2)! - points[0]!, points.at(-1)! - points[1]!) < near;
}

function crossesItself({ points }: Polyline): boolean {
  const count = points.length / 2 - 1;
  // The last chord ends where the first begins.
  for (let i = 0; i < count; i++)
    for (let k = i + 2; k < count - (i === 0 ? 1 : 0); k++) if (cross(points, i, k)) return true;
  return false;
}

/**
 * Whether two chords cross; an end that lies on the other one counts as on its left, so that a crossing there
 * is one.
 */
function cross(points: readonly number[], i: number, k: number): boolean {
  const side = (from: number, at: number): number => {
    const [ax, ay, bx, by] = [
      points[2 * from]!,
      points[2 * from + 1]!,
      points[2 * from + 2]!,
      points[2 * from + 3]!,
    ];
    return (bx - ax) * (points[2 * at + 1]! - ay) < (by - ay) * (points[2 * at]! - ax) ? -1 : 1;
  };
  return side(i, k) * side(i, k + 1) < 0 && side(k, i) * side(k, i + 1) < 0;
}
