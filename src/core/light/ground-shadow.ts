// In: where an object's feet stand, a studio. Out: the shadow on the ground, and the picture on top of it.
// What cast-shadow.ts finds on a coarse grid, laid under the picture at its size (bilinear interpolation).
import { bilinearZeroOutside } from '../image/bilinear.ts';
import { boundsOf } from '../image/bounds.ts';
import { layColourUnder } from '../image/over.ts';
import type { Studio } from '../card.ts';
import { castShadow } from './cast-shadow.ts';
import type { Feet } from './ground-contact.ts';
import type { Glass } from './ground-glass.ts';
import { between, boxOfCells, gridOver, type Grid } from '../image/grid.ts';
import type { Box, Rgba } from '../sketch.ts';

// Fainter than this, as opacity, nobody sees it on white.
const LEAST_OPACITY = 0.002;
// Of the light that glass throws, as opacity of its colour over the shadow.
const GLOW_OPACITY = 0.62;
// Figma takes no larger image.
const MOST_PIXELS = 4096;

/** One object's feet, and where it is of glass; null: nowhere. */
export interface Standing {
  feet: Feet;
  glass: Glass | null;
}

/** The part of the drawing that a shadow can reach, whatever the light. */
export function shadowBox({ grid, low, from, to }: Feet): Box {
  return boxOfCells(grid, { x0: from, y0: low - 1, x1: to - 1, y1: grid.height - 1 });
}

/** Lays the shadow under the picture, in place. Both straight alpha. */
export function layShadow(picture: Rgba, grid: Grid, { feet, glass }: Standing, studio: Studio): void {
  const ground = castShadow(feet, studio, glass);
  const to = between(grid, ground.grid);
  const plane = { width: ground.grid.width, height: ground.grid.height };
  const dark = { ...plane, data: ground.dark };
  const glow = ground.glow && { ...plane, data: ground.glow };
  const colour = studio.shadow.colour.map((v) => 255 * v);
  const { data, width } = picture;
  const columns = Float64Array.from({ length: width }, (_, x) => to.x(x));
  const found = boundsOf(dark, Number.MIN_VALUE);
  if (!found) return;
  // Cells beside the dark ones still have some of it, out to their middles.
  const first = columns.filter((u) => u <= found.x0 - 0.5).length;
  const end = columns.filter((u) => u < found.x1 + 1.5).length;
  for (let y = 0; y < grid.height; y++) {
    const v = to.y(y);
    if (v < Math.max(0, found.y0 - 0.5) || v > Math.min(ground.grid.height, found.y1 + 1.5)) continue;
    for (let x = first; x < end; x++) {
      const at = 4 * (y * width + x);
      let over = data[at + 3]! / 255;
      if (over === 1) continue;
      const u = columns[x]! - 0.5;
      if (glow && glass) {
        const bright = GLOW_OPACITY * bilinearZeroOutside(glow, u, v - 0.5) * (1 - over);
        if (bright >= LEAST_OPACITY) layColourUnder(data, at, glass.colour, bright);
        over = data[at + 3]! / 255;
      }
      const under = studio.shadow.strength * bilinearZeroOutside(dark, u, v - 0.5) * (1 - over);
      if (under < LEAST_OPACITY) continue;
      layColourUnder(data, at, colour, under);
    }
  }
}

/** The shadow alone, over `box`, with pixels as large as those of `grid`. */
export function shadowApart(
  grid: Grid,
  standing: readonly Standing[],
  studio: Studio,
  box: Box,
): { image: Rgba; grid: Grid } {
  const unit = grid.box.width / grid.width;
  const own = gridOver(box, Math.min(MOST_PIXELS, Math.round(Math.max(box.width, box.height) / unit)));
  const image = { width: own.width, height: own.height, data: new Uint8Array(4 * own.width * own.height) };
  for (const one of standing) layShadow(image, own, one, studio);
  return { image, grid: own };
}

/** Without the empty margins. */
export function trimmed(image: Rgba, grid: Grid): { image: Rgba; grid: Grid } {
  const { width, data } = image;
  const bounds = boundsOf(image, 1, 4, 3);
  if (!bounds) return { image, grid };
  const { x0, y0, x1, y1 } = bounds;
  const [across, down] = [x1 - x0 + 1, y1 - y0 + 1];
  const rows = new Uint8Array(4 * across * down);
  for (let y = 0; y < down; y++) {
    const from = 4 * ((y0 + y) * width + x0);
    rows.set(data.subarray(from, from + 4 * across), 4 * across * y);
  }
  return {
    image: { width: across, height: down, data: rows },
    grid: { box: boxOfCells(grid, bounds), width: across, height: down },
  };
}
