// In: a mask of ink and a radius. Out: all that the ink encloses once its gaps are closed.
// Morphological closing with an octagon, by growing from the front pixel by pixel. Of what it wins only
// counts what holds a pocket that the grown ink does not reach: a room behind a gap, not the web between a
// star's arms.
import { reachesRim, runsOf } from './components.ts';
import type { Plane } from '../sketch.ts';

/**
 * Closes gaps narrower than 2 × radius: ink grown by `radius` encloses, then the outside takes back what it
 * lost. Returns 1 for everything inside, ink included, 0 outside. Nothing in it is all near the ink, within
 * `radius`, unless it is closed without.
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
  const pockets = outside.map((value, i) => value & (1 - wide.data[i]!));
  for (let i = 0; i < outside.length; i++) outside[i] = 1 - outside[i]!;
  grow({ width, height, data: outside }, steps);
  const data = notOutside(ink);
  const gained = new Uint8Array(ink.data.length);
  const deep = new Uint8Array(ink.data.length);
  for (let y = 0, i = 0; y < ink.height; y++) {
    for (let x = 0, at = (y + rim) * width + rim; x < ink.width; x++, i++, at++) {
      gained[i] = outside[at] === 1 || data[i] === 1 ? 0 : 1;
      deep[i] = pockets[at]!;
    }
  }
  addRooms(data, { width: ink.width, height: ink.height, data: gained }, deep);
  return { width: ink.width, height: ink.height, data };
}

/** In place: those connected parts of what was gained that hold a pixel that lies deep. */
function addRooms(data: Uint8Array, gained: Plane<Uint8Array>, deep: Uint8Array): void {
  const { count, from, to, group } = runsOf(gained, 1);
  const isRoom = new Uint8Array(count);
  for (let run = 0; run < count; run++)
    for (let i = from[run]!; i < to[run]! && isRoom[group[run]!] === 0; i++)
      if (deep[i] === 1) isRoom[group[run]!] = 1;
  for (let run = 0; run < count; run++) if (isRoom[group[run]!] === 1) data.fill(1, from[run], to[run]);
}

/** 1 for all that is not connected to the rim: ink and what it encloses. */
function notOutside(ink: Plane<Uint8Array>): Uint8Array {
  const { width, height } = ink;
  const { count, from, to, group } = runsOf(ink, 0);
  const outside = new Uint8Array(count);
  for (let run = 0; run < count; run++) {
    if (reachesRim(from[run]!, to[run]!, ink)) outside[group[run]!] = 1;
  }
  const data = new Uint8Array(width * height).fill(1);
  for (let run = 0; run < count; run++) if (outside[group[run]!] === 1) data.fill(0, from[run], to[run]);
  return data;
}

/**
 * In place: the mask of 0 and 1, larger by `steps` pixels on every side: in turns to 4 and to 8 neighbours,
 * which makes octagons of points. What lies on the rim does not grow, and nothing may grow as far as there.
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
        const j = i + ring[k]!;
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
