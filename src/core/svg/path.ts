// In: path data. Out: the same in other coordinates, or as polylines.
// Bézier curves as chords of equal steps.
import svgpath from 'svgpath';
import { measure, type Measure, type Polyline } from './polyline.ts';
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
