// In: normals as found over a model square, the samples of one part that mirrors. Out: its normals without
// slow waves.
// Least squares: the cubic in x and y that comes nearest (normal equations by Cholesky's method, iteratively
// reweighted by Cauchy's weights), as far as what was found comes near to one.
import { factorised, solved } from './cholesky.ts';
import type { Plane } from '../sketch.ts';

// Monomials of x and y up to the third degree.
const TERMS = 10;
// Of so many samples the curve is found at most: it has few bends.
const ASKED = 1000;
const FEWEST = 8 * TERMS;
// Weights are set anew in each but the first.
const ROUNDS = 3;
// Sines of the lean: what differs by this much counts half, as borders and creases do; what differs by more
// than this in the mean has a form of its own.
const ASTRAY = 0.12;
const NEAR = 0.055;
// A surface that is seen leans no further.
const MOST_LEAN = 0.97;

interface Slopes {
  x: Float32Array;
  y: Float32Array;
}

/**
 * In place, at `samples` (indices); `x` right, `y` up, as in Bent. `found`: the normals' x and y. False: they
 * come near to no such curve, and nothing is written.
 */
export function bendPolished(
  to: Slopes,
  found: Slopes,
  samples: readonly number[],
  { width }: Pick<Plane, 'width'>,
): boolean {
  if (samples.length < FEWEST) return false;
  const place = placing(samples, width);
  const fit = cubic(found, samples, place);
  if (!fit || fit.apart > NEAR) return false;
  const terms = new Float64Array(TERMS);
  for (const i of samples) {
    place(i, terms);
    const x = dot(fit.x, terms);
    const y = dot(fit.y, terms);
    const long = Math.sqrt(x * x + y * y);
    const scale = long > MOST_LEAN ? MOST_LEAN / long : 1;
    to.x[i] = scale * x;
    to.y[i] = scale * y;
  }
  return true;
}

/** Writes the monomials of a sample's place, −1…1 along the longer side of where the samples lie. */
function placing(samples: readonly number[], width: number): (i: number, to: Float64Array) => void {
  let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const i of samples) {
    const u = i % width;
    const v = (i - u) / width;
    if (u < u0) u0 = u;
    if (u > u1) u1 = u;
    if (v < v0) v0 = v;
    if (v > v1) v1 = v;
  }
  const half = Math.max(1, u1 - u0, v1 - v0) / 2;
  const [um, vm] = [(u0 + u1) / 2, (v0 + v1) / 2];
  return (i, to) => {
    const u = (i % width) - um;
    const x = u / half;
    const y = (Math.floor(i / width) - vm) / half;
    to[0] = 1;
    to[1] = x;
    to[2] = y;
    to[3] = x * x;
    to[4] = x * y;
    to[5] = y * y;
    to[6] = x * x * x;
    to[7] = x * x * y;
    to[8] = x * y * y;
    to[9] = y * y * y;
  };
}

interface Cubic {
  x: Float64Array;
  y: Float64Array;
  /** Root of the mean square between it and what was found, by weight. */
  apart: number;
}

/** Null: the samples lie in a line, or so. */
function cubic(
  found: Slopes,
  samples: readonly number[],
  place: (i: number, to: Float64Array) => void,
): Cubic | null {
  // No whole number of rows, nearly always: a part of straight sides would be asked in a few columns.
  const stride = Math.max(1, samples.length / ASKED);
  const terms = new Float64Array(TERMS);
  let fit: Cubic | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const matrix = new Float64Array(TERMS * TERMS);
    const right = { x: new Float64Array(TERMS), y: new Float64Array(TERMS) };
    for (let k = 0; k < samples.length; k += stride) {
      const i = samples[Math.floor(k)]!;
      place(i, terms);
      const weight = fit ? 1 / (1 + astray(fit, terms, found, i) / ASTRAY ** 2) : 1;
      for (let a = 0; a < TERMS; a++) {
        const own = weight * terms[a]!;
        right.x[a] = right.x[a]! + own * found.x[i]!;
        right.y[a] = right.y[a]! + own * found.y[i]!;
        for (let b = 0; b <= a; b++) matrix[a * TERMS + b] = matrix[a * TERMS + b]! + own * terms[b]!;
      }
    }
    if (!factorised(matrix, TERMS)) return null;
    fit = { x: solved(matrix, right.x), y: solved(matrix, right.y), apart: 0 };
  }
  if (!fit) return null;
  let [sum, total] = [0, 0];
  for (let k = 0; k < samples.length; k += stride) {
    const i = samples[Math.floor(k)]!;
    place(i, terms);
    const square = astray(fit, terms, found, i);
    const weight = 1 / (1 + square / ASTRAY ** 2);
    sum += weight * square;
    total += weight;
  }
  return { ...fit, apart: Math.sqrt(sum / total) };
}

/** Squared. */
function astray({ x, y }: Cubic, terms: Float64Array, found: Slopes, i: number): number {
  return (dot(x, terms) - found.x[i]!) ** 2 + (dot(y, terms) - found.y[i]!) ** 2;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < TERMS; k++) sum += a[k]! * b[k]!;
  return sum;
}
