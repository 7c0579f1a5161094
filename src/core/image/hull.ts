// In: points. Out: their convex hull, and what lies in it.
// Andrew's monotone chain (1979).
type Point = readonly [x: number, y: number];

/** Twice the area of the triangle, positive where it runs clockwise as it is seen. */
export const twiceArea = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Clockwise as it is seen, with y down. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (all: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of all) {
      while (chain.length > 1 && twiceArea(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

export function isInHull(hull: readonly Point[], x: number, y: number): boolean {
  return hull.every((corner, i) => twiceArea(corner, hull[(i + 1) % hull.length]!, [x, y]) >= 0);
}
