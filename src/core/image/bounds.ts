// In: a mask, or its pixels one by one. Out: the columns and rows between which it lies.

/** First and last column and row, both included. */
export interface Bounds {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/**
 * Of all pixels whose value is at least `least`; null where there are none. A pixel has `channels` values
 * side by side, of which `channel` counts.
 */
export function boundsOf(
  { data, width, height }: { data: ArrayLike<number>; width: number; height: number },
  least: number,
  channels = 1,
  channel = 0,
): Bounds | null {
  const bounds = noBounds(width, height);
  let any = false;
  for (let y = 0; y < height; y++) {
    const row = channels * y * width + channel;
    let left = 0;
    while (left < width && !(data[row + channels * left]! >= least)) left++;
    if (left === width) continue;
    // What lies left of the last column that is known already tells nothing new.
    let right = width - 1;
    while (right > bounds.x1 && !(data[row + channels * right]! >= least)) right--;
    include(bounds, left, y);
    include(bounds, Math.max(left, right), y);
    any = true;
  }
  return any ? bounds : null;
}

/** Of no pixel yet. */
export function noBounds(width: number, height: number): Bounds {
  return { x0: width, y0: height, x1: 0, y1: 0 };
}

/** In place: as much wider as it takes for (x, y). */
export function include(bounds: Bounds, x: number, y: number): void {
  if (x < bounds.x0) bounds.x0 = x;
  if (x > bounds.x1) bounds.x1 = x;
  if (y < bounds.y0) bounds.y0 = y;
  if (y > bounds.y1) bounds.y1 = y;
}

/** Whether one lies in the other, borders included. */
export const liesAround = (outer: Bounds, inner: Bounds): boolean =>
  outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1;
