// In: lines, and a slash. Out: pieces of one line each, without the sides that run along the slash, which are
// where it cut them off; and where lines end beside it.
// Segment by segment; a line's end is free where no other goes on from there.
import { penned } from './close-gaps.ts';
import { cornersOf, distance, type DrawnLine, type LineEnd, type Point } from './loose-ends.ts';
import type { Piece } from './piece.ts';
import { asideOf, type CutEnd } from './slash-joints.ts';
import { measure } from '../svg/polyline.ts';
import { shut } from '../svg/winding.ts';

// In pens: how near to the slash a side of this length runs along it, and how near what hangs on such a side.
const ON = 0.25;
const LONG = 2;
const TAIL = 0.55;
// Of half a pen: nearer than this to an end another line goes through it.
const THROUGH = 0.6;

/** From end to end. */
export type SlashWay = readonly [from: Point, to: Point];

export interface LineCut extends CutEnd {
  line: DrawnLine;
  /** None of another line is there; else that ends there, too. */
  free: boolean;
}

export function withoutSlashSides({ piece, path, half }: DrawnLine, [from, to]: SlashWay): Piece[] {
  const isNear = (at: Point, share: number): boolean => Math.abs(asideOf(at, from, to)) < 2 * share * half;
  const corners = cornersOf(shut(path));
  const isSide = corners.map((at, i) => {
    const next = corners[i + 1];
    return next && isNear(at, ON) && isNear(next, ON) && distance(at, next) >= 2 * LONG * half;
  });
  const first = isSide.indexOf(true);
  if (first < 0) return [piece];
  // A closed line begins behind its first such side.
  const [turned, sides] = path.closed
    ? [
        [...corners.slice(first + 1), ...corners.slice(1, first + 1)],
        [...isSide.slice(first + 1, -1), ...isSide.slice(0, first), false],
      ]
    : [corners, isSide];
  const runs: Point[][] = [[]];
  turned.forEach((at, i) => {
    runs.at(-1)!.push(at);
    if (sides[i]) runs.push([]);
  });
  /** From where it has left the slash. */
  const cutOff = (run: readonly Point[]): Point[] => {
    const away = run.findIndex((at) => !isNear(at, TAIL));
    if (away < 1) return away < 0 ? [] : [...run];
    const [[x, y], [u, v]] = [run[away - 1]!, run[away]!];
    const [near, far] = [Math.abs(asideOf([x, y], from, to)), Math.abs(asideOf([u, v], from, to))];
    const share = (2 * TAIL * half - near) / (far - near);
    return [[x + share * (u - x), y + share * (v - y)], ...run.slice(away)];
  };
  return runs.flatMap((run, i) => {
    const begun = path.closed || i > 0 ? cutOff(run) : run;
    const cut = path.closed || i < runs.length - 1 ? cutOff([...begun].reverse()) : begun;
    return cut.length > 1 ? [penned(piece, `M${cut.flat().join(' ')}`)] : [];
  });
}

/** Where it ends that the slash may have cut off. */
export function cutEnds(line: DrawnLine, lines: readonly DrawnLine[], [from, to]: SlashWay): LineCut[] {
  return (line.ends ?? shortEnds(line)).flatMap((end) => {
    const reach = THROUGH * line.half;
    const there = lines.filter(
      (other) => other !== line && other.points.some((point) => distance(point, end.at) <= reach),
    );
    const isPassed = there.some(({ ends }) => !ends?.some(({ at }) => distance(at, end.at) <= reach));
    return isPassed ? [] : [{ ...end, line, aside: asideOf(end.at, from, to), free: there.length === 0 }];
  });
}

/** Of a line that is hardly longer than its pen. */
function shortEnds({ path, half }: DrawnLine): Pick<LineEnd, 'at' | 'towards'>[] {
  const corners = cornersOf(path);
  const long = measure([path])?.length ?? 0;
  if (path.closed || long === 0 || long > 2 * half) return [];
  return [corners, [...corners].reverse()].map(([at, before]) => {
    const [[x, y], [u, v]] = [at!, before!];
    const far = Math.hypot(x - u, y - v) || 1;
    return { at: at!, towards: [(x - u) / far, (y - v) / far] };
  });
}
