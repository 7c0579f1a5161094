// In: boxes in drawing coordinates. Out: pixel grids over them, ways between grids; boxes joined and cut.
// Affine maps along each axis; pixel i has its centre at i + 0.5.
import type { Box } from '../sketch.ts';
import type { Bounds } from './bounds.ts';

/** A pixel grid laid over a part of the drawing. */
export interface Grid {
  /** Drawing coordinates. */
  box: Box;
  width: number;
  height: number;
}

/**
 * Pixels of equal sides over `box`, `longest` along its longer side; the box grows a little to whole pixels.
 */
export function gridOver(box: Box, longest: number): Grid {
  const unit = Math.max(box.width, box.height) / longest;
  const width = Math.min(longest, Math.max(1, Math.round(box.width / unit)));
  const height = Math.min(longest, Math.max(1, Math.round(box.height / unit)));
  const grown = { width: width * unit, height: height * unit };
  return {
    box: { x: box.x + (box.width - grown.width) / 2, y: box.y + (box.height - grown.height) / 2, ...grown },
    width,
    height,
  };
}

/** The same pixels with `border` more of them on each side. */
export function padded(grid: Grid, border: number): Grid {
  const [across, down] = [grid.box.width / grid.width, grid.box.height / grid.height];
  const { x, y, width, height } = grid.box;
  return {
    box: {
      x: x - border * across,
      y: y - border * down,
      width: width + 2 * border * across,
      height: height + 2 * border * down,
    },
    width: grid.width + 2 * border,
    height: grid.height + 2 * border,
  };
}

/**
 * The box that some of a grid's pixels cover, in drawing coordinates. `down`: a
 * pixel's height where it is no square.
 */
export function boxOfCells({ box, width }: Grid, { x0, y0, x1, y1 }: Bounds, down = box.width / width): Box {
  const across = box.width / width;
  return {
    x: box.x + x0 * across,
    y: box.y + y0 * down,
    width: (x1 - x0 + 1) * across,
    height: (y1 - y0 + 1) * down,
  };
}

/**
 * Maps pixel centres of `from` to pixel coordinates of `to`, where pixel i of `to` has its centre at i + 0.5.
 */
export function between(
  from: Grid,
  to: Grid,
): { x: (pixel: number) => number; y: (pixel: number) => number } {
  const across = from.box.width / from.width;
  const down = from.box.height / from.height;
  return {
    x: (pixel) => ((from.box.x + (pixel + 0.5) * across - to.box.x) * to.width) / to.box.width,
    y: (pixel) => ((from.box.y + (pixel + 0.5) * down - to.box.y) * to.height) / to.box.height,
  };
}

/** Number of the pixel at a place in drawing coordinates, row by row; null off the grid. */
export function pixelAt({ box, width, height }: Grid, x: number, y: number): number | null {
  const unit = box.width / width;
  const [u, v] = [Math.floor((x - box.x) / unit), Math.floor((y - box.y) / unit)];
  return u < 0 || v < 0 || u >= width || v >= height ? null : v * width + u;
}

export function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** Null when they have nothing in common. */
export function overlap(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** Larger by so much on each side. */
export function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** Whether a box lies in another, borders included. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}
