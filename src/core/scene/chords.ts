// In: closed outlines. Out: how wide what they fill is, straight across, all along them: by casting rays.
import { along, inside, type Polyline } from '../svg/polyline.ts';

export interface Chord {
  across: number;
  /** How much of the outline it stands for. */
  weight: number;
}

/**
 * From points every `step` along the outline straight across what is filled, to the outline again: lengths.
 */
export function chordsOf(lines: readonly Polyline[], step: number): Chord[] {
  const chords: Chord[] = [];
  const points = [...along(lines, step)];
  points.forEach(([x, y], i) => {
    const [u, v] = points[i + 1] ?? [x, y];
    const long = Math.hypot(u - x, v - y);
    // The next point may lie on another contour.
    if (long === 0 || long > 1.01 * step) return;
    const [mx, my] = [(x + u) / 2, (y + v) / 2];
    const [nx, ny] = [(y - v) / long, (u - x) / long];
    const near = 0.02 * step;
    const [left, right] = [1, -1].map((side) => inside(lines, mx + side * near * nx, my + side * near * ny));
    if (left === right) return;
    const side = left ? 1 : -1;
    chords.push({
      across: wayOut(lines, { x: mx, y: my, dx: side * nx, dy: side * ny }, near),
      weight: long,
    });
  });
  return chords;
}

/** From (x, y) along the unit vector (dx, dy). */
interface Ray {
  x: number;
  y: number;
  dx: number;
  dy: number;
}

/**
 * How far a ray goes until it meets the outline, but for what it meets nearer than `near`: the edge it starts
 * on.
 */
function wayOut(lines: readonly Polyline[], { x, y, dx, dy }: Ray, near: number): number {
  let nearest = Infinity;
  for (const { points } of lines) {
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [ax, ay] = [points[i]! - x, points[i + 1]! - y];
      const [ex, ey] = [points[i + 2]! - points[i]!, points[i + 3]! - points[i + 1]!];
      const cross = dx * ey - dy * ex;
      if (cross === 0) continue;
      const t = (ax * ey - ay * ex) / cross;
      const s = (ax * dy - ay * dx) / cross;
      if (s >= 0 && s <= 1 && t > near && t < nearest) nearest = t;
    }
  }
  return nearest;
}
