// In: Pieces. Out: what the generator sees: ink lines of one width, nearer forms hiding farther ones.
// Painter's algorithm: each form is filled with paper over what lies behind it, then outlined in ink.
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import { polylines } from '../svg/path.ts';
import type { DisplayList, Piece } from './piece.ts';
import { drawPieces } from './draw-pieces.ts';
import { area, filled, painted, stroked } from './pens.ts';
import { CLEAR, FAINT, alphaOf, isUneven, type Shape } from '../svg/shape.ts';
import type { Plane } from '../sketch.ts';
import { traced, type Trace } from './trace.ts';

/** What lines are drawn of, where, and how wide (in drawing units). */
export interface Lines extends DisplayList {
  traces: readonly Trace[];
  grid: Grid;
  width: number;
  rasterise: Rasterise;
}

/** Ink coverage 0…1 over the grid. */
export function drawLines(of: Lines): Plane {
  return inkOf(of, (piece) => inked(piece, of.width), true);
}

/** The same of the lines that are no form's outline; null where there are none. */
export function drawInner(of: Lines): Plane | null {
  if (of.traces.length === 0 && !of.pieces.some(({ role }) => role === 'line')) return null;
  return inkOf(of, (piece) =>
    piece.role === 'line' ? round(piece.shape.d, of.width) : piece.role === 'form' ? area(piece, '#000') : '',
  );
}

/**
 * The same along the borders of what each piece claims, outlines included: where parts meet in the picture.
 */
export function drawBorders(of: Lines): Plane {
  return inkOf(of, (piece) => (piece.outlined ? rimmed(piece.shape, of.width) : inked(piece, of.width)));
}

/** A line along the outer border of a surface's outline. */
function rimmed(shape: Shape, width: number): string {
  const inner = Math.max(0, shape.stroke.width - width);
  return (
    stroked(shape, '#fff', shape.stroke.width + width) + filled(shape, '#000') + stroked(shape, '#000', inner)
  );
}

function inkOf(lines: Lines, pen: (piece: Piece) => string, weighed = false): Plane {
  const { traces, grid, width, rasterise } = lines;
  const image = drawPieces(lines, pen, { grid, ground: '#000' }, rasterise);
  const data = new Float32Array(grid.width * grid.height);
  for (let i = 0; i < data.length; i++) data[i] = image.data[4 * i]! / 255;
  for (const trace of traces) {
    const ink = traced(trace, grid, weighed ? trace.weight * width : width);
    for (let i = 0; i < data.length; i++) data[i] = Math.max(data[i]!, ink.data[i]!);
  }
  return { width: grid.width, height: grid.height, data };
}

/** Paper is black and ink white here, so that a pixel's red is its ink. */
function inked({ shape, area: part, role, border }: Piece, width: number): string {
  if (role === 'line') return round(shape.d, width);
  if (role !== 'form') return '';
  if (part === 'fill') return filled(shape, '#000') + round(border, width);
  // A fat stroke is a surface: its border is what shows of a wider stroke in ink around one in paper.
  const inner = Math.max(0, shape.stroke.width - width);
  const ends = shape.stroke.cap === 'butt' && shape.stroke.dash.length === 0 ? capped(shape, width) : '';
  return stroked(shape, '#fff', shape.stroke.width + width) + stroked(shape, '#000', inner) + ends;
}

function round(d: string, width: number): string {
  return `<path d="${d}" fill="none" stroke="#fff" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** Lines across the flat ends of an open fat stroke. */
function capped(shape: Shape, width: number): string {
  let d = '';
  for (const { points, closed } of polylines(shape.d)) {
    const n = points.length;
    if (closed || n < 4) continue;
    for (const [at, next] of [
      [0, 2],
      [n - 2, n - 4],
    ] as const) {
      const [x, y, u, v] = [points[at]!, points[at + 1]!, points[next]!, points[next + 1]!];
      const long = Math.hypot(u - x, v - y) || 1;
      const [dx, dy] = [
        ((v - y) / long) * (shape.stroke.width / 2),
        ((x - u) / long) * (shape.stroke.width / 2),
      ];
      d += `M${x - dx} ${y - dy}L${x + dx} ${y + dy}`;
    }
  }
  return d && `<path d="${d}" fill="none" stroke="#fff" stroke-width="${width}" stroke-linecap="round"/>`;
}

/**
 * Alpha 0…255 of all that the pieces paint, as drawn, whatever their opacity; of an image, its traced lines.
 * `least`: width of strokes in drawing units, where theirs is less.
 */
export function drawCoverage(
  list: Pick<Lines, 'drawing' | 'pieces' | 'traces'>,
  { grid, least = 0 }: { grid: Grid; least?: number },
  rasterise: Rasterise,
): Plane<Uint8Array> {
  // Paint that is blurred ends nowhere: it covers nothing of its own.
  const pen = (piece: Piece): string =>
    piece.role === 'image' || (piece.role === 'print' && piece.shape.blur > 0)
      ? ''
      : isFading(piece)
        ? painted(piece)
        : area(piece, '#fff', least);
  const image = drawPieces(list, pen, { grid, paints: list.pieces.some(isFading) }, rasterise);
  const data = new Uint8Array(grid.width * grid.height);
  for (let i = 0; i < data.length; i++) data[i] = image.data[4 * i + 3]!;
  for (const trace of list.traces) {
    if (trace.of !== 'image') continue;
    const lines = traced(trace, grid, Math.max(least, trace.width));
    for (let i = 0; i < data.length; i++) data[i] = Math.max(data[i]!, Math.round(255 * lines.data[i]!));
  }
  return { width: grid.width, height: grid.height, data };
}

/** Paint that is seen through in places, or is faint, covers as much as it shows; so does faint print. */
export function isFading({ paint, area: part, role, shape }: Piece): boolean {
  const own = part === 'fill' ? shape.fill : shape.stroke.paint;
  return paint && (isUneven(own) || alphaOf(own) * shape.opacity < (role === 'print' ? CLEAR : FAINT));
}

/**
 * Where forms lie without their outlines' outer halves: the lines' own
 * centre is then the silhouette's border.
 */
export function drawForms(list: DisplayList, grid: Grid, rasterise: Rasterise): Plane {
  const pen = ({ shape, area: part, role }: Piece): string =>
    role !== 'form' ? '' : part === 'fill' ? filled(shape, '#fff') : stroked(shape, '#fff');
  const image = drawPieces(list, pen, { grid }, rasterise);
  const data = new Float32Array(grid.width * grid.height);
  for (let i = 0; i < data.length; i++) data[i] = image.data[4 * i + 3]! / 255;
  return { width: grid.width, height: grid.height, data };
}
