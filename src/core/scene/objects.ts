// In: a mask of all that is solid. Out: the objects that stand apart, and to which every place belongs.
// Connected components after a dilation by half the least distance (8SSED); minor ones join the nearest.
import { distanceTo } from '../image/distance.ts';
import { include, noBounds, type Bounds } from '../image/bounds.ts';
import { boxOfCells, type Grid } from '../image/grid.ts';
import { runsOf, sizesOf } from '../image/components.ts';
import type { Box, Plane } from '../sketch.ts';

export interface Objects {
  /** In drawing coordinates, largest first. */
  boxes: Box[];
  /** Over `grid`: index into `boxes` of the nearest object. Null when there is one object only. */
  zones: { grid: Grid; data: Uint8Array } | null;
}

// Things nearer than this share of the picture are one object: a lid above its pot, steam above a cup.
const APART = 0.04;
// A thing smaller than this share of the largest belongs to its neighbour.
const MINOR = 0.2;
// More objects than this are a pattern, seen as a whole.
const MOST_OBJECTS = 8;

interface Group extends Bounds {
  size: number;
}

export function splitObjects(inside: Plane<Uint8Array>, grid: Grid, whole: Box): Objects {
  const one: Objects = { boxes: [whole], zones: null };
  const { width, height } = inside;
  if (oneIsAll(inside)) return one;
  // What is near touches once everything is grown by half the distance.
  const near = distanceTo(inside);
  const half = (APART * Math.max(width, height)) / 2;
  const grown = new Uint8Array(near.data.length);
  for (let i = 0; i < grown.length; i++) if (near.data[i]! <= half) grown[i] = 1;
  const { map, groups } = components(grown, inside);
  const large = groups.filter((group) => group.size > 0);
  large.sort((a, b) => b.size - a.size);
  const most = large[0]?.size ?? 0;
  const kept = large.filter((group) => group.size >= MINOR * most);
  if (kept.length < 2 || kept.length > MOST_OBJECTS) return one;
  const data = new Uint8Array(width * height);
  const index = groups.map((group) => kept.indexOf(group));
  // Every place goes to the object whose box is nearest; that also settles what is minor.
  const away = (x: number, y: number, group: Group): number =>
    Math.hypot(Math.max(group.x0 - x, 0, x - group.x1), Math.max(group.y0 - y, 0, y - group.y1));
  const own = groups.map((group, i) => {
    const known = index[i]!;
    if (known >= 0 || group.size === 0) return known;
    const [x, y] = [(group.x0 + group.x1) / 2, (group.y0 + group.y1) / 2];
    const far = kept.map((other) => away(x, y, other));
    return far.indexOf(Math.min(...far));
  });
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const at = map[i]!;
      if (at >= 0) data[i] = Math.max(0, own[at]!);
      else {
        let [best, least] = [0, Infinity];
        for (const [k, group] of kept.entries()) {
          const far = away(x, y, group);
          if (far < least) [best, least] = [k, far];
        }
        data[i] = best;
      }
    }
  }
  // Minor things widen the box of the object that they belong to.
  groups.forEach((group, i) => {
    const to = kept[own[i]!];
    if (!to || group.size === 0) return;
    include(to, group.x0, group.y0);
    include(to, group.x1, group.y1);
  });
  return { boxes: kept.map((group) => boxOfCells(grid, group)), zones: { grid, data } };
}

/** Whether all but the largest thing together are minor: then nothing can stand apart from it. */
function oneIsAll(inside: Plane<Uint8Array>): boolean {
  let [all, most] = [0, 0];
  for (const size of sizesOf(runsOf(inside, 1))) {
    all += size;
    if (size > most) most = size;
  }
  return all - most < MINOR * most;
}

/**
 * Groups of grown pixels that touch; size and box count solid pixels only. `map`: index of the group, or −1.
 */
function components(grown: Uint8Array, inside: Plane<Uint8Array>): { map: Int32Array; groups: Group[] } {
  const { width, height } = inside;
  const map = new Int32Array(width * height).fill(-1);
  const groups: Group[] = [];
  const { count, from, to, group } = runsOf({ width, height, data: grown }, 1);
  const index = new Int32Array(count);
  for (let run = 0; run < count; run++) {
    const root = group[run]!;
    if (root === run) index[run] = groups.push({ size: 0, ...noBounds(width, height) }) - 1;
    const at = index[root]!;
    const own = groups[at]!;
    const [left, right] = [from[run]!, to[run]!];
    map.fill(at, left, right);
    const y = Math.floor(left / width);
    for (let i = left; i < right; i++) {
      if (inside.data[i] === 0) continue;
      own.size++;
      include(own, i - y * width, y);
    }
  }
  return { map, groups };
}

/** Per pixel of `grid`: the object it belongs to; null for one object. */
export function zonesOver({ zones }: Objects, grid: Grid): Uint8Array | null {
  if (!zones) return null;
  const data = new Uint8Array(grid.width * grid.height);
  const from = zones.grid;
  const unit = from.box.width / from.width;
  const clamp = (v: number, most: number): number => Math.min(most - 1, Math.max(0, Math.floor(v)));
  const columns = Int32Array.from({ length: grid.width }, (_, x) =>
    clamp((grid.box.x + ((x + 0.5) * grid.box.width) / grid.width - from.box.x) / unit, from.width),
  );
  for (let y = 0, i = 0; y < grid.height; y++) {
    const v = clamp(
      (grid.box.y + ((y + 0.5) * grid.box.height) / grid.height - from.box.y) / unit,
      from.height,
    );
    for (let x = 0; x < grid.width; x++, i++) data[i] = zones.data[v * from.width + columns[x]!]!;
  }
  return data;
}
