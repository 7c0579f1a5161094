// In: path data, a box. Out: what of the filled path, or of the line along it, lies in the box, as path data
// of straight lines.
// Sutherland–Hodgman: each contour against the four sides in turn; edges along the sides cancel in both fill
// rules. Lines by Liang–Barsky, chord by chord.
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

/** Of the line along the path; it ends at the box. */
export function cutLineTo(d: string, box: Box): string {
  return polylines(d)
    .map(({ points, closed }) => {
      const all = closed ? [...points, points[0]!, points[1]!] : points;
      let path = '';
      let [endX, endY] = [NaN, NaN];
      for (let at = 0; at + 3 < all.length; at += 2) {
        const chord = chordIn([all[at]!, all[at + 1]!, all[at + 2]!, all[at + 3]!], box);
        if (!chord) continue;
        const [ax, ay, bx, by] = chord;
        path += ax === endX && ay === endY ? `L${bx} ${by}` : `M${ax} ${ay}L${bx} ${by}`;
        [endX, endY] = [bx, by];
      }
      return path;
    })
    .join('');
}

type Chord = readonly [ax: number, ay: number, bx: number, by: number];

/** Null where it passes the box by. */
function chordIn([ax, ay, bx, by]: Chord, box: Box): Chord | null {
  let [from, to] = [0, 1];
  const sides = [
    [bx - ax, ax - box.x],
    [ax - bx, box.x + box.width - ax],
    [by - ay, ay - box.y],
    [ay - by, box.y + box.height - ay],
  ] as const;
  // Along the chord each side's distance grows from `inside` by `way`.
  for (const [way, inside] of sides) {
    if (way === 0 && inside < 0) return null;
    if (way > 0) from = Math.max(from, -inside / way);
    if (way < 0) to = Math.min(to, inside / -way);
  }
  if (from > to) return null;
  const at = (t: number): [number, number] =>
    t === 0 ? [ax, ay] : t === 1 ? [bx, by] : [ax + t * (bx - ax), ay + t * (by - ay)];
  return [...at(from), ...at(to)];
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
