// In: a plane of numbers. Out: the same, blurred along either axis; and a soft step from 0 to 1.

export function step(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** Three box blurs along each axis are as good as a Gaussian; sigma in cells, 0: not along that axis. */
export function blurred(
  plane: Float32Array,
  width: number,
  height: number,
  across: number,
  down: number,
): Float32Array {
  let now = plane;
  for (let turn = 0; turn < 3; turn++) {
    if (across > 0) now = boxed(now, width, height, 1, width, across);
    if (down > 0) now = boxed(now, height, width, width, 1, down);
  }
  return now;
}

/** Mean over a window of fractional radius along lines of `count` cells `stride` apart; outside is 0. */
function boxed(
  plane: Float32Array,
  count: number,
  lines: number,
  stride: number,
  next: number,
  sigma: number,
): Float32Array {
  const out = new Float32Array(plane.length);
  // Variance of a box of width w is w² / 12; three of them make sigma².
  const half = Math.max(0, sigma - 0.5);
  const whole = Math.floor(half);
  const part = half - whole;
  const scale = 1 / (2 * half + 1);
  for (let line = 0; line < lines; line++) {
    const start = line * next;
    const value = (k: number): number => (k < 0 || k >= count ? 0 : (plane[start + k * stride] ?? 0));
    let sum = 0;
    for (let k = -whole; k <= whole; k++) sum += value(k);
    for (let k = 0; k < count; k++) {
      out[start + k * stride] = (sum + part * (value(k - whole - 1) + value(k + whole + 1))) * scale;
      sum += value(k + whole + 1) - value(k - whole);
    }
  }
  return out;
}
