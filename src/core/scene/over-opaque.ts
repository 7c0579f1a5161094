// In: a Drawing's shapes in paint order. Out: those translucent ones that lie on opaque ones:
// paint, not glass. Two id buffers' worth of rasterising: the first opaque shape at every pixel,
// and each translucent shape by itself.
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import { alphaOf, isBlended, type Drawing, type Shape } from '../svg/shape.ts';
import { topmost } from './id-buffer.ts';
import { NOTHING_LAID, type Laid } from './laid.ts';
import { drawPieces } from './draw-pieces.ts';
import { area } from './pens.ts';
import { plainPiece, type Piece } from './piece.ts';

/** Of the drawing's longer side, pixels: an eighth of a model square is enough to ask what lies on what. */
const SIDE = 128;
/** From this opacity on a fill hides what is below it. */
const OPAQUE = 0.95;
/** Of a translucent shape's visible area, so much has something opaque below it. */
const SHARE = 0.9;
/** From so much on it is paint that reaches beyond its body, and no glass. */
const MOSTLY = 0.5;
/** The largest are asked one by one; what is smaller is seen at its middle alone. */
const MOST_PIECES = 400;

/**
 * Of `shapes` (paint order, ground left out): those whose fill or stroke lies on
 * something opaque that was painted before.
 */
export function overOpaque(drawing: Drawing, shapes: readonly Shape[], rasterise: Rasterise): Laid {
  const asked = (['fill', 'stroke'] as const).flatMap((area) =>
    shapes.filter((shape) => isTranslucent(shape, area)).map((shape) => ({ shape, area })),
  );
  if (asked.length === 0) return NOTHING_LAID;
  const grid = gridOf(drawing);
  const first = firstOpaque(drawing, shapes, grid, rasterise);
  const order = new Map(shapes.map((shape, index) => [shape, index]));
  const bySize = [...asked].sort((a, b) => b.shape.measure.area - a.shape.measure.area);
  const large = new Set(bySize.slice(0, MOST_PIECES));
  const found = { fills: new Set<Shape>(), strokes: new Set<Shape>(), mostly: new Set<Shape>() };
  for (const one of asked) {
    const { shape, area } = one;
    const index = order.get(shape)!;
    const cells = large.has(one) ? cellsOf(drawing, one, grid, rasterise) : [];
    const seen = cells.length > 0 ? cells : [middleOf(shape, grid)];
    const on = seen.filter((cell) => first[cell]! < index).length;
    if (on >= SHARE * seen.length) found[area === 'fill' ? 'fills' : 'strokes'].add(shape);
    else if (area === 'fill' && on >= MOSTLY * seen.length) found.mostly.add(shape);
  }
  return found;
}

/** What blends with what lies below, or is blurred, does not hide it. */
function opacityOf(shape: Shape, area: Piece['area']): number {
  const alpha = alphaOf(area === 'fill' ? shape.fill : shape.stroke.paint) * shape.opacity;
  return isBlended(shape) || shape.blur > 0 ? Math.min(0.5, alpha) : alpha;
}

function isTranslucent(shape: Shape, area: Piece['area']): boolean {
  const opacity = opacityOf(shape, area);
  return opacity > 0 && opacity < OPAQUE;
}

function gridOf({ box }: Drawing): Grid {
  const scale = SIDE / Math.max(box.width, box.height);
  const width = Math.max(1, Math.round(box.width * scale));
  return { box, width, height: Math.max(1, Math.round(box.height * scale)) };
}

const asPiece = (shape: Shape, part: Piece['area']): Piece => ({ ...plainPiece(shape), area: part });

/** Per pixel the place in `shapes` of the lowest opaque fill; Infinity where there is none. */
function firstOpaque(
  drawing: Drawing,
  shapes: readonly Shape[],
  grid: Grid,
  rasterise: Rasterise,
): Float64Array {
  const opaque = shapes.flatMap((shape, index) =>
    opacityOf(shape, 'fill') >= OPAQUE ? [{ shape, index }] : [],
  );
  // Drawn from the topmost down, so that the lowest covers the others.
  opaque.reverse();
  const pieces = opaque.map(({ shape }) => asPiece(shape, 'fill'));
  const lowest = topmost({ drawing, pieces }, () => true, { grid }, rasterise);
  return Float64Array.from(lowest.data, (number) => (number > 0 ? opaque[number - 1]!.index : Infinity));
}

/** The pixels that a shape covers where its clips and masks let it be seen. */
function cellsOf(
  drawing: Drawing,
  { shape, area: part }: Pick<Piece, 'shape' | 'area'>,
  grid: Grid,
  rasterise: Rasterise,
): number[] {
  const piece = asPiece(shape, part);
  const { data } = drawPieces({ drawing, pieces: [piece] }, () => area(piece, '#fff'), { grid }, rasterise);
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
