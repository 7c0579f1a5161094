// In: a drawing and what shall lie behind its picture. Out: the box that the picture covers then, and the backdrop laid under it.
//
//   none    the object and its shadow, nothing else           frame   the frame's own fill: the picture is as large as the frame
//   white   the same with a margin, on white                          (a frame without a fill has none to give: as none)
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import { painted, redraw } from '../scene/redraw.ts';
import { paperOf, type Piece } from '../scene/roles.ts';
import type { Drawing } from '../svg/shape.ts';
import type { Background, Box, Rgba } from '../sketch.ts';

// Paper around the object on white, as a share of its longer side: flush with the edge it would look cut off.
const MARGIN = 0.08;

/** `box`: of the object and its shadow. */
export function boxOn(background: Background, box: Box, drawing: Drawing): Box {
  if (background === 'frame' && paperOf(drawing).length > 0) return drawing.box;
  if (background !== 'white') return box;
  const margin = MARGIN * Math.max(box.width, box.height);
  return {
    x: box.x - margin,
    y: box.y - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
}

/** In place. */
export function layBackdrop(
  background: Background,
  picture: Rgba,
  grid: Grid,
  drawing: Drawing,
  rasterise: Rasterise,
): void {
  if (background === 'white') layUnder(picture, () => [255, 255, 255, 255]);
  const paper = background === 'frame' ? paperOf(drawing) : [];
  if (paper.length === 0) return;
  const pieces = paper.map((shape): Piece => ({ shape, area: 'fill', role: 'form', outlined: false }));
  const { data } = rasterise(
    redraw(drawing, pieces, painted, { grid, paints: true }),
    grid.width,
    grid.height,
  );
  layUnder(picture, (at) => data.subarray(at, at + 4));
}

/** `of`: red, green, blue, alpha under the pixel whose first byte is at `at`. All straight alpha. */
function layUnder({ data }: Rgba, of: (at: number) => ArrayLike<number>): void {
  for (let at = 0; at < data.length; at += 4) {
    const over = (data[at + 3] as number) / 255;
    if (over === 1) continue;
    const below = of(at);
    const under = ((below[3] as number) / 255) * (1 - over);
    const all = over + under;
    if (under === 0) continue;
    for (let c = 0; c < 3; c++)
      data[at + c] = Math.round(((data[at + c] as number) * over + (below[c] as number) * under) / all);
    data[at + 3] = Math.round(255 * all);
  }
}
