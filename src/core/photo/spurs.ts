// In: lines one pixel wide, as thinning leaves them. Out: the same without side branches of a rough edge.
// Pruning: from each loose end along 8 neighbours to where lines meet.
import type { Plane } from '../sketch.ts';

/** `most`: branches of up to so many pixels go; lines that branch off nothing stay, however short. */
export function withoutSpurs(lines: Plane<Uint8Array>, most: number): Plane<Uint8Array> {
  const { width, height } = lines;
  const data = Uint8Array.from(lines.data);
  const ring = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
  const beside = (i: number): number[] => ring.map((step) => i + step).filter((j) => data[j]);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const start = y * width + x;
      if (!data[start] || beside(start).length !== 1) continue;
      for (const i of branch(start, most, beside)) data[i] = 0;
    }
  }
  return { width, height, data };
}

/** From a loose end to where it meets other lines; nothing where it meets none so soon. */
function branch(start: number, most: number, beside: (i: number) => number[]): number[] {
  const path = [start];
  for (let i = start; path.length <= most;) {
    const on = beside(i).filter((j) => !path.includes(j) && !isBehind(j, path, beside));
    if (on.length === 0) return [];
    if (on.length > 1) return isLine(on, beside) ? path : path.slice(0, -1);
    i = on[0] ?? start;
    path.push(i);
  }
  return [];
}

/**
 * Whether they hang together without the pixel that is beside them all;
 * else that one is where the lines meet.
 */
function isLine(on: readonly number[], beside: (i: number) => number[]): boolean {
  return on.every((j) => beside(j).some((k) => on.includes(k)));
}

/** Touches the pixel before the last one, too: a step of the line itself. */
function isBehind(j: number, path: readonly number[], beside: (i: number) => number[]): boolean {
  const before = path.at(-2);
  return before !== undefined && beside(before).includes(j);
}
