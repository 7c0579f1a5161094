// A pencil's points → a smooth path. In: page points as they came. Out: path data of M and C.

type Point = readonly [number, number];

/** Drops points nearer than `least` to the line of their neighbours (Ramer, Douglas, Peucker). */
export function thin(points: readonly Point[], least: number): Point[] {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 3) return [...points];
  let far = 0;
  let at = 0;
  points.forEach((point, index) => {
    const away = distanceToLine(point, first, last);
    if (away > far) [far, at] = [away, index];
  });
  if (far <= least) return [first, last];
  return [...thin(points.slice(0, at + 1), least), ...thin(points.slice(at), least).slice(1)];
}

function distanceToLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  if (length < 1e-9) return Math.hypot(x - ax, y - ay);
  return Math.abs(dx * (ay - y) - dy * (ax - x)) / length;
}

/** Catmull-Rom through all points, closed when the ends meet. */
export function smoothPath(points: readonly Point[], closes: boolean): string {
  const round = (value: number): string => String(Math.round(value * 100) / 100);
  const at = (index: number): Point => {
    const wrapped = closes ? (index + points.length) % points.length : index;
    return points[Math.min(Math.max(wrapped, 0), points.length - 1)] ?? [0, 0];
  };
  const [x0, y0] = at(0);
  let path = `M ${round(x0)} ${round(y0)}`;
  const pieces = closes ? points.length : points.length - 1;
  for (let i = 0; i < pieces; i += 1) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const one = [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6];
    const two = [c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6];
    path += ` C ${[...one, ...two, ...c].map(round).join(' ')}`;
  }
  return closes ? `${path} Z` : path;
}
