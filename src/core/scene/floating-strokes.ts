// In: pieces, and what all of them enclose. Out: strokes that hang in the air: steam, rays, marks of motion.
// Connected components (8 neighbours) that only open strokes lie in, and no other comes near (8SSED).
import { brightness } from '../colour/colour.ts';
import { colourOf, type Shape } from '../svg/shape.ts';
import { include, noBounds, type Bounds } from '../image/bounds.ts';
import { distanceTo } from '../image/distance.ts';
import { pixelAt, type Grid } from '../image/grid.ts';
import { hullOf, isInHull } from '../image/hull.ts';
import { polylines } from '../svg/path.ts';
import { along } from '../svg/polyline.ts';
import { islandsIn, type Island } from './islands.ts';
import { hasHue } from './outline-pen.ts';
import type { Piece } from './piece.ts';
import { strokeWords } from './stroke-words.ts';
import { isStruckOut } from './struck-out.ts';
import type { Plane } from '../sketch.ts';

// A gap below this share of the picture is a slip of the pen: what ends there is meant to touch.
const TOUCHING = 0.012;
// An island that is larger than its ink by this share encloses something.
const HOLLOW = 1.15;
// Steam and rays are less than what they come from: an island's longer side, and all of their ink, as shares
// of that.
const SHORT_SHARE = 0.7;
const LITTLE = 0.5;
const CURVES = /[CSQTA]/i;
// The share of an island within the convex hull of all that is solid from which on it lies among that.
const AMONG = 0.5;

/**
 * Beside filled forms a stroke of more than this share of the picture, darker than steam, is a bar: a clock's
 * hand, a needle.
 */
const BROAD = 0.03;
const PALE = 0.6;

/**
 * Open strokes that stand apart from every solid thing; none where nothing solid is drawn.
 * They are ink in the picture, for made solid they would be sausages. `whole`: 1 for ink and
 * what it encloses; `ink`: 1 for ink.
 */
export function inTheAir(
  pieces: readonly Piece[],
  whole: Plane<Uint8Array>,
  ink: Plane<Uint8Array>,
  grid: Grid,
): ReadonlySet<Piece> {
  const isFilled = pieces.some(({ area, role }) => area === 'fill' && role === 'form');
  // Where no pen draws, each stroke is a thing in its own colour.
  if (!isFilled && pieces.every(({ role }) => role !== 'line')) return new Set();
  const broad = BROAD * Math.max(grid.box.width, grid.box.height);
  const isBar = ({ stroke }: Shape): boolean =>
    isFilled && stroke.width > broad && brightness(colourOf(stroke.paint) ?? [255, 255, 255]) < PALE;
  // Letters are no steam, wherever they stand.
  const written = strokeWords(pieces.map(({ shape }) => shape));
  const open = pieces.filter(
    ({ area, role, shape }) =>
      area === 'stroke' &&
      (role === 'line' || role === 'form') &&
      !shape.measure.closed &&
      !hasHue(shape) &&
      !written.has(shape) &&
      !isBar(shape),
  );
  if (open.length === 0 || isStruckOut(pieces)) return new Set();
  const { map, islands } = islandsIn(whole, ink);
  const unit = grid.box.width / grid.width;
  const islandAt = (x: number, y: number): number | null => {
    const cell = pixelAt(grid, x, y);
    return cell === null || map[cell]! < 0 ? null : map[cell]!;
  };
  const places = (piece: Piece): number[] => {
    const step = Math.max(unit, piece.shape.measure.length / 40);
    return [...along(polylines(piece.shape.d), step)].flatMap(([x, y]) => pixelAt(grid, x, y) ?? []);
  };
  const floating = new Set(islands.flatMap(({ whole: all, ink: own }, i) => (all > HOLLOW * own ? [] : [i])));
  for (const piece of pieces) {
    // Most drawings are one island, and the first solid piece grounds it.
    if (floating.size === 0) return new Set();
    if (open.includes(piece)) continue;
    for (const at of places(piece)) floating.delete(map[at]!);
  }
  if (floating.size === 0 || floating.size === islands.length) return new Set();
  const solid = Uint8Array.from(map, (island) => (island >= 0 && !floating.has(island) ? 1 : 0));
  const far = distanceTo({ ...whole, data: solid }).data;
  const near = TOUCHING * Math.max(grid.width, grid.height);
  map.forEach((island, i) => island >= 0 && far[i]! < near && floating.delete(island));
  if (!isLittle(islands, floating) || liesAmong(map, floating, grid)) return new Set();
  for (const island of signs(open, islandAt)) floating.delete(island);
  return new Set(
    open.filter((piece) => {
      const on = places(piece);
      return on.length > 0 && on.every((at) => floating.has(map[at]!));
    }),
  );
}

/** Islands of straight lines that meet: a plus, a tick, an arrow. Rays are one line each, steam is bent. */
function signs(pieces: readonly Piece[], islandAt: (x: number, y: number) => number | null): number[] {
  const sides = new Map<number, number>();
  for (const { shape } of pieces) {
    const isBent = CURVES.test(shape.d);
    for (const { points } of polylines(shape.d)) {
      const island = islandAt(points[0]!, points[1]!);
      if (island === null) continue;
      sides.set(island, isBent ? NaN : (sides.get(island) ?? 0) + points.length / 2 - 1);
    }
  }
  return [...sides].flatMap(([island, count]) => (count > 1 ? [island] : []));
}

function isLittle(islands: readonly Island[], floating: ReadonlySet<number>): boolean {
  const [air, ground] = [true, false].map((up) => islands.filter((_, i) => floating.has(i) === up));
  const side = ({ x0, y0, x1, y1 }: Bounds): number => Math.max(x1 - x0, y1 - y0);
  const size = (all: readonly Island[]): number => all.reduce((sum, { whole }) => sum + whole, 0);
  const box = noBounds(Infinity, Infinity);
  for (const { x0, y0, x1, y1 } of ground!) {
    include(box, x0, y0);
    include(box, x1, y1);
  }
  return (
    air!.every((island) => side(island) < SHORT_SHARE * side(box)) && size(air!) < LITTLE * size(ground!)
  );
}

/** Whether one lies among what is solid, by half: a rider between wheels. Steam and rays lie beside it. */
function liesAmong(map: Int32Array, floating: ReadonlySet<number>, { width }: Grid): boolean {
  const placeOf = (i: number): [number, number] => [i % width, Math.floor(i / width)];
  const ends: [number, number][] = [];
  map.forEach((island, i) => {
    if (island < 0 || floating.has(island)) return;
    if (map[i - 1] !== island || map[i + 1] !== island) ends.push(placeOf(i));
  });
  const [hull, pixels] = [hullOf(ends), new Map([...floating].map((one) => [one, { all: 0, among: 0 }]))];
  map.forEach((island, i) => {
    const own = pixels.get(island);
    if (own) own.all++;
    if (own && isInHull(hull, ...placeOf(i))) own.among++;
  });
  return [...pixels.values()].some(({ all, among }) => among > AMONG * all);
}
