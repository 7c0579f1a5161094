// In: samples on a grid, a place between them. Out: the value there, by one of two rules beyond the edge.
// Bilinear interpolation. Sample i has its centre at i; callers with centres at i + 0.5 take 0.5 away first.

type Samples = Float32Array | Uint8Array;

/**
 * Beyond the edge the nearest sample goes on. `channel` of `channels` values
 * that lie side by side in each sample.
 */
export function bilinearClamped(
  { data, width, height, channels = 1 }: { data: Samples; width: number; height: number; channels?: number },
  x: number,
  y: number,
  channel = 0,
): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const left = channels * Math.min(width - 1, Math.max(0, i)) + channel;
  const right = channels * Math.min(width - 1, Math.max(0, i + 1)) + channel;
  const above = channels * width * Math.min(height - 1, Math.max(0, j));
  const below = channels * width * Math.min(height - 1, Math.max(0, j + 1));
  const f = x - i;
  const g = y - j;
  const upper = data[above + left]! * (1 - f) + data[above + right]! * f;
  const lower = data[below + left]! * (1 - f) + data[below + right]! * f;
  return upper * (1 - g) + lower * g;
}

/** Beyond the edge all samples are 0, so that values fade out over the last half of a sample. */
export function bilinearZeroOutside(
  { data, width, height }: { data: Samples; width: number; height: number },
  x: number,
  y: number,
): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const f = x - i;
  const g = y - j;
  const left = i >= 0 && i < width;
  const right = i + 1 >= 0 && i + 1 < width;
  const at = j * width + i;
  let upper = 0;
  let lower = 0;
  if (j >= 0 && j < height) upper = (left ? data[at]! : 0) * (1 - f) + (right ? data[at + 1]! : 0) * f;
  if (j + 1 >= 0 && j + 1 < height)
    lower = (left ? data[at + width]! : 0) * (1 - f) + (right ? data[at + width + 1]! : 0) * f;
  return upper * (1 - g) + lower * g;
}

/** `place` moved to where all samples around it exist: a thousandth of a sample short of the last one. */
export function heldInside(place: number, size: number): number {
  return Math.min(size - 1.001, Math.max(0, place));
}
