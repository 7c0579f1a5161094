// In: a plane. Out: a mask, 1 where a value is at least so much.
// Thresholding by a value that is given; image/closing.ts and components.ts go on from there.
import type { Plane } from '../sketch.ts';

/** 1 where a value of `plane`, in its own units, is `least` or more, else 0. */
export function threshold(plane: Plane<Uint8Array>, least: number): Plane<Uint8Array> {
  const data = new Uint8Array(plane.data.length);
  for (let i = 0; i < data.length; i++) data[i] = plane.data[i]! >= least ? 1 : 0;
  return { width: plane.width, height: plane.height, data };
}

/** How many pixels of a mask are 1. */
export function countOnes({ data }: Plane<Uint8Array>): number {
  let ones = 0;
  for (const value of data) ones += value;
  return ones;
}
