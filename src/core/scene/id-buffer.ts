// In: Pieces and a grid. Out: which piece lies on top at every pixel: its index + 1, or 0.
// An item buffer (Weghorst, Hooper, Greenberg 1984): pieces in paint order, each in the colour of its number.
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import type { DisplayList, Piece } from './piece.ts';
import { drawPieces } from './draw-pieces.ts';
import { area } from './pens.ts';
import type { Plane, Rgba } from '../sketch.ts';

// Numbers are spread over all 24-bit colours by an odd factor, so that a colour blended by a
// mask's soft edge is almost never another piece's: it decodes to a number out of range, and
// the pixel counts as undecided (0).
const SPREAD = 0x9e3779b1 & 0xffffff;
const BACK = inverse(SPREAD);

/**
 * Of the pieces that claim what they cover; `least`: width of strokes in drawing units, where theirs is less.
 */
export function topmost(
  list: DisplayList,
  claims: (piece: Piece) => boolean,
  { grid, least = 0 }: { grid: Grid; least?: number },
  rasterise: Rasterise,
): Plane<Int32Array> {
  const pen = (piece: Piece, index: number): string =>
    claims(piece) ? area(piece, colourOf(index + 1), least) : '';
  const found = numbersOf(drawPieces(list, pen, { grid, crisp: true }, rasterise), list.pieces.length);
  const { clips, crispClips } = list.drawing;
  if (clips === crispClips || !list.pieces.some(claims) || found.data.some((number) => number > 0))
    return found;
  // resvg leaves out some masks with a filter, and all that they show.
  const page = { grid, crisp: true, softMasks: true };
  return numbersOf(drawPieces(list, pen, page, rasterise), list.pieces.length);
}

function numbersOf(image: Rgba, most: number): Plane<Int32Array> {
  const data = new Int32Array(image.width * image.height);
  for (let i = 0, at = 0; i < data.length; i++, at += 4) {
    if (image.data[at + 3]! < 255) continue;
    const colour = (image.data[at]! << 16) | (image.data[at + 1]! << 8) | image.data[at + 2]!;
    const number = Math.imul(colour, BACK) & 0xffffff;
    if (number <= most) data[i] = number;
  }
  return { width: image.width, height: image.height, data };
}

function colourOf(number: number): string {
  return '#' + (Math.imul(number, SPREAD) & 0xffffff).toString(16).padStart(6, '0');
}

/** Of an odd number, modulo 2^24 (Newton: each step doubles the bits that are right). */
function inverse(odd: number): number {
  let x = odd;
  for (let i = 0; i < 5; i++) x = Math.imul(x, 2 - Math.imul(odd, x));
  return x & 0xffffff;
}
