// In: a drawing and the picture's box. Out: whether the drawing ends there, well inside the frame.
import type { Viewer } from './viewer.ts';
import type { Box } from '../../src/core/sketch.ts';

/**
 * How far outside the picture's box one looks whether the drawing goes on there, and what share of it may.
 */
const MARGIN = 0.03;
const RING_SIDE = 64;
const ENDS = 0.1;

/**
 * Whether hardly anything is drawn just outside `box`, well inside the frame: what fills it then is a tile or
 * a flag, and no ground.
 */
export async function endsAt(viewer: Viewer, svg: string, box: Box): Promise<boolean> {
  const [padX, padY] = [MARGIN * box.width, MARGIN * box.height];
  const around = {
    x: box.x - padX,
    y: box.y - padY,
    width: box.width + 2 * padX,
    height: box.height + 2 * padY,
  };
  const view = viewBoxOf(svg);
  if (view && !isWithin(around, view)) return false;
  const { width, height, data } = await viewer.draw(svg, around, RING_SIDE, RING_SIDE);
  let [ring, seen] = [0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (x > 0 && x < width - 1 && y > 0 && y < height - 1) continue;
      ring++;
      if (data[4 * (y * width + x) + 3]! > 127) seen++;
    }
  return seen < ENDS * ring;
}

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

export function viewBoxOf(svg: string): Box | null {
  const numbers = /viewBox="([\d.-]+)[ ,]+([\d.-]+)[ ,]+([\d.]+)[ ,]+([\d.]+)"/
    .exec(svg)
    ?.slice(1)
    .map(Number);
  if (!numbers) return null;
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  return { x, y, width, height };
}
