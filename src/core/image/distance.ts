// In: a mask. Out: per pixel, the distance to the nearest pixel of the mask.
// Two-pass vector sweep: 8-point sequential Euclidean distance mapping (Danielsson 1980), 8SSED.
import type { Plane } from '../sketch.ts';

/**
 * Euclidean distance in pixels to the nearest non-zero pixel of the mask, to within
 * 0.1 pixel (two-pass vector sweep).
 */
export function distanceTo(mask: Plane<Uint8Array>): Plane {
  const { width, height } = mask;
  const dx = new Int16Array(width * height).fill(16000);
  const dy = new Int16Array(width * height).fill(16000);
  const far = new Int32Array(width * height).fill(2 * 16000 * 16000);
  for (let i = 0; i < far.length; i++) if (mask.data[i] !== 0) dx[i] = dy[i] = far[i] = 0;
  const take = (at: number, from: number, ox: number, oy: number): void => {
    const x = dx[from]! + ox;
    const y = dy[from]! + oy;
    const away = x * x + y * y;
    if (away >= far[at]!) return;
    far[at] = away;
    dx[at] = x;
    dy[at] = y;
  };
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const end = row + width;
    for (let i = row; i < end; i++) {
      // A pixel of the mask has nothing to learn.
      if (far[i] === 0) continue;
      if (y > 0) {
        take(i, i - width, 0, 1);
        if (i > row) take(i, i - width - 1, 1, 1);
        if (i < end - 1) take(i, i - width + 1, -1, 1);
      }
      if (i > row) take(i, i - 1, 1, 0);
    }
    for (let i = end - 2; i >= row; i--) if (far[i] !== 0) take(i, i + 1, -1, 0);
  }
  for (let y = height - 1; y >= 0; y--) {
    const row = y * width;
    const end = row + width;
    for (let i = end - 1; i >= row; i--) {
      if (far[i] === 0) continue;
      if (y < height - 1) {
        take(i, i + width, 0, -1);
        if (i > row) take(i, i + width - 1, 1, -1);
        if (i < end - 1) take(i, i + width + 1, -1, -1);
      }
      if (i < end - 1) take(i, i + 1, -1, 0);
    }
    for (let i = row + 1; i < end; i++) if (far[i] !== 0) take(i, i - 1, 1, 0);
  }
  const data = new Float32Array(far.length);
  for (let i = 0; i < data.length; i++) data[i] = Math.sqrt(far[i]!);
  return { width, height, data };
}
