// In: a mask of ink. Out: what that ink encloses: regions by number, largest first. Pixels only, no drawing.
import { runsOf } from './components.ts';
import type { Plane } from '../sketch.ts';

export const OUTSIDE = -1;

export interface Regions {
  /** Per pixel: OUTSIDE, 0 for ink, or the number of a region, from 1. */
  map: Plane<Int32Array>;
  /** Pixels per region; index 0 is unused. */
  sizes: number[];
}

/** `ink`: non-zero is ink. Neighbours share a side, so that a diagonal line of single pixels is closed. */
export function regionsOf(ink: Plane<Uint8Array>, smallest: number): Regions {
  const { width, height } = ink;
  const { count, from, to, group } = runsOf(ink, 0);
  const label = new Int32Array(count);
  // What reaches the rim is outside, all of it.
  for (let run = 0; run < count; run++) {
    const [left, right] = [from[run] as number, to[run] as number];
    const rim = left < width || left >= width * (height - 1) || left % width === 0 || right % width === 0;
    if (rim) label[group[run] as number] = OUTSIDE;
  }
  const sizes: number[] = [0];
  for (let run = 0; run < count; run++) {
    const root = group[run] as number;
    if (label[root] === OUTSIDE) continue;
    if (root === run) label[run] = sizes.push(0) - 1;
    const own = label[root] as number;
    sizes[own] = (sizes[own] as number) + (to[run] as number) - (from[run] as number);
  }
  const { rank, kept } = ranked(sizes, smallest);
  const data = new Int32Array(width * height);
  for (let run = 0; run < count; run++) {
    const own = label[group[run] as number] as number;
    data.fill(own === OUTSIDE ? OUTSIDE : (rank[own] as number), from[run], to[run]);
  }
  return { map: { width, height, data }, sizes: kept };
}

/** Regions numbered by size, so that numbers mean the same at every resolution; specks below `smallest` become ink, 0. */
function ranked(sizes: readonly number[], smallest: number): { rank: Int32Array; kept: number[] } {
  const order = sizes
    .map((size, i) => ({ size, i }))
    .slice(1)
    .filter(({ size }) => size >= smallest);
  order.sort((a, b) => b.size - a.size || a.i - b.i);
  const rank = new Int32Array(sizes.length);
  order.forEach(({ i }, at) => (rank[i] = at + 1));
  return { rank, kept: [0, ...order.map(({ size }) => size)] };
}

/**
 * Closes gaps narrower than 2 × radius: ink grown by `radius` encloses, then the outside takes back what it lost.
 * Returns 1 for everything inside, ink included, 0 outside.
 */
export function enclosedBy(ink: Plane<Uint8Array>, radius: number): Plane<Uint8Array> {
  const steps = Math.round(radius);
  if (steps === 0) return { width: ink.width, height: ink.height, data: notOutside(ink) };
  // Grown ink must not reach the rim, or the outside would have no way around it.
  const rim = steps + 2;
  const wide = bordered(ink, rim);
  const { width, height } = wide;
  grow(wide, steps);
  const outside = notOutside(wide);
  for (let i = 0; i < outside.length; i++) outside[i] = 1 - (outside[i] as number);
  grow({ width, height, data: outside }, steps);
  const data = new Uint8Array(ink.data.length);
  for (let y = 0, i = 0; y < ink.height; y++) {
    for (let x = 0, at = (y + rim) * width + rim; x < ink.width; x++, i++, at++)
      data[i] = outside[at] === 1 && ink.data[i] === 0 ? 0 : 1;
  }
  return { width: ink.width, height: ink.height, data };
}

/** 1 for all that is not connected to the rim: ink and what it encloses. */
function notOutside(ink: Plane<Uint8Array>): Uint8Array {
  const { width, height } = ink;
  const { count, from, to, group } = runsOf(ink, 0);
  const outside = new Uint8Array(count);
  for (let run = 0; run < count; run++) {
    const [left, right] = [from[run] as number, to[run] as number];
    if (left < width || left >= width * (height - 1) || left % width === 0 || right % width === 0)
      outside[group[run] as number] = 1;
  }
  const data = new Uint8Array(width * height).fill(1);
  for (let run = 0; run < count; run++)
    if (outside[group[run] as number] === 1) data.fill(0, from[run], to[run]);
  return data;
}

/**
 * In place: the mask of 0 and 1, larger by `steps` pixels on every side: in turns to 4 and to 8 neighbours, which makes
 * octagons of points. What lies on the rim does not grow, and nothing may grow as far as there.
 */
function grow({ width, height, data }: Plane<Uint8Array>, steps: number): void {
  let front: number[] = [];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (data[i] === 0) continue;
      const buried = data[i - 1] === 1 && data[i + 1] === 1 && data[i - width] === 1 && data[i + width] === 1;
      if (!buried) front.push(i);
    }
  }
  const ring = [-1, 1, -width, width, -width - 1, -width + 1, width - 1, width + 1];
  for (let step = 0; step < steps; step++) {
    const next: number[] = [];
    const reach = step % 2 === 0 ? 4 : 8;
    for (const i of front) {
      for (let k = 0; k < reach; k++) {
        const j = i + (ring[k] as number);
        if (data[j] !== 0) continue;
        data[j] = 1;
        next.push(j);
      }
    }
    front = next;
  }
}

function bordered(plane: Plane<Uint8Array>, rim: number): Plane<Uint8Array> {
  const width = plane.width + 2 * rim;
  const height = plane.height + 2 * rim;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < plane.height; y++) {
    data.set(plane.data.subarray(y * plane.width, (y + 1) * plane.width), (y + rim) * width + rim);
  }
  return { width, height, data };
}

/** Euclidean distance in pixels to the nearest non-zero pixel of the mask, to within 0.1 pixel (two-pass vector sweep). */
export function distanceTo(mask: Plane<Uint8Array>): Plane {
  const { width, height } = mask;
  const dx = new Int16Array(width * height).fill(16000);
  const dy = new Int16Array(width * height).fill(16000);
  const far = new Int32Array(width * height).fill(2 * 16000 * 16000);
  for (let i = 0; i < far.length; i++) if (mask.data[i] !== 0) dx[i] = dy[i] = far[i] = 0;
  const take = (at: number, from: number, ox: number, oy: number): void => {
    const x = (dx[from] as number) + ox;
    const y = (dy[from] as number) + oy;
    const away = x * x + y * y;
    if (away >= (far[at] as number)) return;
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
  for (let i = 0; i < data.length; i++) data[i] = Math.sqrt(far[i] as number);
  return { width, height, data };
}
