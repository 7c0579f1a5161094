// In: polylines. Out: what can be measured on them: box, length, area, what lies inside, points along them.
// Area by the shoelace formula; inside by even-odd ray casting.
import type { Box } from '../sketch.ts';

/** One subpath as x, y, x, y … */
export interface Polyline {
  points: number[];
  closed: boolean;
}

export interface Measure {
  box: Box;
  /** Along all subpaths, closing edges included where the path closes. */
  length: number;
  /** Enclosed, holes and opposite turns counted against each other. */
  area: number;
  /** Every subpath ends where it began. */
  closed: boolean;
}

export function measure(lines: readonly Polyline[]): Measure | null {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  let [total, area] = [0, 0];
  let closed = true;
  for (const { points, closed: shut } of lines) {
    const n = points.length;
    let [px, py] = [points[n - 2]!, points[n - 1]!];
    const gap = Math.hypot(px - points[0]!, py - points[1]!);
    let long = 0;
    for (let i = 0; i < n; i += 2) {
      const [x, y] = [points[i]!, points[i + 1]!];
      if (i > 0 || shut) long += Math.hypot(x - px, y - py);
      area += (px * y - x * py) / 2;
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x);
      y1 = Math.max(y1, y);
      [px, py] = [x, y];
    }
    total += long;
    if (!shut && gap > 0.02 * long) closed = false;
  }
  if (!(x1 >= x0 && y1 >= y0)) return null;
  return {
    box: { x: x0, y: y0, width: x1 - x0, height: y1 - y0 },
    length: total,
    area: Math.abs(area),
    closed,
  };
}

/** Even-odd. */
export function inside(lines: readonly Polyline[], x: number, y: number): boolean {
  let odd = false;
  for (const { points } of lines) {
    const n = points.length;
    let [px, py] = [points[n - 2]!, points[n - 1]!];
    for (let i = 0; i < n; i += 2) {
      const [qx, qy] = [points[i]!, points[i + 1]!];
      if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) odd = !odd;
      [px, py] = [qx, qy];
    }
  }
  return odd;
}

/** Points along the lines, no farther apart than `step`. */
export function* along(lines: readonly Polyline[], step: number): Generator<[number, number]> {
  for (const { points } of lines) {
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [x0, y0, x1, y1] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!];
      const parts = step > 0 ? Math.ceil(Math.hypot(x1 - x0, y1 - y0) / step) : 1;
      for (let k = 0; k < parts; k++) yield [x0 + ((x1 - x0) * k) / parts, y0 + ((y1 - y0) * k) / parts];
    }
  }
}

/** Whether their box has no width or no height. */
export function liesFlat(lines: readonly Polyline[]): boolean {
  const box = measure(lines)?.box;
  return box?.width === 0 || box?.height === 0;
}
