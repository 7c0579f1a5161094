// A sheet's corners and a move in, the corners after it out: 0…1 of the image, clockwise from the top left.
import type { Corner, Corners } from '../../core/photo-tune.ts';

/** The image itself: nothing is straightened. */
export const UNCUT: Corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
/** Of the image's side. */
const STEP = 0.005;
const LARGE_STEP = 0.05;

export function withCorner(corners: Corners, index: number, [x, y]: Corner): Corners {
  const to: Corner = [held(x), held(y)];
  const [a, b, c, d] = corners.map((corner, i) => (i === index ? to : corner)) as unknown as Corners;
  return [a, b, c, d];
}

/** Null for a key that moves nothing. */
export function cornerByKey([x, y]: Corner, key: string, large: boolean): Corner | null {
  const step = large ? LARGE_STEP : STEP;
  if (key === 'ArrowLeft') return [x - step, y];
  if (key === 'ArrowRight') return [x + step, y];
  if (key === 'ArrowUp') return [x, y - step];
  if (key === 'ArrowDown') return [x, y + step];
  return null;
}

export function isUncut(corners: Corners): boolean {
  return corners.every(([x, y], i) => x === UNCUT[i]?.[0] && y === UNCUT[i]?.[1]);
}

/** Inside the image, and no finer than a camera sees. */
function held(value: number): number {
  return Math.round(1e4 * Math.max(0, Math.min(1, value))) / 1e4;
}
