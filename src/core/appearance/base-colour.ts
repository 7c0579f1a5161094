// In: Parts and their appearance. Out: appearance maps as the light takes them: a base colour for every
// pixel, a material for every part; and those of what stands behind glass.
import { findBehind, type LayerBehind } from './depth-peel.ts';
import { bendOf } from './refraction.ts';
import { overWhite, type Rgb } from '../colour/colour.ts';
import type { Rasterise } from '../engine.ts';
import type { Parts } from '../parts/parts.ts';
import type { DisplayList, Piece } from '../scene/piece.ts';
import { drawPieces } from '../scene/draw-pieces.ts';
import { painted } from '../scene/pens.ts';
import type { PieceMarkup } from '../scene/redraw.ts';
import type { Rgba } from '../sketch.ts';
import type { Appearance } from './appearance.ts';

export interface AppearanceMaps {
  /** sRGB, 3 bytes a pixel of the parts' grid. */
  base: Uint8Array;
  /** Per part, the light's material channels in the card's order. */
  materials: Float32Array[];
  /** What is seen through the parts that let light through, nearest first. */
  behind: LayerBehind[];
}

/** What is painted, as it was drawn or as `pen` has it. */
export function drawPaint(
  list: DisplayList,
  found: Parts,
  rasterise: Rasterise,
  pen: (piece: Piece) => PieceMarkup = painted,
): Rgba {
  const shown = shownOf(found);
  const own = (piece: Piece): PieceMarkup => (shown(piece) ? pen(piece) : '');
  return drawPieces(list, own, { grid: found.grid, paints: true }, rasterise);
}

/** Per part the mean of the image in it. */
export function meansOf({ labels, parts }: Parts, image: Rgba): Rgb[] {
  const sums = new Float64Array(4 * (parts.length + 1));
  for (let i = 0; i < labels.data.length; i++) {
    const label = labels.data[i]!;
    if (label === 0 || image.data[4 * i + 3]! < 16) continue;
    for (let c = 0; c < 3; c++) sums[4 * label + c] = sums[4 * label + c]! + image.data[4 * i + c]!;
    sums[4 * label + 3] = sums[4 * label + 3]! + 1;
  }
  return parts.map((_, i) => {
    const at = 4 * (i + 1);
    const n = sums[at + 3] || 1;
    return [sums[at]! / n, sums[at + 1]! / n, sums[at + 2]! / n];
  });
}

/** `image`: what is painted, in the colours that are worn. */
export function mapsOf(
  list: DisplayList,
  { found, image }: { found: Parts; image: Rgba },
  { flat, glazes, shades, free, bare, materialValues, pen }: Appearance,
  rasterise: Rasterise,
): AppearanceMaps {
  const { grid, labels } = found;
  // On what the drawing gives no colour only print is painted, over the colour that it gets.
  const isPrint = (piece: Piece): boolean => piece.role === 'print';
  const print = (piece: Piece): PieceMarkup => (isPrint(piece) ? pen(piece) : '');
  const printed = free.includes(true) && list.pieces.some(isPrint);
  const prints = printed ? drawPieces(list, print, { grid, paints: true }, rasterise).data : null;
  const base = new Uint8Array(3 * labels.data.length);
  const [ofFlat, ofBare] = [byLabel(flat), byLabel(bare)];
  const paint = image.data;
  const own = labels.data;
  for (let i = 0; i < own.length; i++) {
    const label = own[i]!;
    if (label === 0) continue;
    const table = ofFlat.known[label] === 1 ? ofFlat : paint[4 * i + 3]! < 16 ? ofBare : null;
    const isWorn = table !== null && table.known[label] === 1;
    const from = isWorn ? table.bytes : paint;
    const at = isWorn ? 3 * label : 4 * i;
    base[3 * i] = from[at]!;
    base[3 * i + 1] = from[at + 1]!;
    base[3 * i + 2] = from[at + 2]!;
    if (!isWorn && shades[label - 1]) seenOnWhite(base, 3 * i, paint[4 * i + 3]! / 255);
    if (!prints || !free[label - 1]) continue;
    const ink = prints[4 * i + 3]! / 255;
    for (let c = 0; c < 3; c++)
      base[3 * i + c] = Math.round(ink * prints[4 * i + c]! + (1 - ink) * base[3 * i + c]!);
  }
  glazes.forEach((piece, i) => piece && glaze(base, i + 1, { piece, list, labels, grid }, rasterise));
  const { materials, clear } = materialValues;
  if (!clear.includes(true)) return { base, materials, behind: [] };
  const { ofPiece, named } = materialValues;
  const sightlines = { clear, shown: shownOf(found), pen, materialOf: ofPiece, bends: named.map(bendOf) };
  return { base, materials, behind: findBehind(list, found, sightlines, rasterise) };
}

/** Colours of parts as a table by label, as every pixel asks. `known`: 1 where there is one. */
function byLabel(colours: readonly (Rgb | null)[]): { known: Uint8Array; bytes: Uint8Array } {
  const known = new Uint8Array(colours.length + 1);
  const bytes = new Uint8Array(3 * known.length);
  colours.forEach((colour, k) => {
    if (!colour) return;
    known[k + 1] = 1;
    bytes.set(colour, 3 * k + 3);
  });
  return { known, bytes };
}

/** In place: the colour that begins at `at`. */
function seenOnWhite(base: Uint8Array, at: number, alpha: number): void {
  base.set(overWhite([base[at]!, base[at + 1]!, base[at + 2]!], alpha), at);
}

/** In place: where a part has this label it is in what its piece paints, as seen over white. */
function glaze(
  base: Uint8Array,
  label: number,
  { piece, list, labels, grid }: Pick<Parts, 'labels' | 'grid'> & { piece: Piece; list: DisplayList },
  rasterise: Rasterise,
): void {
  const own = (other: Piece): PieceMarkup => (other === piece ? painted(other) : '');
  const { data } = drawPieces(list, own, { grid, paints: true }, rasterise);
  for (let i = 0; i < labels.data.length; i++) {
    if (labels.data[i] !== label) continue;
    base.set(data.subarray(4 * i, 4 * i + 3), 3 * i);
    seenOnWhite(base, 3 * i, data[4 * i + 3]! / 255);
  }
}

/** Whether a piece is seen in its own paint at all: a line is ink, unless it is a wire. */
function shownOf({ parts }: Parts): (piece: Piece) => boolean {
  const wires = new Set(parts.flatMap((part) => (part.wire && part.piece ? [part.piece] : [])));
  return (piece) => (piece.role === 'form' && !piece.bare) || piece.role === 'print' || wires.has(piece);
}
