// In: pieces, a pen, a page. Out: what the pen draws of them, in pixels, cut off where the frame cuts.
// Cut by drawing the frame's own pixels alone; those along its edges keep the share that lies in the frame. A
// clip in SVG would cost a layer as large as what hangs over. What is blended in a way that resvg does not
// know, or mistakes, is composed layer by layer (compose-layers.ts).
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import { composed } from './compose-layers.ts';
import { drawPage } from './draw-page.ts';
import { leaves, type Page, type PenStroke } from './redraw.ts';
import type { DisplayList, Piece } from './piece.ts';
import type { Box, Rgba } from '../sketch.ts';

export function drawPieces(list: DisplayList, pen: PenStroke, page: Page, rasterise: Rasterise): Rgba {
  const draw = (pieces: readonly Piece[], from: number, apart: ReadonlySet<string>): Rgba =>
    drawLayer({ ...list, pieces }, (piece, index) => pen(piece, from + index), { ...page, apart }, rasterise);
  return page.paints ? composed(list.pieces, page.grid, draw) : drawLayer(list, pen, page, rasterise);
}

function drawLayer(list: DisplayList, pen: PenStroke, page: Page, rasterise: Rasterise): Rgba {
  const { drawing, pieces } = list;
  const { grid } = page;
  if (!pieces.some(({ shape }) => leaves(shape, drawing))) return drawPage(list, pen, page, rasterise);
  const [columns, rows] = [along('x', grid, drawing.box), along('y', grid, drawing.box)];
  const whole = blank(grid, page.ground);
  if (columns.count <= 0 || rows.count <= 0) return whole;
  const seen = part(grid, columns, rows);
  const image = drawPage(list, pen, { ...page, grid: seen }, rasterise);
  const lay = page.crisp ? layCrisp : laySoft;
  for (let y = 0; y < rows.count; y++) {
    const own = image.data.subarray(4 * y * columns.count, 4 * (y + 1) * columns.count);
    const to = 4 * ((rows.first + y) * grid.width + columns.first);
    const row = whole.data.subarray(to, to + own.length);
    for (let x = 0; x < columns.count; x++) lay(row, own, 4 * x, shareOf(columns, x) * shareOf(rows, y));
  }
  return whole;
}

/**
 * Pixels of a grid along one axis that touch the frame: the first, how many, and what of the outer two lies
 * in it.
 */
interface Span {
  first: number;
  count: number;
  start: number;
  end: number;
}

function along(axis: 'x' | 'y', { box, width, height }: Grid, frame: Box): Span {
  const [pixels, side] = axis === 'x' ? ([width, 'width'] as const) : ([height, 'height'] as const);
  const unit = box[side] / pixels;
  const from = (frame[axis] - box[axis]) / unit;
  const to = from + frame[side] / unit;
  // A frame that ends within a hundredth of a pixel ends with that pixel.
  const first = Math.max(0, Math.floor(from + 0.01));
  const last = Math.min(pixels, Math.ceil(to - 0.01));
  return {
    first,
    count: last - first,
    start: Math.min(1, first + 1 - from),
    end: Math.min(1, to - (last - 1)),
  };
}

function shareOf({ count, start, end }: Span, i: number): number {
  return (i === 0 ? start : 1) * (i === count - 1 ? end : 1);
}

function part({ box, width, height }: Grid, columns: Span, rows: Span): Grid {
  const [across, down] = [box.width / width, box.height / height];
  return {
    box: {
      x: box.x + columns.first * across,
      y: box.y + rows.first * down,
      width: columns.count * across,
      height: rows.count * down,
    },
    width: columns.count,
    height: rows.count,
  };
}

function blank({ width, height }: Grid, ground: string | undefined): Rgba {
  const data = new Uint8Array(4 * width * height);
  // A ground is black.
  if (ground !== undefined) for (let i = 3; i < data.length; i += 4) data[i] = 255;
  return { width, height, data };
}

/** The pixel at `at` of a row of the page from the same row as drawn, whole or not at all. */
function layCrisp(row: Uint8Array, own: Uint8Array, at: number, share: number): void {
  if (share >= 0.5) for (let c = at; c < at + 4; c++) row[c] = own[c]!;
}

/** The same by the `share` of the pixel that lies in the frame; on a ground it is laid over that. */
function laySoft(row: Uint8Array, own: Uint8Array, at: number, share: number): void {
  const alpha = at + 3;
  if (share >= 1) for (let c = at; c <= alpha; c++) row[c] = own[c]!;
  else if (row[alpha] === 255) for (let c = at; c < alpha; c++) row[c] = Math.round(share * own[c]!);
  else {
    for (let c = at; c < alpha; c++) row[c] = own[c]!;
    row[alpha] = Math.round(share * own[alpha]!);
  }
}
