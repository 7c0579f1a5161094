// In: Pieces that are pixels (placed images) or ink painted as thin shapes. Out: their lines, as a distance to the middle.
import type { Rasterise } from './engine.ts';
import { between, gridOver, overlap, union, type Grid } from './fit.ts';
import { distanceTo } from './flood.ts';
import { area, painted, redraw } from './restyle.ts';
import type { Piece } from './roles.ts';
import type { Drawing } from './shape.ts';
import type { Box, Plane, Rgba } from './sketch.ts';
import { thin, withoutSpecks } from './thin.ts';

export interface Trace {
  of: 'image' | 'brush';
  /** What a line's width counts as where the drawing has none of its own: drawing units. */
  width: number;
  grid: Grid;
  /** Distance to the nearest line's middle, in drawing units. */
  distance: Plane;
  /** Where the lines are; null when there are none. */
  box: Box | null;
}

const GRID = 640;
// Ink is darker than the mean around it by this share; the window is an eighth of the image, wider than any pen's line.
const DARKER = 0.14;
const WINDOW = 1 / 8;
// Lines shorter than this many pixels are dust.
const DUST = 14;
// A traced line is this wide, as a share of what was traced: about the canonical stroke.
const LINE = 0.01;

export function traceImages(drawing: Drawing, pieces: readonly Piece[], rasterise: Rasterise): Trace | null {
  const images = pieces.filter((piece) => piece.role === 'image');
  const frame = images.reduce<Box | null>((all, { shape }) => {
    const seen = overlap(shape.measure.box, drawing.box);
    return seen && all ? union(all, seen) : (seen ?? all);
  }, null);
  if (!frame) return null;
  const grid = gridOver(frame, GRID);
  const pen = (piece: Piece): string => (piece.role === 'image' ? painted(piece) : '');
  const image = rasterise(
    redraw(drawing, pieces, pen, { grid, paints: true, ground: '#fff' }),
    grid.width,
    grid.height,
  );
  return middle('image', withoutSpecks(darker(image), DUST), grid);
}

/** Brush strokes that are filled shapes; forms painted over them hide them. */
export function traceBrushes(
  drawing: Drawing,
  pieces: readonly Piece[],
  object: Box,
  rasterise: Rasterise,
): Trace | null {
  if (!pieces.some((piece) => piece.role === 'brush')) return null;
  const grid = gridOver(object, GRID);
  const pen = (piece: Piece): string =>
    piece.role === 'brush' ? area(piece, '#fff') : piece.role === 'form' ? area(piece, '#000') : '';
  const image = rasterise(redraw(drawing, pieces, pen, { grid, ground: '#000' }), grid.width, grid.height);
  const data = new Uint8Array(grid.width * grid.height);
  for (let i = 0; i < data.length; i++) data[i] = (image.data[4 * i] ?? 0) > 110 ? 1 : 0;
  return middle('brush', { width: grid.width, height: grid.height, data }, grid);
}

function middle(of: Trace['of'], ink: Plane<Uint8Array>, grid: Grid): Trace {
  const lines = withoutSpecks(thin(ink), 5);
  const unit = grid.box.width / grid.width;
  const distance = distanceTo(lines);
  for (let i = 0; i < distance.data.length; i++) distance.data[i] = (distance.data[i] ?? 0) * unit;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  lines.data.forEach((value, i) => {
    if (!value) return;
    const x = i % grid.width;
    const y = (i - x) / grid.width;
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
  });
  const { x, y } = grid.box;
  const box =
    x1 > x0
      ? { x: x + x0 * unit, y: y + y0 * unit, width: (x1 - x0) * unit, height: (y1 - y0) * unit }
      : null;
  return { of, width: LINE * Math.max(box?.width ?? 0, box?.height ?? 0), grid, distance, box };
}

/** Local threshold: paper's shading and a lamp's falloff do not matter, only what is darker than around it. */
function darker({ width, height, data }: Rgba): Plane<Uint8Array> {
  const grey = new Float32Array(width * height);
  for (let i = 0; i < grey.length; i++)
    grey[i] = 0.299 * (data[4 * i] ?? 0) + 0.587 * (data[4 * i + 1] ?? 0) + 0.114 * (data[4 * i + 2] ?? 0);
  // Sums over all that lies above and to the left.
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += grey[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  const half = Math.max(4, Math.round((WINDOW * Math.max(width, height)) / 2));
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [y0, y1] = [Math.max(0, y - half), Math.min(height, y + half + 1)];
    for (let x = 0; x < width; x++) {
      const [x0, x1] = [Math.max(0, x - half), Math.min(width, x + half + 1)];
      const at = (u: number, v: number): number => sums[v * (width + 1) + u] ?? 0;
      const mean = (at(x1, y1) - at(x0, y1) - at(x1, y0) + at(x0, y0)) / ((x1 - x0) * (y1 - y0));
      const value = grey[y * width + x] ?? 0;
      ink[y * width + x] = value < mean * (1 - DARKER) && mean - value > 14 ? 1 : 0;
    }
  }
  return { width, height, data: ink };
}

/** Coverage 0…1 of the traced lines over any grid, `lineWidth` in drawing units. */
export function traced(trace: Trace, grid: Grid, lineWidth: number): Plane {
  const data = new Float32Array(grid.width * grid.height);
  const pixel = grid.box.width / grid.width;
  const { width, height } = trace.grid;
  const to = between(grid, trace.grid);
  const at = trace.distance.data;
  for (let y = 0, i = 0; y < grid.height; y++) {
    const v = to.y(y) - 0.5;
    for (let x = 0; x < grid.width; x++, i++) {
      const u = to.x(x) - 0.5;
      if (u < -1 || v < -1 || u > width || v > height) continue;
      const [cu, cv] = [Math.min(width - 1.001, Math.max(0, u)), Math.min(height - 1.001, Math.max(0, v))];
      const [k, l] = [Math.floor(cu), Math.floor(cv)];
      const [f, g] = [cu - k, cv - l];
      const j = l * width + k;
      const top = (at[j] ?? 0) * (1 - f) + (at[j + 1] ?? 0) * f;
      const bottom = (at[j + width] ?? 0) * (1 - f) + (at[j + width + 1] ?? 0) * f;
      const far = top * (1 - g) + bottom * g;
      data[i] = Math.min(1, Math.max(0, (lineWidth / 2 - far) / pixel + 0.5));
    }
  }
  return { width: grid.width, height: grid.height, data };
}
