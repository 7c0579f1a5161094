// In: Parts at a size that memory holds, a finer grid. Out: the same parts on the finer grid, band by band.
// Borders between shapes, and the silhouette, are drawn anew; what lines enclose is enlarged.
//
//   coarse  ▓▓░░   which part, where nothing is filled, what is hollow
//   fine    ▓▓▒░   borders, as the drawing has them at this size
import type { Rasterise } from '../engine.ts';
import { bilinearClamped } from '../image/bilinear.ts';
import { between, type Grid } from '../image/grid.ts';
import { topmost } from '../scene/id-buffer.ts';
import { drawCoverage } from '../scene/lineart.ts';
import type { Parts } from './parts.ts';
import type { Scene } from '../scene/scene.ts';
import type { Plane } from '../sketch.ts';
import { spread } from '../image/propagate-labels.ts';

/** Larger pictures are made in bands. */
export const WHOLE = 2048;
// Of a band, without its margins: a million pixels at the largest size.
const BAND_ROWS = 256;

export interface Band {
  /** With its margins. */
  grid: Grid;
  /** Rows of margin above, and rows that count. */
  above: number;
  rows: number;
}

/** `margin`: rows above and below that stages look at beside a pixel's own. */
export function bandsOf(grid: Grid, margin: number): Band[] {
  const unit = grid.box.height / grid.height;
  const bands: Band[] = [];
  for (let top = 0; top < grid.height; top += BAND_ROWS) {
    const rows = Math.min(BAND_ROWS, grid.height - top);
    const above = Math.min(top, margin);
    const height = above + rows + Math.min(margin, grid.height - top - rows);
    const box = { ...grid.box, y: grid.box.y + (top - above) * unit, height: height * unit };
    bands.push({ grid: { box, width: grid.width, height }, above, rows });
  }
  return bands;
}

/** `coarse`: over the whole picture, at half the size or so. */
export function refine(scene: Scene, coarse: Parts, grid: Grid, rasterise: Rasterise): Parts {
  const { pieces, found } = scene;
  const { width, height } = grid;
  const labels = topmost(scene, (piece) => piece.role === 'form', { grid }, rasterise);
  const coverage = drawCoverage({ ...scene, traces: found.traces }, { grid }, rasterise);
  const numbers = new Map(coarse.parts.map(({ piece }, i) => [piece, i + 1]));
  const number = Int32Array.from([0, ...pieces.map((piece) => numbers.get(piece) ?? 0)]);
  const region = coarse.parts.map(({ piece }) => piece === null);
  const to = between(grid, coarse.grid);
  const [across, down] = [coarse.grid.width, coarse.grid.height];
  const columns = Int32Array.from({ length: width }, (_, x) => clampedIndex(to.x(x), across));
  const alpha = new Uint8Array(width * height);
  const inner = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const v = clampedIndex(to.y(y), down);
    for (let x = 0; x < width; x++, i++) {
      const u = columns[x]!;
      const at = v * across + u;
      const own = number[labels.data[i]!]!;
      labels.data[i] = own > 0 ? own : coarse.labels.data[at]!;
      inner[i] = isInner(coarse.alpha, u, v) ? 1 : 0;
    }
  }
  spread(labels, coverage, 3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const label = labels.data[i]!;
      if (label === 0) continue;
      const own = coverage.data[i]!;
      if (inner[i] === 1) alpha[i] = 255;
      // Where a gap was closed the border is in no shape: it is the coarse one, smoothed.
      else if (region[label - 1] === true) {
        const smooth = bilinearClamped(coarse.alpha, to.x(x) - 0.5, to.y(y) - 0.5);
        alpha[i] = Math.max(own, Math.round(smooth));
      } else alpha[i] = own;
    }
  }
  return { grid, labels, alpha: { width, height, data: alpha }, parts: coarse.parts };
}

const clampedIndex = (v: number, size: number): number => Math.min(size - 1, Math.max(0, Math.floor(v)));

/** Solid all around. */
function isInner(
  { width: across, height: down, data: alpha }: Plane<Uint8Array>,
  u: number,
  v: number,
): boolean {
  if (u === 0 || v === 0 || u === across - 1 || v === down - 1) return false;
  const at = v * across + u;
  if (alpha[at] !== 255 || alpha[at - 1] !== 255 || alpha[at + 1] !== 255) return false;
  return alpha[at - across] === 255 && alpha[at + across] === 255;
}
