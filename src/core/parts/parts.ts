// In: Pieces, a grid, what the generator found. Out: which part every pixel belongs to, and its coverage.
// An id buffer (scene/id-buffer.ts); ink that is no form goes to the nearest part (propagate-labels.ts).
import type { Rasterise } from '../engine.ts';
import { include, noBounds, type Bounds } from '../image/bounds.ts';
import type { Grid } from '../image/grid.ts';
import { inkWidth } from '../scene/brushes.ts';
import { topmost } from '../scene/id-buffer.ts';
import { drawCoverage, isFading } from '../scene/lineart.ts';
import type { Piece } from '../scene/piece.ts';
import type { Scene } from '../scene/scene.ts';
import type { Plane } from '../sketch.ts';
import { CREVICE } from './crevices.ts';
import { emptyRegions, type Coverage } from './stroke-regions.ts';
import { spread } from '../image/propagate-labels.ts';
import { closeCracks } from './cracks.ts';
import { solidCoverage } from './solid-coverage.ts';
import { areasOf, type Area } from './twins.ts';

export interface Part {
  /** The piece that it is; null for a region that lines enclose and nothing fills. */
  piece: Piece | null;
  /** A thin stroke that lies on nothing: a whisker, a cord. */
  wire: boolean;
  pixels: number;
  /** In pixels of the grid. */
  box: Bounds;
  /** Of a region: what its lines enclose, without them. */
  field?: Area;
}

export interface Parts {
  grid: Grid;
  /** Index into `parts` + 1; 0 where nothing is. */
  labels: Plane<Int32Array>;
  /** 0…255: the drawing's own silhouette, anti-aliased, solid inside. */
  alpha: Plane<Uint8Array>;
  parts: Part[];
}

export function findParts(scene: Scene, grid: Grid, seen: Coverage, rasterise: Rasterise): Parts {
  const { pieces, found } = scene;
  const { width, height } = grid;
  const labels = topmost(scene, (piece) => piece.role === 'form', { grid }, rasterise);
  const coverage = drawCoverage({ ...scene, traces: found.traces }, { grid }, rasterise);
  const regions = found.strokeOnly && !found.open ? emptyRegions(scene, grid, seen, rasterise) : null;
  let pieceCount = pieces.length;
  if (regions) {
    for (let i = 0; i < labels.data.length; i++) {
      const region = regions.data[i]!;
      if (region === CREVICE) coverage.data[i] = 255;
      if (labels.data[i] === 0 && region > 0) labels.data[i] = pieces.length + region;
      pieceCount = Math.max(pieceCount, pieces.length + region);
    }
  }
  // In a drawing of strokes all ink that touches a surface is of that surface: a
  // handle's ring, a line that overshoots.
  spread(labels, coverage, found.strokeOnly ? Infinity : reach(pieces, grid));
  let bare = false;
  for (let i = 0; i < labels.data.length && !bare; i++) bare = labels.data[i] === 0 && coverage.data[i]! > 8;
  if (bare) {
    // What is painted far from every surface is a wire of its own.
    const least = (1.5 * grid.box.width) / width;
    const wires = topmost(scene, (piece) => piece.role !== 'form', { grid, least }, rasterise);
    for (let i = 0; i < labels.data.length; i++)
      if (labels.data[i] === 0 && coverage.data[i]! > 0) labels.data[i] = wires.data[i]!;
    spread(labels, coverage, Math.max(width, height));
  }
  closeCracks(labels, coverage);
  const alpha = solidCoverage(labels, coverage, regions, pieces.some(isFading));
  const fields = regions ? areasOf(regions, pieceCount - pieces.length + 1) : [];
  return compact({ grid, labels, alpha }, pieces, pieceCount, fields);
}

/**
 * How far, in steps from pixel to pixel, ink beside a surface belongs to that
 * surface: across a line, round a corner.
 */
function reach(pieces: readonly Piece[], grid: Grid): number {
  const widths = pieces.map(({ role, area, shape }) =>
    role === 'line' || (role === 'print' && area === 'stroke')
      ? shape.stroke.width
      : role === 'brush'
        ? inkWidth(shape)
        : 0,
  );
  return (1.6 * Math.max(0, ...widths) * grid.width) / grid.box.width + 2;
}

/** Numbers the parts that are seen from 1 on, in paint order. `fields`: by region. */
function compact(
  { grid, labels, alpha }: Omit<Parts, 'parts'>,
  pieces: readonly Piece[],
  most: number,
  fields: readonly Area[],
): Parts {
  const known = new Map<number, number>();
  const counts = new Int32Array(most + 1);
  const all = labels.data;
  for (let i = 0; i < all.length; i++) counts[all[i]!]!++;
  const parts: Part[] = [];
  for (let label = 1; label <= most; label++) {
    const pixels = counts[label]!;
    if (pixels === 0) continue;
    const piece = pieces[label - 1] ?? null;
    const box = noBounds(grid.width, grid.height);
    const field = fields[label - pieces.length];
    const own = { piece, wire: piece !== null && piece.role !== 'form', pixels, box };
    parts.push(piece || !field ? own : { ...own, field });
    known.set(label, parts.length);
  }
  const rank = new Int32Array(most + 1);
  for (const [label, number] of known) rank[label] = number;
  for (let y = 0, i = 0; y < grid.height; y++) {
    // Pixels side by side of one part: its box asks for the first and the last.
    let run = 0;
    for (let x = 0; x < grid.width; x++, i++) {
      const number = rank[all[i]!]!;
      all[i] = number;
      if (number === run) continue;
      if (run > 0) include(parts[run - 1]!.box, x - 1, y);
      if (number > 0) include(parts[number - 1]!.box, x, y);
      run = number;
    }
    if (run > 0) include(parts[run - 1]!.box, grid.width - 1, y);
  }
  return { grid, labels, alpha, parts };
}
