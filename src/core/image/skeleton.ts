// In: a mask of ink. Out: its middle, one pixel wide.
// Thinning in two sub-iterations (Zhang and Suen 1984).
import type { Plane } from '../sketch.ts';

export function thin(ink: Plane<Uint8Array>): Plane<Uint8Array> {
  const { width, height } = ink;
  const data = Uint8Array.from(ink.data);
  // The rim would need neighbours that are not there.
  for (let x = 0; x < width; x++) data[x] = data[x + width * (height - 1)] = 0;
  for (let y = 0; y < height; y++) data[y * width] = data[y * width + width - 1] = 0;
  let alive: number[] = [];
  for (let i = 0; i < data.length; i++) if (data[i]) alive.push(i);
  // Clockwise from above.
  const ring = [-width, -width + 1, 1, width + 1, width, width - 1, -1, -width - 1];
  for (let changed = true; changed;) {
    changed = false;
    for (const pass of [0, 1]) {
      const gone: number[] = [];
      for (const i of alive) if (data[i] && isOuter(data, i, ring, pass)) gone.push(i);
      for (const i of gone) data[i] = 0;
      if (gone.length > 0) changed = true;
    }
    alive = alive.filter((i) => data[i]);
  }
  return { width, height, data };
}

function isOuter(data: Uint8Array, i: number, ring: readonly number[], pass: number): boolean {
  let neighbours = 0;
  let turns = 0;
  for (let k = 0; k < 8; k++) {
    const here = data[i + ring[k]!]!;
    const next = data[i + ring[(k + 1) & 7]!]!;
    neighbours += here;
    if (here === 0 && next === 1) turns++;
  }
  if (neighbours < 2 || neighbours > 6 || turns !== 1) return false;
  const at = (k: number): number => data[i + ring[k]!]!;
  const [up, right, down, left] = [at(0), at(2), at(4), at(6)];
  return pass === 0
    ? up * right * down === 0 && right * down * left === 0
    : up * right * left === 0 && up * down * left === 0;
}
