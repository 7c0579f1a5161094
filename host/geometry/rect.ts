// Axis-aligned boxes in; their union, intersection, and the box of what is transformed out.
import { apply, type Transform } from './transform.ts';

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function union(rects: Iterable<Rect>): Rect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The box of the points of polylines. */
export function boxOfLines(
  lines: readonly { points: readonly (readonly [number, number])[] }[],
): Rect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { points } of lines)
    for (const [x, y] of points) {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

export function intersect(a: Rect, b: Rect): Rect | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width >= 0 && height >= 0 ? { x, y, width, height } : null;
}

/** The upright box around a transformed rectangle. */
export function boxOf(t: Transform, rect: Rect): Rect {
  const corners = [
    apply(t, rect.x, rect.y),
    apply(t, rect.x + rect.width, rect.y),
    apply(t, rect.x, rect.y + rect.height),
    apply(t, rect.x + rect.width, rect.y + rect.height),
  ];
  const xs = corners.map((corner) => corner[0]);
  const ys = corners.map((corner) => corner[1]);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
