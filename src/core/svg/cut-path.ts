// In: path data, a box. Out: what of the filled path lies in the box, as path data of straight lines.
// Sutherland–Hodgman: each contour against the four sides in turn; edges along the sides cancel in both fill
// rules.
import type { Box } from '../sketch.ts';
import { polylines } from './path.ts';

export function cutTo(d: string, { x, y, width, height }: Box): string {
  return polylines(d)
    .map(({ points }) => {
      let rest = keep(points, 0, x, 1);
      rest = keep(rest, 0, x + width, -1);
      rest = keep(rest, 1, y, 1);
      return keep(rest, 1, y + height, -1);
    })
    .filter((points) => points.length > 4)
    .map((points) => `M${pairs(points).join('L')}Z`)
    .join('');
}

/**
 * The part of a contour (x, y, x, y …) whose coordinate `axis` is at least `edge` (sign 1) or at most (sign
 * -1).
 */
function keep(points: readonly number[], axis: 0 | 1, edge: number, sign: 1 | -1): number[] {
  const kept: number[] = [];
  const inside = (at: number): number => sign * (points[at + axis]! - edge);
  for (let at = 0; at < points.length; at += 2) {
    const before = at === 0 ? points.length - 2 : at - 2;
    const [from, to] = [inside(before), inside(at)];
    if (from < 0 !== to < 0) {
      const t = from / (from - to);
      for (const c of [0, 1]) kept.push(points[before + c]! + t * (points[at + c]! - points[before + c]!));
    }
    if (to >= 0) kept.push(points[at]!, points[at + 1]!);
  }
  return kept;
}

function pairs(points: readonly number[]): string[] {
  const all: string[] = [];
  for (let at = 0; at < points.length; at += 2) all.push(`${points[at]} ${points[at + 1]}`);
  return all;
}
