// In: an island of ink and the regions that it encloses. Out: whether it is a ring with a slash through it,
// which stands for "no" and is open on both sides: a disc in two halves, one the other turned about the
// middle, parted at a slant.
import type { Bounds } from '../image/bounds.ts';

export interface Region {
  size: number;
  /** The middle of its area, pixels. */
  x: number;
  y: number;
}

// Shares of the disc's side or area by which it may be off; of the way between the halves, by which across
// differs from down.
const ROUND = 0.06;
const EQUAL = 0.12;
const SLANT = 0.35;
// What lies in a slit is no half.
const SPECK = 0.02;

/** `ink`: its pixels; `x1`, `y1` are within it. */
export function isBarredRing(
  { ink, x0, y0, x1, y1 }: Bounds & { ink: number },
  regions: readonly Region[],
): boolean {
  const [across, down] = [x1 - x0 + 1, y1 - y0 + 1];
  const disc = (Math.PI / 4) * across * down;
  const [one, two, ...more] = regions.filter(({ size }) => size > SPECK * disc);
  if (!one || !two || more.length > 0) return false;
  const filled = ink + regions.reduce((sum, { size }) => sum + size, 0);
  if (Math.abs(across - down) > ROUND * across || Math.abs(filled / disc - 1) > ROUND) return false;
  if (Math.abs(one.size - two.size) > EQUAL * Math.max(one.size, two.size)) return false;
  const [midX, midY] = [(one.x + two.x - x0 - x1) / 2, (one.y + two.y - y0 - y1) / 2];
  if (Math.hypot(midX, midY) > ROUND * across) return false;
  const [dx, dy] = [Math.abs(one.x - two.x), Math.abs(one.y - two.y)];
  return Math.abs(dx - dy) < SLANT * Math.max(dx, dy);
}
