// In: a scene, its parts, their base colours. Out: the light and shade that the drawing itself paints in
// them: lightness that changes smoothly at one hue, as gradients and blurred highlights do.
import { chroma, toLab, type Lab } from '../colour/oklab.ts';
import type { Rgb } from '../colour/colour.ts';
import type { Rasterise } from '../engine.ts';
import { boxOfCells, overlap, type Grid } from '../image/grid.ts';
import { smoothstep } from '../image/smoothstep.ts';
import type { Parts } from '../parts/parts.ts';
import { painted } from '../scene/pens.ts';
import type { Piece } from '../scene/piece.ts';
import type { Scene } from '../scene/scene.ts';
import type { Shading } from '../sketch.ts';
import { drawPaint } from './base-colour.ts';
import { paintOfPiece } from './material-clues.ts';
import { fadedInto } from './fading.ts';
import { smoothRegions, type SmoothRegions } from './smooth-regions.ts';

/** How the lightness of a region is changed. */
export interface Evening {
  /** 0…1: what remains of the differences from the mean. */
  keep: number;
  mean: Lab;
  /** Unit vector along a, b of the region's hue; 0, 0 for greys. */
  hue: readonly [number, number];
}

export interface DrawnShading {
  grid: Grid;
  /** Per pixel its part, as in Parts. */
  labels: Int32Array;
  regions: Int32Array;
  /** By the regions' numbers; null: as drawn. */
  evenings: (Evening | null)[];
}

// Standard deviations of Oklab's lightness. Up to the first nothing is seen; softened, the second is left.
const SEEN = 0.01;
const LEFT = 0.015;
// Softened, at most this share of the differences is left.
const HALF = 0.5;
// The hues' concentration, the resultant of their directions weighted by chroma (Mardia and Jupp 2000): 1 for
// one hue. Above the first (45 degrees) it is shade, below the second (90 degrees) paint.
const [SHADE, PAINT] = [0.975, 0.9];
// Below this chroma there is no hue.
const GREY = 0.02;

/** Null where the drawing paints none, or is to be kept. `base`: sRGB, 3 bytes a pixel. */
export function findShading(
  scene: Scene,
  { found, base }: { found: Parts; base: Uint8Array },
  shading: Shading,
  rasterise: Rasterise,
): DrawnShading | null {
  const soft = scene.pieces.filter((piece) => isSeen(piece) && isSoft(piece));
  if (shading === 'keep' || soft.length === 0) return null;
  const wanted = found.parts.map((part) => {
    const box = boxOfCells(found.grid, part.box);
    return soft.some(({ shape }) => overlap(shape.measure.box, box) !== null);
  });
  const regions = smoothRegions(found, base, wanted, imagesIn(scene, found, rasterise));
  const faded = fadedInto(regions, base, found.grid.width);
  const evenings = measured(regions, base).map((sums, i) =>
    sums && !faded[i] ? eveningOf(sums, shading) : null,
  );
  if (evenings.every((one) => one === null)) return null;
  return { grid: found.grid, labels: found.labels.data, regions: regions.data, evenings };
}

const isSeen = ({ role }: Piece): boolean => role === 'form' || role === 'print';

/** A gradient, what is blurred, or what a mask may fade. */
function isSoft(piece: Piece): boolean {
  const paint = paintOfPiece(piece);
  const fades = piece.shape.within.some((attribute) => attribute.startsWith('mask'));
  return (paint.kind === 'drawn' && !paint.image) || piece.shape.blur > 0 || fades;
}

/** 1 where an image is shown: that is texture, not shade. Null: there is none. */
function imagesIn(scene: Scene, found: Parts, rasterise: Rasterise): Uint8Array | null {
  const isImage = (piece: Piece): boolean => {
    const paint = paintOfPiece(piece);
    return isSeen(piece) && (paint.kind === 'image' || (paint.kind === 'drawn' && paint.image));
  };
  if (!scene.pieces.some(isImage)) return null;
  const { data } = drawPaint(scene, found, rasterise, (piece) => (isImage(piece) ? painted(piece) : ''));
  return Uint8Array.from({ length: data.length / 4 }, (_, i) => (data[4 * i + 3]! > 0 ? 1 : 0));
}

/** Sums over a region: pixels, L, a, b, L squared, chroma. */
type Sums = [n: number, l: number, a: number, b: number, ll: number, chroma: number];

function measured({ data, count }: SmoothRegions, base: Uint8Array): (Sums | null)[] {
  const sums = Array.from({ length: count }, (_, i): Sums | null => (i < 2 ? null : [0, 0, 0, 0, 0, 0]));
  const known = new Map<number, Lab>();
  for (let i = 0; i < data.length; i++) {
    const sum = sums[data[i]!];
    if (!sum) continue;
    const rgb: Rgb = [base[3 * i]!, base[3 * i + 1]!, base[3 * i + 2]!];
    const key = (rgb[0] << 16) | (rgb[1] << 8) | rgb[2];
    let lab = known.get(key);
    if (!lab) known.set(key, (lab = toLab(rgb)));
    sum[0] += 1;
    sum[1] += lab[0];
    sum[2] += lab[1];
    sum[3] += lab[2];
    sum[4] += lab[0] * lab[0];
    sum[5] += chroma(lab);
  }
  return sums;
}

function eveningOf([n, l, a, b, ll, strong]: Sums, shading: Exclude<Shading, 'keep'>): Evening | null {
  const mean: Lab = [l / n, a / n, b / n];
  const spread = Math.sqrt(Math.max(0, ll / n - mean[0] * mean[0]));
  if (spread < SEEN) return null;
  const coloured = strong / n >= GREY;
  const paint = coloured ? 1 - smoothstep(PAINT, SHADE, chroma(mean) / (strong / n)) : 0;
  if (paint === 1) return null;
  const wanted = shading === 'replace' ? 0 : Math.min(HALF, LEFT / spread);
  const hue: Evening['hue'] = coloured ? [mean[1] / chroma(mean), mean[2] / chroma(mean)] : [0, 0];
  return { keep: paint + (1 - paint) * wanted, mean, hue };
}
