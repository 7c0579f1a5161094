// In: ink, and the regions that it encloses. Out: which of those are a letter's counters: what lies in them
// is open.
// By area: an island of ink (connected component) that encloses little for its size is a sign, an A, a #,
// scissors; one that stands on a line with such a sign, or with ink that encloses nothing, is a letter beside
// it.
import { include, noBounds, type Bounds } from '../image/bounds.ts';
import { runsOf } from '../image/components.ts';
import { isBarredRing, type Region } from './barred-ring.ts';
import type { Plane } from '../sketch.ts';
import { areasOf, twinsOf } from './twins.ts';

// What a sign encloses, as a share of its own ink; and what a letter in a row does.
const LITTLE = 0.4;
const LETTER = 0.5;
// From so many regions on no letter has, and this share, it is a body of many cells: a flower.
const CELLS = 5;
const SPARSE = 0.25;
// What ink as large as another, which is no sign, encloses at least; and within which share of their sides
// they are as large.
const TWIN = 0.3;
const AS_LARGE = 0.04;
// Letters of a row: their feet are level within this share of the higher one, their heights and gaps in these
// shares of it.
const LEVEL = 0.04;
const LOW = 0.6;
const GAP = 0.6;
// Letters are neither bars nor plates: width by height.
const SLIM = 0.2;
const WIDE = 1.4;

interface Island extends Bounds {
  ink: number;
  /** Pixels of the regions that it is the outer border of. */
  enclosed: number;
  regions: Region[];
  /** It lies in a region of another one. */
  nested: boolean;
}

/** 1 for each open region, by number. `map`: of regionsOf; `ink`: 1 for ink; `bodies`: pixels of no sign. */
export function signCounters(
  map: Plane<Int32Array>,
  sizes: readonly number[],
  ink: Plane<Uint8Array>,
  bodies: readonly number[] = [],
): Uint8Array {
  const { islands, at } = islandsOf(ink, map);
  const known = new Set(bodies.map((i) => at[i]!));
  const outer = new Int32Array(sizes.length).fill(-1);
  const seen = new Uint8Array(sizes.length);
  const middles = middlesOf(map, sizes);
  map.data.forEach((region, i) => {
    if (region <= 0 || seen[region] === 1) return;
    seen[region] = 1;
    // Above a region's first pixel in reading order is what encloses it.
    outer[region] = i < map.width ? -1 : at[i - map.width]!;
    const island = islands[outer[region]];
    island?.regions.push(middles[region]!);
    if (island) island.enclosed += sizes[region]!;
  });
  const signs = islands.map(
    (island, i) =>
      !known.has(i) &&
      ((isSign(island) && !islands.some((other) => isTwin(island, other))) ||
        (isLetter(island) && standsInRow(island, islands)) ||
        (!island.nested && isBarredRing(island, island.regions))),
  );
  const open = Array.from(outer, (island) => signs[island] === true);
  // A motorbike's wheels: one hangs at its frame, the other stands free.
  const twins = twinsOf(areasOf(map, sizes.length));
  const openTwins = new Set(twins.filter((_, region) => open[region] === true));
  const isFree = (island: number): boolean => islands[island]?.nested === false;
  return Uint8Array.from(outer, (island, region) =>
    open[region] === true || (isFree(island) && openTwins.has(twins[region]!)) ? 1 : 0,
  );
}

const isSign = ({ ink, enclosed, nested, regions }: Island): boolean =>
  !nested && enclosed < (regions.length >= CELLS ? SPARSE : LITTLE) * ink;

/** Of two alike things, boxes on equal bars, both are bodies where one is. */
function isTwin(island: Island, other: Island): boolean {
  if (isSign(other) || other.nested || island.enclosed < TWIN * island.ink) return false;
  const alike = (side: 'x' | 'y'): boolean => {
    const [own, others] = [island, other].map((one) => one[`${side}1`] - one[`${side}0`] + 1) as [
      number,
      number,
    ];
    return Math.abs(own - others) <= AS_LARGE * others;
  };
  return alike('x') && alike('y') && island.regions.length === other.regions.length;
}

function isLetter({ ink, enclosed, nested, x0, x1, y0, y1 }: Island): boolean {
  const shape = (x1 - x0 + 1) / (y1 - y0 + 1);
  return !nested && enclosed < LETTER * ink && shape > SLIM && shape < WIDE;
}

function standsInRow(island: Island, islands: readonly Island[]): boolean {
  return islands.some((other) => {
    if (other === island || !isLetter(other) || !isSign(other)) return false;
    const [height, lower] = [island, other].map(({ y0, y1 }) => y1 - y0 + 1).sort((a, b) => b - a) as [
      number,
      number,
    ];
    const gap = Math.max(other.x0 - island.x1, island.x0 - other.x1);
    return (
      Math.abs(other.y1 - island.y1) <= LEVEL * height &&
      lower >= LOW * height &&
      gap > 0 &&
      gap < GAP * height
    );
  });
}

/** By region, from 1 on; 0 stands for what is none. */
function middlesOf({ width, data }: Plane<Int32Array>, sizes: readonly number[]): Region[] {
  const sums = sizes.map((size) => ({ size, x: 0, y: 0 }));
  data.forEach((region, i) => {
    if (region <= 0) return;
    const sum = sums[region]!;
    sum.x += i % width;
    sum.y += Math.floor(i / width);
  });
  return sums.map(({ size, x, y }) => ({ size, x: x / (size || 1), y: y / (size || 1) }));
}

/** Also at corners. `at`: per pixel the index of its island, −1 where there is no ink. */
function islandsOf(ink: Plane<Uint8Array>, map: Plane<Int32Array>): { islands: Island[]; at: Int32Array } {
  const { width, height, data } = ink;
  const at = new Int32Array(data.length).fill(-1);
  const islands: Island[] = [];
  const { count, from, to, group } = runsOf(ink, 1, true);
  const index = new Int32Array(count);
  for (let run = 0; run < count; run++) {
    const [left, right, root] = [from[run]!, to[run]!, group[run]!];
    // A root is the first of its group in reading order: above it lies what the island is in.
    if (root === run) {
      const nested = left >= width && map.data[left - width]! > 0;
      index[run] = islands.push({ ...noBounds(width, height), ink: 0, enclosed: 0, regions: [], nested }) - 1;
    }
    const island = islands[index[root]!]!;
    at.fill(index[root]!, left, right);
    island.ink += right - left;
    const y = Math.floor(left / width);
    include(island, left - y * width, y);
    include(island, right - 1 - y * width, y);
  }
  return { islands, at };
}
