// In: a Drawing's shapes in paint order. Out: those translucent ones that lie on opaque ones: paint, not glass.
// Two id buffers' worth of rasterising: the first opaque shape at every pixel, and each translucent shape by itself.
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import { alphaOf, type Drawing, type Shape } from '../svg/shape.ts';
import { topmost } from './id-buffer.ts';
import { filled, redraw } from './redraw.ts';
import type { Piece } from './roles.ts';

/** Of the drawing's longer side, pixels: an eighth of a model square is enough to ask what lies on what. */
const SIDE = 128;
/** From this opacity on a fill hides what is below it. */
const OPAQUE = 0.95;
/** Of a translucent shape's visible area, so much has something opaque below it. */
const SHARE = 0.9;
/** The largest are asked one by one; what is smaller is seen at its middle alone. */
const MOST = 400;

/** Shapes of `shapes` (paint order, ground left out) whose fill is laid on something opaque that was painted before. */
export function overOpaque(
  drawing: Drawing,
  shapes: readonly Shape[],
  rasterise: Rasterise,
): ReadonlySet<Shape> {
  const translucent = shapes.filter((shape) => isTranslucent(shape));
  if (translucent.length === 0) return new Set();
  const grid = gridOf(drawing);
  const first = firstOpaque(drawing, shapes, grid, rasterise);
  const order = new Map(shapes.map((shape, index) => [shape, index]));
  const large = new Set([...translucent].sort((a, b) => b.measure.area - a.measure.area).slice(0, MOST));
  const found = new Set<Shape>();
  for (const shape of translucent) {
    const index = order.get(shape)!;
    const cells = large.has(shape) ? cellsOf(drawing, shape, grid, rasterise) : [];
    const seen = cells.length > 0 ? cells : [middleOf(shape, grid)];
    const on = seen.filter((cell) => first[cell]! < index).length;
    if (on >= SHARE * seen.length) found.add(shape);
  }
  return found;
}

const opacityOf = (shape: Shape): number => alphaOf(shape.fill) * shape.opacity;

function isTranslucent(shape: Shape): boolean {
  const opacity = opacityOf(shape);
  return opacity > 0 && opacity < OPAQUE;
}

function gridOf({ box }: Drawing): Grid {
  const scale = SIDE / Math.max(box.width, box.height);
  const width = Math.max(1, Math.round(box.width * scale));
  return { box, width, height: Math.max(1, Math.round(box.height * scale)) };
}

const asPiece = (shape: Shape): Piece => ({ shape, area: 'fill', role: 'form', outlined: false });

/** Per pixel the place in `shapes` of the lowest opaque fill; Infinity where there is none. */
function firstOpaque(
  drawing: Drawing,
  shapes: readonly Shape[],
  grid: Grid,
  rasterise: Rasterise,
): Float64Array {
  const opaque = shapes.flatMap((shape, index) => (opacityOf(shape) >= OPAQUE ? [{ shape, index }] : []));
  // Drawn from the topmost down, so that the lowest covers the others.
  opaque.reverse();
  const pieces = opaque.map(({ shape }) => asPiece(shape));
  const lowest = topmost(drawing, pieces, () => true, grid, rasterise);
  return Float64Array.from(lowest.data, (number) => (number > 0 ? opaque[number - 1]!.index : Infinity));
}

/** The pixels that a shape covers where its clips and masks let it be seen. */
function cellsOf(drawing: Drawing, shape: Shape, grid: Grid, rasterise: Rasterise): number[] {
  const svg = redraw(drawing, [asPiece(shape)], () => filled(shape, '#fff'), { grid });
  const { data } = rasterise(svg, grid.width, grid.height);
  const cells: number[] = [];
  for (let i = 0; i < grid.width * grid.height; i++) if (data[4 * i + 3]! > 127) cells.push(i);
  return cells;
}

function middleOf(shape: Shape, { box, width, height }: Grid): number {
  const own = shape.measure.box;
  const at = (value: number, from: number, length: number, count: number): number =>
    Math.min(count - 1, Math.max(0, Math.floor(((value - from) / length) * count)));
  const x = at(own.x + own.width / 2, box.x, box.width, width);
  const y = at(own.y + own.height / 2, box.y, box.height, height);
  return y * width + x;
}
