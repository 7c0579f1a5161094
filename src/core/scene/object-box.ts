// In: a drawing and its pieces. Out: the box of all that is painted.
// Coverage is looked at up to three times, nearer each time: a small thing in a large frame is seen at full
// resolution in the end.
import type { Rasterise } from '../engine.ts';
import { boundsOf } from '../image/bounds.ts';
import { boxOfCells, gridOver, overlap } from '../image/grid.ts';
import { drawCoverage } from './lineart.ts';
import type { Piece } from './piece.ts';
import type { Drawing } from '../svg/shape.ts';
import type { Box } from '../sketch.ts';

/** Pixels along the longer side of what is looked at. */
const GRID = 512;
const LOOKS = 3;
/** Coverage, of 255, from which on a pixel counts for the object's bounds. */
const SEEN = 24;

/** Null: nothing is painted inside the frame. In drawing coordinates. */
export function objectBox(drawing: Drawing, pieces: readonly Piece[], rasterise: Rasterise): Box | null {
  let view: Box = drawing.box;
  for (let look = 0; look < LOOKS; look++) {
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
