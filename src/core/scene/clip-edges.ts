// In: Pieces that clips, masks or the frame cut. Out: lines along the cuts, which no outline draws.
// Borders of labels in an id buffer twice as fine, widened by a distance transform (8SSED), averaged 2 × 2.
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import { distanceTo } from '../image/distance.ts';
import { topmost } from './id-buffer.ts';
import { leaves } from './redraw.ts';
import type { DisplayList } from './piece.ts';
import type { Plane } from '../sketch.ts';

/**
 * Ink coverage 0…1 along every border that a cut piece shares with another piece or with
 * nothing; null when nothing is cut. Found in pixels, as masks can be anything. `pixels`: width
 * of the lines in pixels of the grid.
 */
export function drawCuts(
  { drawing, pieces }: DisplayList,
  grid: Grid,
  pixels: number,
  rasterise: Rasterise,
): Plane | null {
  const cut = pieces.map(
    ({ role, shape }) => role === 'form' && (shape.within.length > 0 || leaves(shape, drawing)),
  );
  if (!cut.includes(true)) return null;
  // Twice as fine, so that the border is known to a quarter of a pixel.
  const fine = { ...grid, width: 2 * grid.width, height: 2 * grid.height };
  // Outlines reach beyond their forms' borders, where lines are drawn already.
  const bare = pieces.map((piece) => ({ ...piece, outlined: false }));
  const { width, height, data } = topmost(
    { drawing, pieces: bare },
    (piece) => piece.role === 'form',
    { grid: fine },
    rasterise,
  );
  const border = new Uint8Array(width * height);
  const counts = (label: number): boolean => label > 0 && cut[label - 1] === true;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const own = data[i]!;
      const right = x < width - 1 ? data[i + 1]! : own;
      const below = y < height - 1 ? data[i + width]! : own;
      if (own === right && own === below) continue;
      if (counts(own) || (own !== right && counts(right)) || (own !== below && counts(below))) border[i] = 1;
    }
  }
  const far = distanceTo({ width, height, data: border });
  const lines = new Float32Array(grid.width * grid.height);
  for (let y = 0, i = 0; y < grid.height; y++) {
    for (let x = 0; x < grid.width; x++, i++) {
      let sum = 0;
      for (const j of [
        2 * y * width + 2 * x,
        2 * y * width + 2 * x + 1,
        (2 * y + 1) * width + 2 * x,
        (2 * y + 1) * width + 2 * x + 1,
      ]) {
        sum += Math.min(1, Math.max(0, pixels - far.data[j]! + 0.5));
      }
      lines[i] = sum / 4;
    }
  }
  return { width: grid.width, height: grid.height, data: lines };
}
