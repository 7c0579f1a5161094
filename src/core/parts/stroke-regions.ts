// In: a drawing made of strokes. Out: the regions that its lines enclose, each a surface; holes are none.
// Closing, connected components of what is no ink, and in each the mean of the generator's coverage.
import type { Rasterise } from '../engine.ts';
import { between, type Grid } from '../image/grid.ts';
import { enclosedBy } from '../image/closing.ts';
import { distanceTo } from '../image/distance.ts';
import { OUTSIDE, regionsOf } from '../image/regions-of-mask.ts';
import { inkWidth } from '../scene/brushes.ts';
import { hasAxles } from '../scene/axles.ts';
import { drawCoverage } from '../scene/lineart.ts';
import type { Piece } from '../scene/piece.ts';
import type { Scene } from '../scene/scene.ts';
import { isStruckOut } from '../scene/struck-out.ts';
import type { Plane } from '../sketch.ts';
import { CREVICE, openLone } from './crevices.ts';
import { handleRegions, type HandlePlace } from './handles.ts';
import { isKnot } from './knots.ts';
import { isLattice } from './lattices.ts';
import { signCounters } from './signs.ts';
import { areasOf, twinsOf } from './twins.ts';
import { closedAt } from './closed-at.ts';
import { threshold } from '../image/threshold.ts';
import type { Survey } from '../scene/survey.ts';

// A region that the network believes to be covered by less than this is a hole.
const HOLE = 0.35;
// Regions below this share of the picture are gaps between strokes, not parts.
const SPECK = 8e-5;
// So are regions nowhere farther from ink than this many line widths.
const SLIM = 0.9;
// A region is long that has this many times the area of the largest disc in it.
const LONG_DISCS = 3;
/** Where a generator saw its object covered; one an object. */
interface Covering {
  square: Grid;
  /** Side of `coverage`. */
  size: number;
  /** 0…1. */
  coverage: Float32Array;
}

/** What generators saw covered, and what the name says of holes. */
export interface Coverage {
  coverings: readonly Covering[];
  /** Each pixel's object; null: there is one. */
  zones: Uint8Array | null;
  /** Where the drawing's name says that it has a handle. */
  handle: HandlePlace | null;
}

/** Per pixel: 0 for ink, outside and holes; CREVICE; or a region's number, from 1 by size. */
export function emptyRegions(
  { drawing, pieces, found }: Scene,
  grid: Grid,
  coverage: Coverage,
  rasterise: Rasterise,
): Plane<Int32Array> {
  const { width, height } = grid;
  const unit = grid.box.width / width;
  // What is printed on a surface parts nothing: a letter's counter is of the surface below. Nor do strokes in
  // a colour of their own, which lie on it, or enclose nothing, such as a bicycle's frame.
  const lines = pieces.filter(
    ({ role, area }) => role !== 'print' && !(role === 'form' && area === 'stroke'),
  );
  const list = { drawing, pieces: lines, traces: found.traces };
  const ink = threshold(drawCoverage(list, { grid, least: 1.6 * unit }, rasterise), 100);
  const inside = found.closing > 0 ? enclosedBy(ink, found.closing / unit) : null;
  const walls = inside
    ? { width, height, data: ink.data.map((value, i) => (value || !inside.data[i] ? 1 : 0)) }
    : ink;
  // Closing also fills sharp corners: pockets as small as its own radius.
  const pocket = (2.5 * found.closing) / unit;
  const { map, sizes } = regionsOf(walls, Math.max(SPECK * width * height, pocket * pocket));
  const covered = ofTwins(coveredShare(map, sizes, grid, coverage), map);
  const isOpen = isKnot(pieces) || isStruckOut(pieces) || hasAxles(pieces) || isLattice(pieces);
  const open = isOpen
    ? new Uint8Array(sizes.length).fill(1)
    : signCounters(map, sizes, ink, closedAt(pieces, grid));
  const pen = lineWidth(pieces, found) / unit;
  const outlined =
    Math.max(0, ...pieces.map((piece) => (piece.role === 'brush' ? inkWidth(piece.shape) : 0))) / unit;
  const held = handleRegions(map, sizes.length, { place: coverage.handle, pen: Math.max(pen, outlined) });
  const slim = slimRegions(map, sizes, distanceTo(walls), SLIM * pen);
  for (let i = 0; i < map.data.length; i++) {
    const region = map.data[i]!;
    const isHole = region > 0 && (covered[region]! < HOLE || open[region] === 1 || held[region] === 1);
    if (region === OUTSIDE || isHole) map.data[i] = 0;
    else if (region > 0 && slim[region]) map.data[i] = CREVICE;
    else if (region === 0 && walls.data[i] === 0) map.data[i] = CREVICE;
  }
  openLone(map, ink);
  return map;
}

/**
 * 1 for long regions whose every pixel lies within `most` pixels of a wall: between two strokes, not in a
 * ring.
 */
function slimRegions(map: Plane<Int32Array>, sizes: readonly number[], far: Plane, most: number): Uint8Array {
  const widest = new Float32Array(sizes.length);
  for (let i = 0; i < map.data.length; i++) {
    const region = map.data[i]!;
    if (region > 0) widest[region] = Math.max(widest[region]!, far.data[i]!);
  }
  return Uint8Array.from(widest, (radius, region) => {
    const disc = Math.PI * radius * radius;
    return radius <= most && sizes[region]! > LONG_DISCS * disc ? 1 : 0;
  });
}

/** The widest line's width, in drawing units. */
function lineWidth(pieces: readonly Piece[], found: Survey): number {
  const strokes = pieces.map(({ role, shape }) => (role === 'line' ? shape.stroke.width : 0));
  return Math.max(0, ...strokes, ...found.traces.map((trace) => trace.width));
}

/** What is alike is open or solid alike: each region has the mean of its twins. */
function ofTwins(covered: Float64Array, map: Plane<Int32Array>): Float64Array {
  const twins = twinsOf(areasOf(map, covered.length));
  const [sums, counts] = [new Float64Array(covered.length), new Float64Array(covered.length)];
  twins.forEach((first, region) => {
    sums[first] = sums[first]! + covered[region]!;
    counts[first] = counts[first]! + 1;
  });
  return Float64Array.from(twins, (first) => sums[first]! / counts[first]!);
}

/** Per region, the mean of the coverage that the network saw there. */
function coveredShare(
  map: Plane<Int32Array>,
  sizes: readonly number[],
  grid: Grid,
  { coverings, zones }: Coverage,
): Float64Array {
  const sums = new Float64Array(sizes.length);
  coverings.forEach(({ square, size, coverage }, object) => {
    const to = between(grid, square);
    const clamp = (v: number): number => Math.min(size - 1, Math.max(0, Math.floor(v)));
    const columns = Int32Array.from({ length: map.width }, (_, x) => clamp(to.x(x)));
    for (let y = 0, i = 0; y < map.height; y++) {
      const row = size * clamp(to.y(y));
      for (let x = 0; x < map.width; x++, i++) {
        const region = map.data[i]!;
        if (region <= 0 || (zones && zones[i] !== object)) continue;
        sums[region] = sums[region]! + coverage[row + columns[x]!]!;
      }
    }
  });
  return sums.map((sum, region) => sum / (sizes[region] || 1));
}
