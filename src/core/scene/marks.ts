// In: pieces of a drawing of lines, and where it lies. Out: the same, with the ink that stands alone on a
// surface as print: a clock's hands, a smile, an arrow on a box. By connected components of the ink, each
// against what the others enclose.
import { boundsOf, include, noBounds, type Bounds } from '../image/bounds.ts';
import { enclosedBy } from '../image/closing.ts';
import { runsOf } from '../image/components.ts';
import { gridOver, padded, type Grid } from '../image/grid.ts';
import { inkWidth } from './brushes.ts';
import { concentric } from './concentric.ts';
import type { Rasterise } from '../engine.ts';
import { drawCoverage } from './lineart.ts';
import { drawPieces } from './draw-pieces.ts';
import { area } from './pens.ts';
import type { DisplayList, Piece } from './piece.ts';
import type { Drawing } from '../svg/shape.ts';
import { penWidth } from './pen-width.ts';
import { islandsOf, strokesOf } from './subpaths.ts';
import { contoursIn } from '../svg/winding.ts';
import type { Box, Plane } from '../sketch.ts';
import { threshold } from '../image/threshold.ts';

const GRID = 320;
// Thinner ink than this share of the object's longer side tells of form: a seam, a fold.
const BROAD = 0.028;
// Solid marks are up to this many times as broad as the pen.
const SOLID = 1.5;
// What encloses more than this share of its own box is a part: a lens, a button.
const RING = 0.5;
// What leaves less than this share of its box open inside is a letter, if it is not as wide as high, give or
// take this, or if what is open lies aside of the middle by this share of the box.
const COUNTER = 0.36;
const ROUND = 0.12;
const ASIDE = 0.15;
// More ink than this is a pattern.
const MOST_MARKS = 48;

/** `object`: where all that is drawn lies. `closing`: as Survey has it. */
export function withMarks(
  drawing: Drawing,
  pieces: readonly Piece[],
  { object, closing }: { object: Box; closing: number },
  rasterise: Rasterise,
): readonly Piece[] {
  const extent = Math.max(object.width, object.height);
  const pen = penWidth(pieces);
  // What is solid, and no broader than the pen's lines, is ink like these: a tick, an eye.
  const isInk = ({ role, bare, shape }: Piece): boolean =>
    role === 'brush' || role === 'line' || (bare && inkWidth(shape) < SOLID * pen);
  if (pieces.some((piece) => isInk(piece) && contoursIn(piece.shape.d) > MOST_MARKS)) return pieces;
  const split = pieces.flatMap((piece) =>
    piece.role === 'brush' ? islandsOf(piece) : piece.role === 'line' ? strokesOf(piece) : [piece],
  );
  const inked = split.filter(isInk);
  if (inked.length < 2 || inked.length > MOST_MARKS) return pieces;
  if (!inked.some((piece) => widthOf(piece) > BROAD * extent)) return pieces;
  const grid = padded(gridOver(object, GRID), 4);
  const ink = threshold(drawCoverage({ drawing, pieces: inked, traces: [] }, { grid }, rasterise), 96);
  const { map, count } = labelled(ink);
  if (count > MOST_MARKS) return pieces;
  const radius = (closing * grid.width) / grid.box.width;
  const marks = new Set<number>();
  for (let island = 0; island < count; island++) if (isMark(ink, map, island, radius)) marks.add(island);
  for (const island of concentric(boxesOf(map, count, grid))) marks.add(island);
  if (marks.size === 0) return pieces;
  return split.map((piece) => {
    if (!inked.includes(piece) || widthOf(piece) <= BROAD * extent) return piece;
    const on = islandUnder({ drawing, pieces: [piece] }, map, grid, rasterise);
    return on.size > 0 && [...on].every((island) => marks.has(island)) ? { ...piece, role: 'print' } : piece;
  });
}

/** Ink that the other ink encloses, and that encloses nothing much itself. */
function isMark(ink: Plane<Uint8Array>, map: Int32Array, island: number, radius: number): boolean {
  const rest = { ...ink, data: ink.data.map((value, i) => (map[i] === island ? 0 : value)) };
  const around = enclosedBy(rest, radius).data;
  const own = { ...ink, data: ink.data.map((_, i) => (map[i] === island ? 1 : 0)) };
  const bounds = boundsOf(own, 1);
  if (!bounds || own.data.some((value, i) => value === 1 && around[i] === 0)) return false;
  const inside = enclosedBy(own, 0).data;
  let [painted, enclosed, sumX, sumY] = [0, 0, 0, 0];
  own.data.forEach((value, i) => {
    painted += value;
    enclosed += inside[i]!;
    if (value === 1 || inside[i] === 0) return;
    sumX += i % ink.width;
    sumY += Math.floor(i / ink.width);
  });
  const [across, down] = [bounds.x1 - bounds.x0 + 1, bounds.y1 - bounds.y0 + 1];
  const box = across * down;
  if (enclosed < 1.1 * painted || enclosed < RING * box) return true;
  // A letter's counter, or a digit's: rings are as wide as high, and open in their middle.
  const open = enclosed - painted;
  const aside = Math.hypot(
    (sumX / open - (bounds.x0 + bounds.x1) / 2) / across,
    (sumY / open - (bounds.y0 + bounds.y1) / 2) / down,
  );
  return (Math.abs(across / down - 1) > ROUND || aside > ASIDE) && open < COUNTER * box;
}

/** Connected components, also at corners; −1 where there is no ink. */
function labelled(ink: Plane<Uint8Array>): { map: Int32Array; count: number } {
  const map = new Int32Array(ink.data.length).fill(-1);
  const { count: runs, from, to, group } = runsOf(ink, 1, true);
  const number = new Int32Array(runs);
  let count = 0;
  for (let run = 0; run < runs; run++) {
    if (group[run] === run) number[run] = count++;
    map.fill(number[group[run]!]!, from[run], to[run]);
  }
  return { map, count };
}

function boxesOf(map: Int32Array, count: number, { width, height }: Grid): Bounds[] {
  const boxes = Array.from({ length: count }, () => noBounds(width, height));
  map.forEach((island, i) => {
    if (island >= 0) include(boxes[island]!, i % width, Math.floor(i / width));
  });
  return boxes;
}

/** Where the pieces lie. */
function islandUnder(
  list: DisplayList,
  map: Int32Array,
  grid: Grid,
  rasterise: Rasterise,
): ReadonlySet<number> {
  const image = drawPieces(list, (own) => area(own, '#fff'), { grid }, rasterise);
  const found = new Set<number>();
  map.forEach((island, i) => island >= 0 && image.data[4 * i + 3]! > 96 && found.add(island));
  return found;
}

/** Mean width of the ink, drawing units. */
function widthOf({ shape, area: part }: Piece): number {
  return part === 'fill' ? inkWidth(shape) : shape.stroke.width;
}
