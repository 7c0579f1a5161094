// In: a filled shape. Out: its closed contours, and what is filled and what is left open in it.
// By winding numbers, contour by contour; by scan lines where they overlap.
import { polylines } from '../svg/path.ts';
import { measure, type Polyline } from '../svg/polyline.ts';
import type { Shape } from '../svg/shape.ts';
import { areasByScanLine, shut, turn, windings } from '../svg/winding.ts';

/** What is filled is closed, be it not said. */
export const outlinesOf = ({ d }: Pick<Shape, 'd'>): Polyline[] =>
  polylines(d).map(({ points }) => shut({ points, closed: true }));

/**
 * What is filled, by the shape's own rule, and what is left open in it: a contour that turns an area back to
 * nothing.
 */
export function inkAreas(
  lines: readonly Polyline[],
  rule: Shape['rule'],
): { filled: number; holes: number; counters: number } {
  let [filled, holes, counters] = [0, 0, 0];
  lines.forEach((line, i) => {
    const others = lines.filter((_, k) => k !== i);
    const around = windings(others, line.points[0]!, line.points[1]!);
    const own = measure([line])?.area ?? 0;
    const opens = rule === 'evenodd' ? around % 2 !== 0 : around !== 0 && around + turn(line) === 0;
    if (opens) {
      holes += own;
      counters++;
    } else if (rule === 'evenodd' || around === 0) filled += own;
  });
  // Open in each other's fill: they overlap, and no contour is a hole as a whole.
  if (holes > 0 && holes >= filled) return { ...areasByScanLine(lines, rule), counters };
  return { filled: filled - holes, holes, counters };
}
