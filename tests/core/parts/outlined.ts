// In: shapes, the first before the others. Out: their outlines in ink, and the regions that these enclose.
import { regionsOf } from '../../../src/core/image/regions-of-mask.ts';

type IsIn = (x: number, y: number) => boolean;

/** 120 × 100 pixels, lines of 4. */
export function outlined(...shapes: IsIn[]): ReturnType<typeof regionsOf> {
  const [width, height] = [120, 100];
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const own = shapes.findIndex((isIn) => isIn(x, y));
    const isRim = (u: number, v: number): boolean => shapes.findIndex((isIn) => isIn(u, v)) !== own;
    if (own >= 0 && (isRim(x - 2, y) || isRim(x + 2, y) || isRim(x, y - 2) || isRim(x, y + 2))) data[i] = 1;
  }
  return regionsOf({ width, height, data }, 4);
}

export const box =
  (x0: number, y0: number, x1: number, y1: number): IsIn =>
  (x, y) =>
    x >= x0 && x < x1 && y >= y0 && y < y1;

export const round =
  (cx: number, cy: number, rx: number, ry: number): IsIn =>
  (x, y) =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;
