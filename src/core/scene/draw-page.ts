// In: pieces, a pen, a page. Out: the page's pixels. Where layer blurs reach far, a larger page is drawn and
// its middle kept: resvg cuts a clipped group off, or leaves it out, where its filters reach three pages far.
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import { blurReach } from './blurs.ts';
import { redraw, type Page, type PenStroke } from './redraw.ts';
import type { DisplayList } from './piece.ts';
import type { Rgba } from '../sketch.ts';

/**
 * A blur may reach this share of the page's side beyond it on each side: with the page that is less than
 * three.
 */
const FAR = 0.95;

export function drawPage(list: DisplayList, pen: PenStroke, page: Page, rasterise: Rasterise): Rgba {
  const { width, height, box } = page.grid;
  const reach = page.paints ? Math.max(0, ...list.pieces.map(({ shape }) => blurReach(shape))) : 0;
  /** Pixels on each side. */
  const room = (side: number, pixels: number): number =>
    Math.max(0, Math.ceil(((reach / FAR - side) / 2 / side) * pixels));
  const [padX, padY] = [room(box.width, width), room(box.height, height)];
  if (padX === 0 && padY === 0) return rasterise(redraw(list, pen, page), width, height);
  const grid = roomy(page.grid, padX, padY);
  const large = rasterise(redraw(list, pen, { ...page, grid }), grid.width, grid.height);
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    const from = 4 * ((y + padY) * grid.width + padX);
    data.set(large.data.subarray(from, from + 4 * width), 4 * y * width);
  }
  return { width, height, data };
}

function roomy({ box, width, height }: Grid, padX: number, padY: number): Grid {
  const [across, down] = [box.width / width, box.height / height];
  return {
    box: {
      x: box.x - padX * across,
      y: box.y - padY * down,
      width: box.width + 2 * padX * across,
      height: box.height + 2 * padY * down,
    },
    width: width + 2 * padX,
    height: height + 2 * padY,
  };
}
