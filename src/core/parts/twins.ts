// In: areas with their boxes. Out: which are twins: as large, as long and as wide, on whichever side they
// lie.
import { include, noBounds, type Bounds } from '../image/bounds.ts';
import type { Plane } from '../sketch.ts';

export interface Area {
  pixels: number;
  box: Bounds;
}

// Shares by which areas and sides of twins may differ; a side that is found in pixels is uneven by two of
// them.
const AREA = 0.06;
const SIDE = 0.04;
const PIXELS = 2;

/** Of what bears each number below `count`; 0 and less stand for what is none. */
export function areasOf({ width, height, data }: Plane<Int32Array>, count: number): Area[] {
  const areas = Array.from({ length: count }, (): Area => ({ pixels: 0, box: noBounds(width, height) }));
  data.forEach((number, i) => {
    if (number <= 0) return;
    const area = areas[number]!;
    area.pixels++;
    include(area.box, i % width, Math.floor(i / width));
  });
  return areas;
}

/** Per area the index of the first that is like it: its own where none came before. */
export function twinsOf(areas: readonly Area[]): number[] {
  const firsts: number[] = [];
  return areas.map((area, i) => {
    const first = firsts.find((k) => areTwins(area, areas[k]!)) ?? i;
    if (first === i) firsts.push(i);
    return first;
  });
}

function areTwins(one: Area, two: Area): boolean {
  if (Math.abs(one.pixels - two.pixels) > AREA * Math.max(one.pixels, two.pixels)) return false;
  const other = sidesOf(two);
  return sidesOf(one).every((side, i) => Math.abs(side - other[i]!) <= SIDE * side + PIXELS);
}

/** Shorter first: a twin may stand across. */
function sidesOf({ box: { x0, x1, y0, y1 } }: Area): number[] {
  return [x1 - x0 + 1, y1 - y0 + 1].sort((a, b) => a - b);
}
