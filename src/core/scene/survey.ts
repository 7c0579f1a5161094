// In: Pieces. Out: where the object lies, and whether its surfaces are painted or only outlined.
// Layout analysis in pixels: what ink encloses, and the least closing (closing.ts) at which outlines hold.
import { penWidth } from './pen-width.ts';
import { inTheAir } from './floating-strokes.ts';
import type { Rasterise } from '../engine.ts';
import { boundsOf } from '../image/bounds.ts';
import { boxOfCells, gridOver, overlap, union, type Grid } from '../image/grid.ts';
import { enclosedBy } from '../image/closing.ts';
import { drawCoverage, drawForms } from './lineart.ts';
import type { Memo } from '../memo.ts';
import { splitObjects, type Objects } from './objects.ts';
import type { Piece } from './piece.ts';
import type { Drawing } from '../svg/shape.ts';
import type { Box, Plane } from '../sketch.ts';
import { traceBrushes, traceImages, type Trace } from './trace.ts';

export interface Survey {
  /** Everything that is painted, clipped and masked. */
  object: Box;
  /** Surfaces are what lines enclose, not what is filled. */
  strokeOnly: boolean;
  /**
   * Half the widest gap in the outline that counts as closed, in drawing units; 0 where surfaces are painted.
   */
  closing: number;
  /** Gaps had to be looked for. */
  guessed: boolean;
  /** Nothing closes, with gaps allowed. */
  open: boolean;
  /** What lines enclose, as a share of the grid that was looked at; 0 where surfaces are painted. */
  enclosed: number;
  /** Lines that had to be found in pixels. */
  traces: readonly Trace[];
  objects: Objects;
  /** Strokes that stand apart from everything solid. */
  air: ReadonlySet<Piece>;
}

const GRID = 512;
// What a closed outline should enclose of the object's box, at least, before gaps are looked for.
const ENOUGH = 0.12;
// Gap radii tried, in pixels of the survey's grid: up to 3.5 % of the object.
const RADII = [2, 3, 5, 8, 12, 18];
/** So many times `closing` is bridged: a little more than the closing itself reaches. */
export const BRIDGED = 2.2;
/** Of the object's longer side: a wider gap is never taken for closed. */
export const WIDEST_GAP = (BRIDGED * RADII.at(-1)!) / GRID;
const SMALL = 5;
// A pen is broad above this share of the object; gaps up to this share of its width are slits.
const BROAD = 0.04;
const SLIT = 0.35;
// Coverage, of 255, from which on a pixel counts for the object's bounds.
const SEEN = 24;

/**
 * Null: nothing is painted inside the frame. Pieces in the air count for `object`
 * alone. `images`: as traceImages has it.
 */
export function survey(
  drawing: Drawing,
  pieces: readonly Piece[],
  rasterise: Rasterise,
  images: Memo<Trace | null>,
): Survey | null {
  const seen = surveyed(drawing, pieces, rasterise, images);
  if (!seen || seen.air.size === 0) return seen;
  const { air } = seen;
  const grounded = pieces.filter((piece) => !air.has(piece));
  const found = surveyed(drawing, grounded, rasterise, images);
  return found && { ...found, object: seen.object, air };
}

