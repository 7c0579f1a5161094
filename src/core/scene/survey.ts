// In: Pieces. Out: where the object lies, and whether its surfaces are painted or only outlined.
// Layout analysis in pixels: what ink encloses beside what is filled, and at which closing outlines hold.
import { penWidth } from './pen-width.ts';
import { inTheAir } from './floating-strokes.ts';
import type { Rasterise } from '../engine.ts';
import { gridOver, padded, union } from '../image/grid.ts';
import { enclosedBy } from '../image/closing.ts';
import { countOnes, threshold } from '../image/threshold.ts';
import { drawCoverage, drawForms } from './lineart.ts';
import type { Memo } from '../memo.ts';
import { GRID, leastClosing } from './least-closing.ts';
import { objectBox } from './object-box.ts';
import { splitObjects, type Objects } from './objects.ts';
import type { Piece } from './piece.ts';
import type { Drawing } from '../svg/shape.ts';
import type { Box } from '../sketch.ts';
import { traceBrushes, traceImages, type Trace } from './trace.ts';

export interface Survey {
  /** Everything that is painted, clipped and masked. */
  object: Box;
  /** Surfaces are what lines enclose, not what is filled. */
  strokeOnly: boolean;
  /**
   * Half the widest gap in the outline that counts as closed, in drawing units; 0 where surfaces are painted.
   */
  closing: number;
  /** Gaps had to be looked for. */
  guessed: boolean;
  /** Nothing closes, with gaps allowed. */
  open: boolean;
  /** What lines enclose, as a share of the grid that was looked at; 0 where surfaces are painted. */
  enclosed: number;
  /** Lines that had to be found in pixels. */
  traces: readonly Trace[];
  objects: Objects;
  /** Strokes that stand apart from everything solid. */
  air: ReadonlySet<Piece>;
}

/**
 * Null: nothing is painted inside the frame. Pieces in the air count for `object`
 * alone. `images`: as traceImages has it.
 */
export function survey(
  drawing: Drawing,
  pieces: readonly Piece[],
  rasterise: Rasterise,
  images: Memo<Trace | null>,
): Survey | null {
  const seen = surveyed(drawing, pieces, rasterise, images);
  if (!seen || seen.air.size === 0) return seen;
  const { air } = seen;
  const grounded = pieces.filter((piece) => !air.has(piece));
  const found = surveyed(drawing, grounded, rasterise, images);
  return found && { ...found, object: seen.object, air };
}

function surveyed(
  drawing: Drawing,
  pieces: readonly Piece[],
  rasterise: Rasterise,
  images: Memo<Trace | null>,
): Survey | null {
  const rest = objectBox(drawing, pieces, rasterise);
  const image = traceImages(drawing, pieces, rasterise, images);
  const object = rest && image?.box ? union(rest, image.box) : (rest ?? image?.box);
  if (!object) return null;
  const brush = traceBrushes(drawing, pieces, object, rasterise);
  const traces = [image, brush].filter((trace) => trace !== null);
  const grid = padded(gridOver(object, GRID), 4);
  // Hairlines count as ink all the same: at least one and a half pixels here.
  const least = (1.5 * grid.box.width) / grid.width;
  const ink = threshold(drawCoverage({ drawing, pieces, traces }, { grid, least }, rasterise), 96);
  const forms = drawForms({ drawing, pieces }, grid, rasterise);
  const whole = enclosedBy(ink, 0);
  let formed = 0;
  for (const value of forms.data) if (value > 0.5) formed++;
  // Where all that is drawn is surfaces, what they leave open is a hole: a ring's, a letter's.
  const drawn = pieces.some(({ role }) => role === 'line' || role === 'brush' || role === 'image');
  const strokeOnly = drawn && formed < 0.5 * countOnes(whole);
  if (!strokeOnly) {
    const objects = splitObjects(whole, grid, object);
    const air = inTheAir(pieces, whole, ink, grid);
    return { object, strokeOnly, closing: 0, guessed: false, open: false, enclosed: 0, traces, objects, air };
  }
  const pen = (penWidth(pieces) * grid.width) / grid.box.width;
  const { radius, closed, enclosed, open } = leastClosing(ink, whole, { formed, pen });
  // This grid's own pixels close gaps that a finer one would see: at least those stay closed at every size.
  const closing = (Math.max(1, radius) * grid.box.width) / grid.width;
  const objects = splitObjects(closed, grid, object);
  const air = inTheAir(pieces, closed, ink, grid);
  return { object, strokeOnly, closing, guessed: radius > 0, open, enclosed, traces, objects, air };
}
