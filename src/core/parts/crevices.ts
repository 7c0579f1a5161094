// In: regions between lines, and the ink. Out: the same without crevices that no surface is near: a spiral's
// turns are open, else it would be a lump. By connected components of ink, regions and crevices together.
import { runsOf } from '../image/components.ts';
import type { Plane } from '../sketch.ts';

/** Marks what lies between strokes that run side by side: it belongs to whatever is next to it. */
export const CREVICE = -2;

/** In place. `map`: per pixel 0, CREVICE, or a region's number. */
export function openLone(map: Plane<Int32Array>, ink: Plane<Uint8Array>): void {
  const { width, height, data } = map;
  if (!data.includes(CREVICE)) return;
  const all = data.map((region, i) => (region !== 0 || ink.data[i] === 1 ? 1 : 0));
  const { count, from, to, group } = runsOf({ width, height, data: Uint8Array.from(all) }, 1, true);
  const held = new Uint8Array(count);
  for (let run = 0; run < count; run++)
    for (let i = from[run]!; i < to[run]! && held[group[run]!] === 0; i++)
      if (data[i]! > 0) held[group[run]!] = 1;
  for (let run = 0; run < count; run++)
    if (held[group[run]!] === 0)
      for (let i = from[run]!; i < to[run]!; i++) if (data[i] === CREVICE) data[i] = 0;
}
