// In: which part every pixel belongs to, and how far it is covered. Out: the silhouette's coverage, solid
// inside: seams between shapes that abut are no gaps. Rules on the pixels around each, at most two steps
// away.
import type { Plane } from '../sketch.ts';

// Coverage, of 255, that is as good as all.
const WHOLE = 250;
// Two shapes that abut cover a pixel between them by at least so much: half, and half of the rest.
const ABUTTING = 178;

/**
 * `labels`: 0 where nothing is. `coverage`: 0…255. `regions`: above 0 what lines enclose, whose border
 * follows the labels.
 * `glows`: some of the paint is seen through, and no gap either.
 */
export function solidCoverage(
  labels: Plane<Int32Array>,
  coverage: Plane<Uint8Array>,
  regions: Plane<Int32Array> | null,
  glows: boolean,
): Plane<Uint8Array> {
  const { width, height } = labels;
  const data = new Uint8Array(width * height);
  const covered = coverage.data;
  const empty = (i: number): boolean => labels.data[i] === 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (empty(i)) continue;
      const own = covered[i]!;
      if (own === 255 && !regions) {
        data[i] = 255;
        continue;
      }
      if (regions && regions.data[i]! > 0) {
        // Where a gap was closed the border is a guess made of pixels: a ramp keeps
        // it smooth. Elsewhere ink is around.
        data[i] = Math.round((255 * neighbours(labels, x, y)) / 9);
        continue;
      }
      let edge = x === 0 || y === 0 || x === width - 1 || y === height - 1;
      for (let dy = -1; dy <= 1 && !edge; dy++)
        for (let dx = -1; dx <= 1 && !edge; dx++) edge = empty(i + dy * width + dx);
      const inside = glows && own < ABUTTING ? inSeam(coverage, x, y) : nearWhole(coverage, x, y);
      data[i] = edge || !inside ? own : 255;
    }
  }
  return { width, height, data };
}

const WAYS = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
] as const;

/** Whether a pixel within two steps is covered whole, as beside every seam; where a mask fades none is. */
function nearWhole({ width, height, data }: Plane<Uint8Array>, x: number, y: number): boolean {
  if (data[y * width + x]! >= WHOLE) return true;
  for (let v = Math.max(0, y - 2); v <= Math.min(height - 1, y + 2); v++)
    for (let u = Math.max(0, x - 2); u <= Math.min(width - 1, x + 2); u++)
      if (data[v * width + u]! >= WHOLE) return true;
  return false;
}

/**
 * Whether a pixel that is hardly covered lies in a seam: what is covered whole lies within two steps on both
 * sides of it. Beside a glow there is one such side.
 */
function inSeam({ width, height, data }: Plane<Uint8Array>, x: number, y: number): boolean {
  const whole = (u: number, v: number): boolean =>
    u >= 0 && v >= 0 && u < width && v < height && data[v * width + u]! >= WHOLE;
  return WAYS.some(([dx, dy]) =>
    [1, -1].every((way) => [1, 2].some((step) => whole(x + way * step * dx, y + way * step * dy))),
  );
}

/**
 * How many of the nine pixels around (x, y), itself included, have a label;
 * beyond the picture counts as having one.
 */
function neighbours({ width, height, data }: Plane<Int32Array>, x: number, y: number): number {
  let count = 0;
  for (let v = y - 1; v <= y + 1; v++) {
    for (let u = x - 1; u <= x + 1; u++) {
      if (u < 0 || v < 0 || u >= width || v >= height || data[v * width + u] !== 0) count++;
    }
  }
  return count;
}
