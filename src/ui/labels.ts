// Labels of parts in, answers about them out: which part lies under a point, and the pixels that show one.
import type { PartSeen, PartsSeen } from '../core/parts-seen.ts';
import type { Box } from '../core/sketch.ts';
import type { Located } from './state.ts';

/** `x`, `y`: a place in the drawing. Null beside all parts. */
export function partAt({ seen, box }: Located, x: number, y: number): PartSeen | null {
  const column = Math.floor(((x - box.x) / box.width) * seen.width);
  const row = Math.floor(((y - box.y) / box.height) * seen.height);
  if (column < 0 || row < 0 || column >= seen.width || row >= seen.height) return null;
  return seen.parts[seen.labels[row * seen.width + column]! - 1] ?? null;
}

type Ink = readonly [red: number, green: number, blue: number];

interface Marking {
  ink: Ink;
  /** Opacity inside, 0…1. */
  veil: number;
  /** Opaque pixels all around. */
  rim: number;
}

/** Straight RGBA: a veil over one part, its rim opaque. */
export function silhouette(
  { width, height, labels, parts }: PartsSeen,
  key: string,
  { ink, veil, rim }: Marking,
): Uint8ClampedArray<ArrayBuffer> {
  const label = parts.findIndex((part) => part.key === key) + 1;
  const pixels = new Uint8ClampedArray(4 * width * height);
  if (label === 0) return pixels;
  const isIn = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && labels[y * width + x] === label;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!isIn(x, y)) continue;
      let edge = false;
      for (let d = 1; d <= rim && !edge; d++)
        edge = !isIn(x - d, y) || !isIn(x + d, y) || !isIn(x, y - d) || !isIn(x, y + d);
      pixels.set([...ink, edge ? 255 : Math.round(255 * veil)], 4 * (y * width + x));
    }
  return pixels;
}

/** The smallest box around all parts as shares of the picture's. */
export function extent({ labels, width, height }: PartsSeen): Box | null {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (labels[y * width + x] === 0) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    }
  if (right <= left) return null;
  return { x: left / width, y: top / height, width: (right - left) / width, height: (bottom - top) / height };
}
