// In: an SVG `transform` attribute. Out: a 2 × 3 matrix, and what a matrix does to
// points, lengths and other matrices.
import { numbersOf } from './numbers.ts';

/** [a b c d e f]: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A circle that is longer than wide by twice this share is round. */
const ROUND = 1.01;

/** First `inner`, then `outer`. */
export function after(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The matrix that undoes `m`; the identity where nothing can. */
export function inverse(m: Matrix): Matrix {
  const [a, b, c, d, e, f] = m;
  const area = a * d - b * c;
  if (area === 0 || !Number.isFinite(area)) return IDENTITY;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** By how much lengths grow, on average over directions that keep the area right. */
export function scaleOf(m: Matrix): number {
  return Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
}

/** By how much the lengths grow that grow most: the larger singular value. */
export function stretchOf([a, b, c, d]: Matrix): number {
  const [even, odd] = [Math.hypot(a + d, b - c), Math.hypot(a - d, b + c)];
  return (even + odd) / 2;
}

/** What of a matrix makes an ellipse of a circle, without its size and place; null where nothing does. */
export function slantOf(m: Matrix): Matrix | null {
  const scale = scaleOf(m);
  if (!(scale > 0) || stretchOf(m) < ROUND * scale) return null;
  return [m[0] / scale, m[1] / scale, m[2] / scale, m[3] / scale, 0, 0];
}

export function isIdentity(m: Matrix): boolean {
  return m.every((value, i) => value === IDENTITY[i]);
}

/** Unknown functions and broken numbers count as no transform, as browsers do. */
export function parseTransform(text: string | undefined): Matrix {
  if (!text) return IDENTITY;
  let matrix = IDENTITY;
  for (const [, name, list] of text.matchAll(/([a-zA-Z]+)\s*\(([^)]*)\)/g)) {
    const n = numbersOf(list!);
    const step = n && one(name!, n);
    if (!step) return IDENTITY;
    matrix = after(matrix, step);
  }
  return matrix;
}

function one(name: string, n: number[]): Matrix | null {
  const [a, b, c] = n;
  if (a === undefined) return null; // each wants a number
  const turn = (a * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return n.length === 6 ? (n as unknown as Matrix) : null;
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0];
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0];
    case 'rotate': {
      const spin: Matrix = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0];
      if (b === undefined || c === undefined) return spin;
      return after(after([1, 0, 0, 1, b, c], spin), [1, 0, 0, 1, -b, -c]);
    }
    case 'skewX':
      return [1, 0, Math.tan(turn), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(turn), 0, 1, 0, 0];
    default:
      return null;
  }
}
