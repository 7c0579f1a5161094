// In: pieces, a grid. Out: pixels on the lines that close bodies' outlines, which were open.
// Every fourth pixel along them.
import { pixelAt, type Grid } from '../image/grid.ts';
import type { Piece } from '../scene/piece.ts';
import { polylines } from '../svg/path.ts';
import { along } from '../svg/polyline.ts';

export function closedAt(pieces: readonly Piece[], grid: Grid): number[] {
  const unit = grid.box.width / grid.width;
  const lines = pieces.flatMap(({ closes, shape }) => (closes ? polylines(shape.d) : []));
  return [...along(lines, 4 * unit)].flatMap(([x, y]) => pixelAt(grid, x, y) ?? []);
}
