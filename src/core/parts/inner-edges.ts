// In: a Scene and its parts. Out: thin lines along inner borders and drawn details, at the picture's size.
// Borders drawn anew, without the silhouette's (eight probes), fainter where two parts meet (four probes).
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import { drawBorders } from '../scene/lineart.ts';
import type { Part, Parts } from './parts.ts';
import { crumbOf, dropCrumbs } from './seam-crumbs.ts';
import type { Piece } from '../scene/piece.ts';
import type { Scene } from '../scene/scene.ts';
import type { Plane } from '../sketch.ts';

// Of the model square's side, so that a seam keeps its width on the object at every size.
const WIDTH_SHARE = 0.0021;
// The least that can be seen, in pixels of the picture.
const LEAST_PIXELS = 1.4;
// Two parts that meet differ in colour or form anyway; a line drawn on one part is
// all there is to see of its detail.
const BORDER_WEIGHT = 0.45;
// A little more than half of a line's width.
const HALF = 0.6;

/**
 * 0…1. Without the silhouette's own border: an outline around the whole would look drawn, not lit. A line
 * that is itself the silhouette's border runs half its width inside.
 */
export function drawSeams(
  scene: Scene,
  { labels, grid, parts }: Parts,
  square: Grid,
  rasterise: Rasterise,
): Plane {
  const pixel = grid.box.width / grid.width;
  const stroke = Math.max(LEAST_PIXELS * pixel, WIDTH_SHARE * square.box.width);
  const lines = drawBorders({ ...scene, traces: scene.found.traces, grid, width: stroke, rasterise });
  const { width, height, data } = lines;
  const pen = penOf(scene, pixel);
  const half = HALF * pen;
  const rim = Math.round(2 + width / 400 + half);
  const slant = Math.round(Math.SQRT1_2 * rim);
  const reach = Math.ceil(stroke / pixel + half);
  // A glow around a thing is no part that it borders on.
  const bare = Uint8Array.from([true, ...parts.map(isGlow)], Number);
  const taken = new Uint8Array(data.length);
  const off = (x: number, y: number): boolean =>
    x < 0 || y < 0 || x >= width || y >= height || bare[labels.data[y * width + x]!] === 1;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (data[i] === 0) continue;
      const near =
        off(x, y) ||
        off(x - rim, y) ||
        off(x + rim, y) ||
        off(x, y - rim) ||
        off(x, y + rim) ||
        off(x - slant, y - slant) ||
        off(x + slant, y - slant) ||
        off(x - slant, y + slant) ||
        off(x + slant, y + slant);
      if (near) [data[i], taken[i]] = [0, 1];
      else if (!liesInside(labels, x, y, reach)) data[i] = BORDER_WEIGHT * data[i]!;
    }
  }
  dropCrumbs(lines, taken, pen);
  return lines;
}

const isGlow = ({ wire, piece }: Part): boolean => wire && piece?.role === 'print' && piece.paint;

/** How many pixels around its own a seam's pixel asks. */
export function rimOf(scene: Scene, { box, width }: Grid, square: Grid): number {
  const pixel = box.width / width;
  const pen = penOf(scene, pixel);
  const stroke = Math.max(LEAST_PIXELS, (WIDTH_SHARE * square.box.width) / pixel);
  return Math.ceil(Math.max(2 + width / 400, stroke) + HALF * pen) + crumbOf(pen);
}

/** The widest line, in pixels. */
function penOf({ pieces, found }: Scene, pixel: number): number {
  const images = found.traces.filter((trace) => trace.of === 'image').map(({ width }) => width);
  return Math.max(0, ...pieces.map(lineWidth), ...images) / pixel;
}

/** Whether the pixels `reach` away from (x, y) on four sides all belong to its own part. */
function liesInside({ width, data }: Plane<Int32Array>, x: number, y: number, reach: number): boolean {
  const i = y * width + x;
  const own = data[i];
  return [i - reach, i + reach, i - reach * width, i + reach * width].every((j) => data[j] === own);
}

function lineWidth({ role, shape }: Piece): number {
  if (role === 'brush') return (2 * shape.measure.area) / shape.measure.length;
  return role === 'line' ? shape.stroke.width : 0;
}