function surveyed(
  drawing: Drawing,
  pieces: readonly Piece[],
  rasterise: Rasterise,
  images: Memo<Trace | null>,
): Survey | null {
  const rest = whereIs(drawing, pieces, rasterise);
  const image = traceImages(drawing, pieces, rasterise, images);
  const object = rest && image?.box ? union(rest, image.box) : (rest ?? image?.box);
  if (!object) return null;
  const brush = traceBrushes(drawing, pieces, object, rasterise);
  const traces = [image, brush].filter((trace) => trace !== null);
  const grid = padded(gridOver(object, GRID), 4);
  // Hairlines count as ink all the same: at least one and a half pixels here.
  const least = (1.5 * grid.box.width) / grid.width;
  const ink = threshold(drawCoverage({ drawing, pieces, traces }, { grid, least }, rasterise), 96);
  const forms = drawForms({ drawing, pieces }, grid, rasterise);
  const whole = enclosedBy(ink, 0);
  const inside = count(whole.data);
  let formed = 0;
  for (const value of forms.data) if (value > 0.5) formed++;
  // Where all that is drawn is surfaces, what they leave open is a hole: a ring's, a letter's.
  const drawn = pieces.some(({ role }) => role === 'line' || role === 'brush' || role === 'image');
  const strokeOnly = drawn && formed < 0.5 * inside;
  if (!strokeOnly) {
    const objects = splitObjects(whole, grid, object);
    const air = inTheAir(pieces, whole, ink, grid);
    return { object, strokeOnly, closing: 0, guessed: false, open: false, enclosed: 0, traces, objects, air };
  }
  const painted = count(ink.data);
  const wanted = ENOUGH * grid.width * grid.height;
  let best = { radius: 0, gain: inside - painted };
  // Whoever draws with a broad pen leaves gaps on purpose, but for slits.
  const pen = (penWidth(pieces) * grid.width) / grid.box.width;
  const widest = pen > BROAD * Math.max(grid.width, grid.height) ? SLIT * pen : Infinity;
  for (const radius of RADII) {
    if (2 * radius > widest) break;
    // Wide gaps are looked for only while hardly anything is closed; a spout left
    // open by a hand is looked for always.
    if (radius > SMALL && best.gain + formed >= wanted) break;
    const gain = count(enclosedBy(ink, radius).data) - painted;
    if (gain > 1.02 * best.gain + 0.02 * wanted) best = { radius, gain };
  }
  // This grid's own pixels close gaps that a finer one would see: at least those stay closed at every size.
  const closing = (Math.max(1, best.radius) * grid.box.width) / grid.width;
  const closed = best.radius > 0 ? enclosedBy(ink, best.radius) : whole;
  return {
    object,
    strokeOnly,
    closing,
    guessed: best.radius > 0,
    open: best.gain + formed < 0.1 * wanted,
    enclosed: best.gain / (grid.width * grid.height),
    traces,
    objects: splitObjects(closed, grid, object),
    air: inTheAir(pieces, closed, ink, grid),
  };
}

/** In two looks: a small thing in a large frame is seen at full resolution in the second. */
function whereIs(drawing: Drawing, pieces: readonly Piece[], rasterise: Rasterise): Box | null {
  let view: Box = drawing.box;
  for (let look = 0; look < 3; look++) {
    const grid = gridOver(view, GRID);
    const least = (1.2 * grid.box.width) / grid.width;
    const cells = boundsOf(drawCoverage({ drawing, pieces, traces: [] }, { grid, least }, rasterise), SEEN);
    if (!cells) return null;
    const [across, down] = [grid.box.width / grid.width, grid.box.height / grid.height];
    const found = boxOfCells(grid, cells, down);
    if (Math.max(cells.x1 - cells.x0, cells.y1 - cells.y0) > GRID / 3)
      return overlap(found, drawing.box) ?? found;
    const pad = 2 * Math.max(across, down);
    view = {
      x: found.x - pad,
      y: found.y - pad,
      width: found.width + 2 * pad,
      height: found.height + 2 * pad,
    };
  }
  return overlap(view, drawing.box) ?? view;
}

/** The same pixels with `border` more of them on each side. */
export function padded(grid: Grid, border: number): Grid {
  const [across, down] = [grid.box.width / grid.width, grid.box.height / grid.height];
  const { x, y, width, height } = grid.box;
  return {
    box: {
      x: x - border * across,
      y: y - border * down,
      width: width + 2 * border * across,
      height: height + 2 * border * down,
    },
    width: grid.width + 2 * border,
    height: grid.height + 2 * border,
  };
}

export function threshold(plane: Plane<Uint8Array>, least: number): Plane<Uint8Array> {
  const data = new Uint8Array(plane.data.length);
  for (let i = 0; i < data.length; i++) data[i] = plane.data[i]! >= least ? 1 : 0;
  return { width: plane.width, height: plane.height, data };
}

function count(mask: Uint8Array): number {
  let n = 0;
  for (const value of mask) n += value;
  return n;
}
