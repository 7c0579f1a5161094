// In: path data. Out: the same in other coordinates, or as polylines with what can be measured on them.
// Bézier curves as chords of equal steps; area by the shoelace formula; inside by even-odd ray casting.
import svgpath from 'svgpath';
import type { Box } from '../sketch.ts';
import { isIdentity, type Matrix } from './transform.ts';

/**
 * Path data after a transform, absolute commands. Broken data keeps what
 * stands before the fault, as SVG asks.
 */
export function transformed(d: string, matrix: Matrix): string {
  return place(d, matrix).toString();
}

function place(d: string, matrix: Matrix): ReturnType<typeof svgpath> {
  const path = svgpath(d).abs();
  return (isIdentity(matrix) ? path : path.matrix([...matrix])).round(4);
}

/** The same, with its measure, in one reading. Null when it has no point at all. */
export function movedAndMeasured(source: string, matrix: Matrix): { d: string; measure: Measure } | null {
  const path = place(source, matrix);
  const d = path.toString();
  const size = measure(flatten(path));
  return size && { d, measure: size };
}

/** One subpath as x, y, x, y … */
export interface Polyline {
  points: number[];
  closed: boolean;
}

// A cubic becomes this many chords: within 0.3 % of its true length for half a circle.
const CHORDS = 8;

/** `chords`: of a curve. */
export function polylines(d: string, chords = CHORDS): Polyline[] {
  return flatten(svgpath(d).abs(), chords);
}

/** Consumes the path. */
function flatten(path: ReturnType<typeof svgpath>, chords = CHORDS): Polyline[] {
  const lines: Polyline[] = [];
  let line: Polyline = { points: [], closed: false };
  const end = (): void => {
    if (line.points.length >= 2) lines.push(line);
  };
  path
    .unshort() // before arcs become curves (findings/svgpath-short-curve-behind-an-arc.sh)
    .unarc()
    .iterate((segment, _index, x, y) => {
      const n = segment as unknown as [string, ...number[]];
      if (n[0] === 'M') {
        end();
        line = { points: [n[1]!, n[2]!], closed: false };
        return;
      }
      // After a Z without a new M the next subpath starts where the last one did.
      if (line.closed) {
        end();
        line = { points: [x, y], closed: false };
      }
      if (n[0] === 'Z' || n[0] === 'z') line.closed = true;
      else if (n[0] === 'H') line.points.push(n[1]!, y);
      else if (n[0] === 'V') line.points.push(x, n[1]!);
      else if (n[0] === 'L') line.points.push(n[1]!, n[2]!);
      else curve(line.points, [x, y, ...(n.slice(1) as number[])], chords);
    });
  end();
  return lines;
}

/** Quadratic (6 numbers) or cubic (8 numbers), its start first. */
function curve(points: number[], n: readonly number[], chords: number): void {
  const [x, y, a, b, c, d] = [n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!];
  for (let i = 1; i <= chords; i++) {
    const t = i / chords;
    const s = 1 - t;
    if (n.length === 6)
      points.push(s * s * x + 2 * s * t * a + t * t * c, s * s * y + 2 * s * t * b + t * t * d);
    else {
      const [e, f] = [n[6]!, n[7]!];
      const [p, q, r, u] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      points.push(p * x + q * a + r * c + u * e, p * y + q * b + r * d + u * f);
    }
  }
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
