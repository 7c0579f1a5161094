// Plane geometry on Figma's transforms: 2 × 3 rows [[a, c, e], [b, d, f]], x' = a·x +
// c·y + e, y' = b·x + d·y + f, y down.
import svgpath from 'svgpath';

export type Transform = readonly [readonly [number, number, number], readonly [number, number, number]];
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const IDENTITY: Transform = [
  [1, 0, 0],
  [0, 1, 0],
];

/** `outer` after `inner`. */
export function compose(outer: Transform, inner: Transform): Transform {
  const row = (r: readonly [number, number, number]): [number, number, number] => [
    r[0] * inner[0][0] + r[1] * inner[1][0],
    r[0] * inner[0][1] + r[1] * inner[1][1],
    r[0] * inner[0][2] + r[1] * inner[1][2] + r[2],
  ];
  return [row(outer[0]), row(outer[1])];
}

export function invert(t: Transform): Transform {
  const [[a, c, e], [b, d, f]] = t;
  const det = a * d - b * c;
  if (det === 0) throw new Error(`a transform without inverse: ${JSON.stringify(t)}`);
  return [
    [d / det, -c / det, (c * f - d * e) / det],
    [-b / det, a / det, (b * e - a * f) / det],
  ];
}

export function move(t: Transform, x: number, y: number): Transform {
  const [[a, c], [b, d]] = t;
  return [
    [a, c, x],
    [b, d, y],
  ];
}

export const translation = (x: number, y: number): Transform => move(IDENTITY, x, y);

export function apply(t: Transform, x: number, y: number): [number, number] {
  return [t[0][0] * x + t[0][1] * y + t[0][2], t[1][0] * x + t[1][1] * y + t[1][2]];
}

/** Degrees, counter-clockwise on screen, −180 to 180. (plugin-api.d.ts, rotation) */
export const rotationOf = (t: Transform): number => (Math.atan2(-t[1][0], t[0][0]) * 180) / Math.PI;

/** SVG's order: [a, b, c, d, e, f]. */
export const svgOrder = (t: Transform): [number, number, number, number, number, number] => [
  t[0][0],
  t[1][0],
  t[0][1],
  t[1][1],
  t[0][2],
  t[1][2],
];

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

/**
 * Absolute path data under a transform. Each command is written out, as Figma
 * does: "L 1 2 L 3 4", never "L 1 2 3 4".
 */
export function transformPath(data: string, t: Transform): string {
  const words: string[] = [];
  svgpath(data)
    .abs()
    .matrix(svgOrder(t))
    .iterate(([command, ...numbers]) => {
      words.push(command + numbers.join(' '));
    });
  return words.join('');
}

/** A path as polylines; curves in `steps` pieces. */
export function flatten(data: string, steps = 16): { points: [number, number][]; closed: boolean }[] {
  const lines: { points: [number, number][]; closed: boolean }[] = [];
  let line: [number, number][] = [];
  const curve = (points: (t: number) => [number, number]) => {
    for (let i = 1; i <= steps; i += 1) line.push(points(i / steps));
  };
  svgpath(data)
    .abs()
    .unarc()
    .unshort()
    .iterate((segment, _index, x, y) => {
      const [command, ...n] = segment;
      const at = (i: number): number => n[i]!;
      if (command === 'M') lines.push({ points: (line = [[at(0), at(1)]]), closed: false });
      else if (command === 'Z' || command === 'z') {
        const last = lines.at(-1);
        if (last) last.closed = true;
      } else if (command === 'C')
        curve((t) => [cubic(t, [x, at(0), at(2), at(4)]), cubic(t, [y, at(1), at(3), at(5)])]);
      else if (command === 'Q') curve((t) => [quadratic(t, x, at(0), at(2)), quadratic(t, y, at(1), at(3))]);
      else if (command === 'H') line.push([at(0), y]);
      else if (command === 'V') line.push([x, at(0)]);
      else line.push([at(0), at(1)]);
    });
  return lines;
}

function cubic(t: number, [a, b, c, d]: [number, number, number, number]): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

function quadratic(t: number, a: number, b: number, c: number): number {
  const s = 1 - t;
  return s * s * a + 2 * s * t * b + t * t * c;
}
