// In: a mask of ink. Out: what that ink encloses: regions by number, largest first. Pixels only, no drawing.
import type { Plane } from './sketch.ts';

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
  const found = new Int32Array(width * height);
  const stack = new Int32Array(width * height);
  const sizes: number[] = [0];

  const fill = (seed: number, label: number): number => {
    let top = 0;
    let count = 0;
    const take = (i: number): void => {
      if (found[i] !== 0 || ink.data[i]) return;
      found[i] = label;
      stack[top++] = i;
    };
    take(seed);
    while (top > 0) {
      const at = stack[--top] as number;
      count++;
      const x = at % width;
      if (x > 0) take(at - 1);
      if (x < width - 1) take(at + 1);
      if (at >= width) take(at - width);
      if (at < width * (height - 1)) take(at + width);
    }
    return count;
  };

  for (let x = 0; x < width; x++)
    for (const at of [x, x + width * (height - 1)]) if (!ink.data[at] && found[at] === 0) fill(at, OUTSIDE);
  for (let y = 0; y < height; y++)
    for (const at of [y * width, y * width + width - 1])
      if (!ink.data[at] && found[at] === 0) fill(at, OUTSIDE);

  for (let at = 0; at < found.length; at++) {
    if (found[at] !== 0 || ink.data[at]) continue;
    sizes.push(fill(at, sizes.length));
  }
  return ranked({ map: { width, height, data: found }, sizes }, smallest);
}

/** Numbers regions by size, so that numbers mean the same at every resolution; specks below `smallest` become ink. */
function ranked({ map, sizes }: Regions, smallest: number): Regions {
  const order = sizes
    .map((size, i) => ({ size, i }))
    .slice(1)
    .filter(({ size }) => size >= smallest);
  order.sort((a, b) => b.size - a.size || a.i - b.i);
  const rank = new Int32Array(sizes.length);
  order.forEach(({ i }, at) => (rank[i] = at + 1));
  for (let p = 0; p < map.data.length; p++) {
    const label = map.data[p] ?? 0;
    if (label > 0) map.data[p] = rank[label] ?? 0;
  }
  return { map, sizes: [0, ...order.map(({ size }) => size)] };
}

/**
 * Closes gaps narrower than 2 × radius: ink grown by `radius` encloses, then the outside takes back what it lost.
 * Returns 1 for everything inside, ink included, 0 outside.
 */
export function enclosedBy(ink: Plane<Uint8Array>, radius: number): Plane<Uint8Array> {
  const steps = Math.round(radius);
  // Grown ink must not reach the rim, or the outside would have no way around it.
  const rim = steps + 2;
  const wide = bordered(ink, rim);
  const { width, height } = wide;
  const { map } = regionsOf(grown(wide, steps), 0);
  const outside = grown(
    { width, height, data: Uint8Array.from(map.data, (at) => (at === OUTSIDE ? 1 : 0)) },
    steps,
  );
  const data = new Uint8Array(ink.data.length);
  for (let y = 0, i = 0; y < ink.height; y++) {
    for (let x = 0; x < ink.width; x++, i++) {
      data[i] = outside.data[(y + rim) * width + x + rim] && !ink.data[i] ? 0 : 1;
    }
  }
  return { width: ink.width, height: ink.height, data };
}

/** The mask, larger by `steps` pixels on every side: in turns to 4 and to 8 neighbours, which makes octagons of points. */
function grown(mask: Plane<Uint8Array>, steps: number): Plane<Uint8Array> {
  const { width, height } = mask;
  const data = Uint8Array.from(mask.data);
  let front: number[] = [];
  for (let i = 0; i < data.length; i++) {
    const buried = data[i - 1] && data[i + 1] && data[i - width] && data[i + width];
    if (data[i] && !buried) front.push(i);
  }
  for (let step = 0; step < steps; step++) {
    const next: number[] = [];
    for (const i of front) {
      const x = i % width;
      const y = (i - x) / width;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if (step % 2 === 0 && dx !== 0 && dy !== 0) continue;
          if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
          const j = i + dy * width + dx;
          if (data[j]) continue;
          data[j] = 1;
          next.push(j);
        }
      }
    }
    front = next;
  }
  return { width, height, data };
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
  for (let i = 0; i < mask.data.length; i++) if (mask.data[i]) dx[i] = dy[i] = 0;
  const take = (at: number, from: number, ox: number, oy: number): void => {
    const [x, y] = [(dx[from] ?? 0) + ox, (dy[from] ?? 0) + oy];
    const [u, w] = [dx[at] ?? 0, dy[at] ?? 0];
    if (x * x + y * y >= u * u + w * w) return;
    dx[at] = x;
    dy[at] = y;
  };
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      if (y > 0) {
        take(row + x, row + x - width, 0, 1);
        if (x > 0) take(row + x, row + x - width - 1, 1, 1);
        if (x < width - 1) take(row + x, row + x - width + 1, -1, 1);
      }
      if (x > 0) take(row + x, row + x - 1, 1, 0);
    }
    for (let x = width - 2; x >= 0; x--) take(row + x, row + x + 1, -1, 0);
  }
  for (let y = height - 1; y >= 0; y--) {
    const row = y * width;
    for (let x = width - 1; x >= 0; x--) {
      if (y < height - 1) {
        take(row + x, row + x + width, 0, -1);
        if (x > 0) take(row + x, row + x + width - 1, 1, -1);
        if (x < width - 1) take(row + x, row + x + width + 1, -1, -1);
      }
      if (x < width - 1) take(row + x, row + x + 1, -1, 0);
    }
    for (let x = 1; x < width; x++) take(row + x, row + x - 1, 1, 0);
  }
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = Math.hypot(dx[i] ?? 0, dy[i] ?? 0);
  return { width, height, data };
}
