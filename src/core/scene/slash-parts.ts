// In: contours of ink, a slash in it. Out: the ink besides it, and where lines end at its sides.
// In coordinates along and across the slash; what is filled is cut by half planes (svg/half-plane.ts).
import type { CutEnd } from './slash-joints.ts';
import type { InkSlash } from './slash-in-ink.ts';
import { distance, type Point } from './loose-ends.ts';
import { cutFill, type CutFill, type HalfPlane } from '../svg/half-plane.ts';
import type { Polyline } from '../svg/polyline.ts';

/** Of the slash's width: half of what is cut out. */
const HALF = 0.55;
/** Of the slash's width: a line that meets it is no broader there. */
const BROAD = 4;

export interface SlashParts {
  besides: Polyline[];
  ends: CutEnd[];
}

/** Null where contours cross each other. */
export function slashParts(contours: readonly Polyline[], slash: InkSlash): SlashParts | null {
  const { from, to, width } = slash;
  const long = distance(from, to);
  const [u, v] = [(to[0] - from[0]) / long, (to[1] - from[1]) / long];
  const into = (points: readonly number[]): number[] =>
    moved(points, ([x, y]) => [(x - from[0]) * u + (y - from[1]) * v, (y - from[1]) * u - (x - from[0]) * v]);
  const turned = ([x, y]: Point): Point => [x * u - y * v, x * v + y * u];
  const out = (point: Point): Point => {
    const [x, y] = turned(point);
    return [x + from[0], y + from[1]];
  };
  const half = HALF * width;
  const all = contours.map(({ points }): Polyline => ({ points: into(points), closed: true }));
  const aside = ([1, -1] as const).map((side) => cut(all, { axis: 1, at: side * half, side }));
  const strip = cut(cut(all, { axis: 1, at: half, side: -1 }), { axis: 1, at: -half, side: 1 });
  const tips = [cut(strip, { axis: 0, at: 0, side: -1 }), cut(strip, { axis: 0, at: long, side: 1 })];
  const besides = [...aside, ...tips];
  if (besides.some((part) => !part)) return null;
  const ends = [half, -half].flatMap((far, i) =>
    aside[i]!.cuts.flatMap(([one, two]): CutEnd[] => {
      const middle = (one.along + two.along) / 2;
      const isLine = middle > 0 && middle < long && two.along - one.along < BROAD * width;
      const [x, y] = turned([-one.into[0] - two.into[0], -one.into[1] - two.into[1]]);
      const way = Math.hypot(x, y) || 1;
      return isLine ? [{ at: out([middle, far]), towards: [x / way, y / way], aside: -far }] : [];
    }),
  );
  return {
    besides: besides.flatMap((part) =>
      part!.contours.map(({ points }) => ({ points: moved(points, out), closed: true })),
    ),
    ends,
  };
}

const cut = (of: CutFill | readonly Polyline[] | null, half: HalfPlane): CutFill | null =>
  of && cutFill('contours' in of ? of.contours : of, half);

const moved = (points: readonly number[], to: (point: Point) => Point): number[] =>
  Array.from({ length: points.length / 2 }, (_, i) => to([points[2 * i]!, points[2 * i + 1]!])).flat();
