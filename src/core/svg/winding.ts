// In: polylines. Out: how often they go round a point, and which way.
// Winding number by signed crossings of a ray (Alciatore and Miranda 1995).
import type { Polyline } from './path.ts';

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

/** 1: clockwise, as the y axis points down. */
export function turn({ points }: Polyline): 1 | -1 {
  let twice = 0;
  for (let i = 0; i + 3 < points.length; i += 2)
    twice += points[i]! * points[i + 3]! - points[i + 2]! * points[i + 1]!;
  return twice > 0 ? 1 : -1;
}
