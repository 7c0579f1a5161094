// In: polylines. Out: how often they go round a point, and which way; what they fill.
// Winding number by signed crossings of a ray (Alciatore and Miranda 1995); areas by scan lines.
import type { Polyline } from './polyline.ts';

/** How many subpaths an absolute path has. */
export function contoursIn(d: string): number {
  return (d.match(/M/g) ?? []).length;
}

/** With its closing edge drawn out. */
export function shut({ points, closed }: Polyline): Polyline {
  return { points: closed ? [...points, points[0]!, points[1]!] : points, closed };
}

/** How many times the outline goes round a point: clockwise counts 1, the other way −1. */
export function windings(lines: readonly Polyline[], x: number, y: number): number {
  let sum = 0;
  for (const { points } of lines) {
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [ax, ay, bx, by] = points.slice(i, i + 4) as [number, number, number, number];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) sum += by > ay ? 1 : -1;
    }
  }
  return sum;
}

/** Whether what closed polylines fill by a rule holds a point. */
export function fillsAt(
  lines: readonly Polyline[],
  rule: 'evenodd' | 'nonzero',
  x: number,
  y: number,
): boolean {
  const times = windings(lines.map(shut), x, y);
  return rule === 'evenodd' ? times % 2 !== 0 : times !== 0;
}

/** 1: clockwise, as the y axis points down. */
export function turn({ points }: Polyline): 1 | -1 {
  let twice = 0;
  for (let i = 0; i + 3 < points.length; i += 2)
    twice += points[i]! * points[i + 3]! - points[i + 2]! * points[i + 1]!;
  return twice > 0 ? 1 : -1;
}

const SCAN_LINES = 256;

/**
 * Areas of what closed polylines fill by a rule, and of what lies within one of them and stays open. They may
 * overlap.
 */
export function areasByScanLine(
  lines: readonly Polyline[],
  rule: 'evenodd' | 'nonzero',
): { filled: number; holes: number } {
  const ys = lines.flatMap(({ points }) => points.filter((_, i) => i % 2 === 1));
  const top = ys.reduce((least, y) => Math.min(least, y), Infinity);
  const step = (ys.reduce((most, y) => Math.max(most, y), -Infinity) - top) / SCAN_LINES;
  let [filled, holes] = [0, 0];
  for (let row = 0; row < SCAN_LINES; row++) {
    const crossings = crossingsAt(lines, top + (row + 0.5) * step);
    const around = lines.map(() => 0);
    crossings.slice(0, -1).forEach(({ x, line, way }, i) => {
      around[line]! += way;
      const isFilled = rule === 'evenodd' ? i % 2 === 0 : around.reduce((sum, one) => sum + one, 0) !== 0;
      const long = step * (crossings[i + 1]!.x - x);
      if (isFilled) filled += long;
      else if (around.some((one) => one !== 0)) holes += long;
    });
  }
  return { filled, holes };
}

/** From left to right. */
function crossingsAt(lines: readonly Polyline[], y: number): { x: number; line: number; way: 1 | -1 }[] {
  const found = lines.flatMap(({ points }, line) => {
    const own: { x: number; line: number; way: 1 | -1 }[] = [];
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [ay, by] = [points[i + 1]!, points[i + 3]!];
      if (ay > y === by > y) continue;
      const [ax, bx] = [points[i]!, points[i + 2]!];
      own.push({ x: ((bx - ax) * (y - ay)) / (by - ay) + ax, line, way: by > ay ? 1 : -1 });
    }
    return own;
  });
  return found.sort((a, b) => a.x - b.x);
}
