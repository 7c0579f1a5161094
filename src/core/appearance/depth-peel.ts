// In: Parts and which let light through. Out: what stands behind those, layer by layer, to be lit; the mix.
// Depth peeling (Everitt 2001), by paint order in place of depth.
//
//   drawn, from below:  wall ── flower ── water ── vase      Glass in front is lit with its own form; what it
//   layers:             vase → water → flower, wall          hides is lit once more, in its own material.
import type { Sampler } from '../form/upsample.ts';
import type { Rasterise } from '../engine.ts';
import { layPixelUnder } from '../image/over.ts';
import { topmost } from '../scene/id-buffer.ts';
import type { Parts } from '../parts/parts.ts';
import { drawPieces } from '../scene/draw-pieces.ts';
import type { PieceMarkup } from '../scene/redraw.ts';
import type { DisplayList, Piece } from '../scene/piece.ts';
import type { Plane, Rgba } from '../sketch.ts';

// Glass before water before a spoon: nobody can tell what stands behind more than that.
export const LAYERS_BEHIND = 2;

export interface LayerBehind {
  /** As in Parts: index into `materials` + 1; 0 where nothing is seen. */
  labels: Plane<Int32Array>;
  alpha: Plane<Uint8Array>;
  /** sRGB, 3 bytes a pixel. */
  base: Uint8Array;
  materials: Float32Array[];
  /** What they are the materials of. */
  pieces: Piece[];
  /** Per part in front, how far that bends what it hides (refraction.ts). */
  bends: readonly number[];
}

/** How pieces are seen. */
export interface Sightlines {
  /** Per part whether one sees through it. */
  clear: readonly boolean[];
  /** Whether a piece is seen in its own paint at all; `pen` draws that. */
  shown: (piece: Piece) => boolean;
  pen: (piece: Piece) => PieceMarkup;
  /** Channel values of a piece, and whether one sees through it too. */
  materialOf: (piece: Piece) => { values: Float32Array; clear: boolean };
  /** As in LayerBehind. */
  bends: readonly number[];
}

/** A print on glass lies on its far side here, so that the glass shines over it. */
export function findBehind(
  { drawing, pieces }: DisplayList,
  { grid, labels, parts }: Parts,
  { clear, shown, pen, materialOf, bends }: Sightlines,
  rasterise: Rasterise,
): LayerBehind[] {
  const layers: LayerBehind[] = [];
  const gone = new Set<Piece>();
  parts.forEach(({ piece }, i) => clear[i] && piece && gone.add(piece));
  let open = labels.data.map((label) => (label > 0 && clear[label - 1] ? 1 : 0));
  while (layers.length < LAYERS_BEHIND && gone.size > 0 && open.includes(1)) {
    const claims = (piece: Piece): boolean => shown(piece) && !gone.has(piece);
    const seen = topmost({ drawing, pieces }, claims, { grid }, rasterise);
    const own = (piece: Piece): PieceMarkup => (claims(piece) ? pen(piece) : '');
    const image = drawPieces({ drawing, pieces }, own, { grid, paints: true }, rasterise);
    const { layer, further } = takeLayer({ seen, image, open }, pieces, materialOf);
    if (!layer) break;
    layers.push({ ...layer, bends });
    for (const piece of further) gone.add(piece);
    const goesOn = (label: number): boolean => label > 0 && further.includes(pieces[label - 1]!);
    open = open.map((was, i) => (was === 1 && goesOn(seen.data[i]!) ? 1 : 0));
  }
  return layers;
}

/** `seen`: each pixel's piece + 1, and `image` its colour, to be taken where `open` is 1. */
function takeLayer(
  { seen, image, open }: { seen: Plane<Int32Array>; image: Rgba; open: Int32Array },
  pieces: readonly Piece[],
  materialOf: Sightlines['materialOf'],
): { layer: Omit<LayerBehind, 'bends'> | null; further: Piece[] } {
  const { width, height } = seen;
  const area = width * height;
  const alpha = new Uint8Array(area);
  const base = new Uint8Array(3 * area);
  const data = new Int32Array(area);
  const materials: Float32Array[] = [];
  const known: Piece[] = [];
  const further: Piece[] = [];
  const numbers = new Map<Piece, number>();
  for (let i = 0; i < area; i++) {
    const piece = open[i] === 1 ? pieces[seen.data[i]! - 1] : undefined;
    if (!piece) continue;
    alpha[i] = image.data[4 * i + 3]!;
    for (let c = 0; c < 3; c++) base[3 * i + c] = image.data[4 * i + c]!;
    let label = numbers.get(piece);
    if (label === undefined) {
      const { values, clear } = materialOf(piece);
      label = materials.push(values);
      known.push(piece);
      numbers.set(piece, label);
      if (clear) further.push(piece);
    }
    data[i] = label;
  }
  const layer = {
    labels: { width, height, data },
    alpha: { width, height, data: alpha },
    base,
    materials,
    pieces: known,
  };
  return { layer: materials.length > 0 ? layer : null, further };
}

/** Lays the picture over what was lit behind it, in place. Both straight alpha; canvases mix in sRGB. */
export function layBehind(picture: Rgba, behind: Rgba, silhouette: Plane<Uint8Array>): void {
  const { data } = picture;
  for (let i = 0, at = 0; at < data.length; i++, at += 4) {
    const over = data[at + 3]! / 255;
    // What stands behind ends where the object does.
    const under = ((behind.data[at + 3]! / 255) * silhouette.data[i]! * (1 - over)) / 255;
    if (under === 0) continue;
    layPixelUnder(data, behind.data, at, under);
  }
}

/** A sampler's form at every pixel is that of the part in front, whatever is asked for. */
export function fromFront(sampler: Sampler, front: Plane<Int32Array>): Sampler {
  let start = 0;
  return {
    row(y) {
      start = y * front.width;
      sampler.row(y);
    },
    pixel(x, _label, to) {
      sampler.pixel(x, front.data[start + x]!, to);
    },
  };
}
