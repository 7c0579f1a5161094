// In: path data. Out: the same curves in pieces whose control points lie no farther out than their ends.
// resvg 0.45 takes the box of control points for the box of a path, in which gradients and patterns are laid
// out (findings/resvg-gradient-by-control-points.sh). Cut where a coordinate turns back, by de Casteljau.
import svgpath from 'svgpath';

/** Control points of a curve, its start first: x, y, x, y … */
type Curve = readonly number[];

/** Behind the point: coordinates may be as small as the group around is large. */
const DIGITS = 9;

/** An S-curve that never turns back may still reach out: it is halved so often at most. */
const DEEPEST = 4;

export function cutAtExtrema(d: string): string {
  return svgpath(d)
    .abs()
    .unshort() // before arcs become curves (findings/svgpath-short-curve-behind-an-arc.sh)
    .unarc()
    .iterate((segment, _index, x, y) => {
      const [command, ...n] = segment as unknown as [string, ...number[]];
      if (command !== 'C' && command !== 'Q') return undefined;
      const pieces = cut([x, y, ...n], 0);
      if (pieces.length === 1) return undefined;
      return pieces.map((piece) => [command, ...piece.slice(2)]) as unknown as ReturnType<
        NonNullable<Parameters<ReturnType<typeof svgpath>['iterate']>[0]>
      >;
    })
    .round(DIGITS)
    .toString();
}

function cut(curve: Curve, depth: number): Curve[] {
  if (depth === DEEPEST || (isWithin(curve, 0) && isWithin(curve, 1))) return [curve];
  const turns = [...turnsOf(curve, 0), ...turnsOf(curve, 1)].sort((a, b) => a - b);
  const pieces: Curve[] = [];
  let [rest, done] = [curve, 0];
  for (const t of turns.length > 0 ? turns : [0.5]) {
    const [first, second] = split(rest, (t - done) / (1 - done));
    pieces.push(first);
    [rest, done] = [second, t];
  }
  return [...pieces, rest].flatMap((piece) => cut(piece, depth + 1));
}

/** `axis`: 0 for x, 1 for y. */
const along = (curve: Curve, axis: number): number[] => curve.filter((_, i) => i % 2 === axis);

function isWithin(curve: Curve, axis: number): boolean {
  const values = along(curve, axis);
  const ends = [values[0]!, values.at(-1)!];
  const slack = 1e-6 * (1 + Math.abs(ends[0]!) + Math.abs(ends[1]!));
  return Math.min(...values) >= Math.min(...ends) - slack && Math.max(...values) <= Math.max(...ends) + slack;
}

/** Where the derivative is 0, inside the curve. */
function turnsOf(curve: Curve, axis: number): number[] {
  const values = along(curve, axis);
  const steps = values.slice(1).map((value, i) => value - values[i]!);
  const [p, q, r] = steps.length === 2 ? [0, steps[1]! - steps[0]!, steps[0]!] : quadratic(steps);
  const roots = Math.abs(p) < 1e-12 ? [-r / q] : rootsOf(p, q, r);
  return roots.filter((t) => t > 1e-6 && t < 1 - 1e-6);
}

/** The derivative's coefficients of t², t and 1. */
const quadratic = (steps: readonly number[]): [number, number, number] => {
  const [a, b, c] = [steps[0]!, steps[1]!, steps[2]!];
  return [a - 2 * b + c, 2 * (b - a), a];
};

function rootsOf(p: number, q: number, r: number): number[] {
  const inner = q * q - 4 * p * r;
  return inner < 0 ? [] : [(-q - Math.sqrt(inner)) / (2 * p), (-q + Math.sqrt(inner)) / (2 * p)];
}

function split(curve: Curve, t: number): [Curve, Curve] {
  let row = curve;
  const first = row.slice(0, 2);
  const second = row.slice(-2);
  while (row.length > 2) {
    const from = row;
    row = row.slice(2).map((value, i) => from[i]! + t * (value - from[i]!));
    first.push(...row.slice(0, 2));
    second.unshift(...row.slice(-2));
  }
  return [first, second];
}
