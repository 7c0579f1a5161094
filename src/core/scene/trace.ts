// In: Pieces that are images, or ink as thin shapes. Out: their lines, as distance to the middle.
// Hysteresis (photo/ink.ts), thinning (Zhang–Suen), pruning of spurs, a distance transform (8SSED).
import type { Rasterise } from '../engine.ts';
import { between, boxOfCells, gridOver, overlap, union, type Grid } from '../image/grid.ts';
import { distanceTo } from '../image/distance.ts';
import { findSheet } from '../photo/find-sheet.ts';
import { inkOn } from '../photo/ink.ts';
import { isColoured } from '../photo/is-coloured.ts';
import { isCutOut } from '../photo/is-cut-out.ts';
import { withoutSpurs } from '../photo/spurs.ts';
import { drawPieces } from './draw-pieces.ts';
import { area, painted } from './pens.ts';
import type { Memo } from '../memo.ts';
import type { Piece } from './piece.ts';
import type { Drawing } from '../svg/shape.ts';
import { brightness } from '../colour/colour.ts';
import type { Corners } from '../photo-tune.ts';
import type { Box, Plane, Rgba } from '../sketch.ts';
import { bilinearClamped, heldInside } from '../image/bilinear.ts';
import { boundsOf } from '../image/bounds.ts';
import { withoutSpecks } from '../image/components.ts';
import { thin } from '../image/skeleton.ts';

export interface Trace {
  of: 'image' | 'brush';
  /** What a line's width counts as where the drawing has none of its own: drawing units. */
  width: number;
  /** What the generator sees of it is this many times as wide as its lines usually are. */
  weight: number;
  grid: Grid;
  /** Distance to the nearest line's middle, in drawing units. */
  distance: Plane;
  /** Where a sheet's corners are seen in a photo, in shares of `grid`; null: nowhere, or no photo. */
  sheet: Corners | null;
  /** It is a picture in colours, no sketch; where a sheet is seen it is a sketch. */
  coloured: boolean;
  /** Where the lines are; null when there are none. */
  box: Box | null;
}

const GRID = 640;
// An image that covers this share of its frame has paper of its own; on paper
// darker than this, lines are white.
const MOSTLY = 0.5;
const DARK = 0.35;
// Lines on nothing are white from this brightness on.
const LIGHT = 0.75;
// Lines shorter than this many pixels are dust.
const DUST = 14;
// Side branches of a photographed line up to this long are its rough edge.
const SPUR = 9;
// A traced line is this wide, as a share of what was traced: about the canonical stroke.
const LINE = 0.01;

/** `memo`: a survey looks at its drawing several times, and its images are mostly the same. */
export function traceImages(
  drawing: Drawing,
  pieces: readonly Piece[],
  rasterise: Rasterise,
  memo: Memo<Trace | null>,
): Trace | null {
  const images = pieces.filter((piece) => piece.role === 'image');
  return memo([drawing, rasterise, ...images], () => found(drawing, images, rasterise));
}

function found(drawing: Drawing, images: readonly Piece[], rasterise: Rasterise): Trace | null {
  const frame = images.reduce<Box | null>((all, { shape }) => {
    const seen = overlap(shape.measure.box, drawing.box);
    return seen && all ? union(all, seen) : (seen ?? all);
  }, null);
  if (!frame) return null;
  const grid = gridOver(frame, GRID);
  const image = drawPieces({ drawing, pieces: images }, painted, { grid, paints: true }, rasterise);
  const isCut = isCutOut(image);
  // A photo shows the desk that its sheet lies on.
  const sheet = isCut ? null : findSheet(image);
  const coloured = sheet === null && isColoured(image);
  onPaper(image);
  const ink = withoutSpecks(inkOn(image, drawing.photo), DUST);
  const trace = middle('image', ink, grid, drawing.photo.weight);
  // What was cut out and has no lines is a picture, be it black: a logo.
  if (isCut && !trace.box) return { ...trace, sheet: null, coloured: true, box: frame };
  return { ...trace, sheet, coloured };
}

/**
 * In place: dark lines on white, whichever way they were drawn; white ones on
 * dark or on nothing are turned round.
 */
function onPaper({ data }: Rgba): void {
  let [light, opaque] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]! / 255;
    opaque += alpha;
    light += alpha * brightness([data[at]!, data[at + 1]!, data[at + 2]!]);
  }
  const full = opaque > MOSTLY * (data.length / 4);
  // Of lines on nothing all that is there is ink; of a whole image most is paper.
  const white = full ? light < DARK * opaque : light > LIGHT * opaque;
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]! / 255;
    for (let channel = at; channel < at + 3; channel++) {
      const value = white ? 255 - data[channel]! : data[channel]!;
      data[channel] = Math.round(255 + (value - 255) * alpha);
    }
    data[at + 3] = 255;
  }
}

/** Brush strokes that are filled shapes; forms painted over them hide them. */
export function traceBrushes(
  drawing: Drawing,
  pieces: readonly Piece[],
  object: Box,
  rasterise: Rasterise,
): Trace | null {
  if (!pieces.some((piece) => piece.role === 'brush')) return null;
  const grid = gridOver(object, GRID);
  const pen = (piece: Piece): string =>
    piece.role === 'brush' ? area(piece, '#fff') : piece.role === 'form' ? area(piece, '#000') : '';
  const image = drawPieces({ drawing, pieces }, pen, { grid, ground: '#000' }, rasterise);
  const data = new Uint8Array(grid.width * grid.height);
  for (let i = 0; i < data.length; i++) data[i] = image.data[4 * i]! > 110 ? 1 : 0;
  return middle('brush', { width: grid.width, height: grid.height, data }, grid);
}

function middle(of: Trace['of'], ink: Plane<Uint8Array>, grid: Grid, weight = 1): Trace {
  const lines = withoutSpurs(withoutSpecks(thin(ink), 5), of === 'image' ? SPUR : 0);
  const unit = grid.box.width / grid.width;
  const distance = distanceTo(lines);
  for (let i = 0; i < distance.data.length; i++) distance.data[i] = distance.data[i]! * unit;
  const bounds = boundsOf(lines, 1);
  const box = bounds && boxOfCells(grid, bounds);
  const width = weight * LINE * Math.max(box?.width ?? 0, box?.height ?? 0);
  return { of, width, weight, grid, distance, sheet: null, coloured: false, box };
}

/** Coverage 0…1 of the traced lines over any grid, `lineWidth` in drawing units. */
export function traced(trace: Trace, grid: Grid, lineWidth: number): Plane {
  const data = new Float32Array(grid.width * grid.height);
  const pixel = grid.box.width / grid.width;
  const { width, height } = trace.grid;
  const to = between(grid, trace.grid);
  for (let y = 0, i = 0; y < grid.height; y++) {
    const v = to.y(y) - 0.5;
    for (let x = 0; x < grid.width; x++, i++) {
      const u = to.x(x) - 0.5;
      if (u < -1 || v < -1 || u > width || v > height) continue;
      const far = bilinearClamped(trace.distance, heldInside(u, width), heldInside(v, height));
      data[i] = Math.min(1, Math.max(0, (lineWidth / 2 - far) / pixel + 0.5));
    }
  }
  return { width: grid.width, height: grid.height, data };
}
