// In: strokes that were outlined. Out: whether a slash goes over the whole of them, as in struck-out.ts.
// From the farthest ink at one corner to the farthest at the other all is ink, free at both ends, with ink on
// both sides of it.
import { union } from '../image/grid.ts';
import { polylines } from '../svg/path.ts';
import { inside } from '../svg/polyline.ts';
import { inkWidth } from './brushes.ts';
import type { Piece } from './piece.ts';

/** Of the sides of all that is drawn, a slash has this share at least. */
const WHOLE = 0.68;
/** Points looked at along a slash. */
const STEPS = 64;
/** In pens: so far from an end, and so far aside, there is no ink. */
const FREE = 0.75;
const ASIDE = 0.7;
/** More points than these are a texture. */
const MOST_POINTS = 4000;

export function isSlashedInk(brushes: readonly Piece[]): boolean {
  const lines = brushes.flatMap(({ shape }) => polylines(shape.d));
  const all = lines.flatMap(({ points }) => points);
  if (all.length > 2 * MOST_POINTS) return false;
  const box = brushes.map(({ shape }) => shape.measure.box).reduce(union);
  const pen = Math.max(...brushes.map(({ shape }) => inkWidth(shape)));
  const isInk = (x: number, y: number): boolean => inside(lines, x, y);
  const slashes = [1, -1].filter((way) => {
    const [first, last] = farthest(all, way, pen / 4);
    const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
    if (Math.abs(dx) < WHOLE * box.width || Math.abs(dy) < WHOLE * box.height) return false;
    const long = Math.hypot(dx, dy);
    const [u, v] = [dx / long, dy / long];
    const at = (along: number, aside: number): boolean =>
      isInk(first[0] + along * u - aside * v, first[1] + along * v + aside * u);
    // Lines that it cuts off may reach its ends from one side; of a box they do from both.
    const isFree = [ASIDE, -ASIDE].some((aside) =>
      [FREE * pen, long - FREE * pen].every((end) => !at(end, aside * pen)),
    );
    const isBetween = [1, -1].every((side) =>
      lines.some(({ points }) =>
        reaches(points, (x, y) => side * ((y - first[1]) * u - (x - first[0]) * v) > pen),
      ),
    );
    const inner = long - pen;
    return (
      isFree &&
      isBetween &&
      Array.from({ length: STEPS }, (_, i) => pen / 2 + (i / (STEPS - 1)) * inner).every((t) => at(t, 0))
    );
  });
  return slashes.length === 1;
}

function reaches(points: readonly number[], isThere: (x: number, y: number) => boolean): boolean {
  for (let i = 0; i < points.length; i += 2) if (isThere(points[i]!, points[i + 1]!)) return true;
  return false;
}

type Point = readonly [x: number, y: number];

/**
 * Of x, y, x, y … the farthest towards two corners, `way` 1 from the top left, −1 from the top right; the
 * middle of those that lie within `near` of it: of a flat end.
 */
function farthest(points: readonly number[], way: number, near: number): [Point, Point] {
  const places = Array.from({ length: points.length / 2 }, (_, i): Point => [
    points[2 * i]!,
    points[2 * i + 1]!,
  ]);
  const far = places.map(([x, y]) => way * x + y);
  const endAt = (most: number): Point => {
    const end = places.filter((_, i) => Math.abs(far[i]! - most) < near);
    const mean = (axis: 0 | 1): number => end.reduce((sum, place) => sum + place[axis], 0) / end.length;
    return [mean(0), mean(1)];
  };
  return [
    endAt(far.reduce((a, b) => Math.min(a, b), Infinity)),
    endAt(far.reduce((a, b) => Math.max(a, b), -Infinity)),
  ];
}
