// In: a convex hull. Out: the quadrilateral around it that adds least.
// Edges removed one by one by the area that is added, down to four.
import { twiceArea } from '../image/hull.ts';
import type { Corner } from '../photo-tune.ts';
import type { Rgba } from '../sketch.ts';

/**
 * Takes away the edge whose neighbours, made longer until they meet, add least, until four are left. Null
 * where that would reach out of the picture.
 */
export function quadrilateralAround(
  hull: Corner[],
  { width, height }: Pick<Rgba, 'width' | 'height'>,
): Corner[] | null {
  let corners = hull;
  const slack = 0.02 * Math.max(width, height);
  while (corners.length > 4) {
    const at = (i: number): Corner => corners[(i + corners.length) % corners.length]!;
    let best: { edge: number; meet: Corner; added: number } | null = null;
    for (let edge = 0; edge < corners.length; edge++) {
      const meet = meeting(at(edge - 1), at(edge), at(edge + 2), at(edge + 1));
      if (
        !meet ||
        meet[0] < -slack ||
        meet[1] < -slack ||
        meet[0] > width + slack ||
        meet[1] > height + slack
      )
        continue;
      const added = Math.abs(twiceArea(at(edge), meet, at(edge + 1)));
      if (!best || added < best.added) best = { edge, meet, added };
    }
    if (!best) return null;
    const { edge, meet } = best;
    const after = (edge + 1) % corners.length;
    corners = corners.map((corner, i) => (i === edge ? meet : corner)).filter((_, i) => i !== after);
  }
  return corners.length === 4 ? corners : null;
}

/** Where a → b and c → d meet, beyond b and d; null where they part. */
function meeting(a: Corner, b: Corner, c: Corner, d: Corner): Corner | null {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const across = ux * vy - uy * vx;
  if (Math.abs(across) < 1e-9) return null;
  const t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / across;
  const s = ((c[0] - a[0]) * uy - (c[1] - a[1]) * ux) / across;
  return t >= 1 && s >= 1 ? [a[0] + t * ux, a[1] + t * uy] : null;
}

/** In square pixels; of points that run clockwise. */
export function areaOf(corners: readonly Corner[]): number {
  return corners.reduce((sum, [x, y], i) => {
    const [u, v] = corners[(i + 1) % corners.length]!;
    return sum + (x * v - u * y) / 2;
  }, 0);
}

/** The same corners from the one nearest to the top left on. */
export function fromTopLeft(quad: readonly Corner[]): Corner[] {
  const sums = quad.map(([x, y]) => x + y);
  const first = sums.indexOf(Math.min(...sums));
  return [...quad.slice(first), ...quad.slice(0, first)];
}
