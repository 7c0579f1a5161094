// In: a pattern, the box that it paints. Out: a pattern whose one tile holds many of its, side by side.
// resvg 2.6.2 rounds a tile to whole pixels and repeats it at that distance, so that tiles drift by up to
// half a pixel each (findings/resvg-tiles-in-whole-pixels.sh). One tile as large as what it paints never
// repeats. Tiles whose contents meet are left: between them there would be seams.
import { parseLength } from './basic-shapes.ts';
import { boxOf } from './box-of.ts';
import type { Ids } from './paint.ts';
import { staysInside } from './mask-region.ts';
import { inverse, parseTransform, type Matrix } from './transform.ts';
import { fitted } from './viewbox.ts';
import type { Box } from '../sketch.ts';
import type { Element } from './xml.ts';

/** More tiles in one, and more elements in all of them, cost more than they mend. */
const MOST_TILES = 1600;
const MOST_ELEMENTS = 8000;
/** Of a tile: less than that does not make another one. */
const SLACK = 0.01;
const OF_PATTERNS = /^(href|viewBox|preserveAspectRatio|overflow|pattern(Units|ContentUnits|Transform))$/;

type Attributes = Record<string, string>;

/**
 * Null where it is as well as it can be. `box`: of the shape, as SVG has it; `painted`: with its stroke; both
 * in its own coordinates. `id`: of the new pattern.
 */
export function spreadPattern(
  pattern: Element,
  { box, painted, ids, id }: { box: Box; painted: Box; ids: Ids; id: string },
): Element | null {
  const { attributes, children } = inherited(pattern, ids);
  const tile = tileOf(attributes, box);
  if (!tile || /visible/.test(attributes['overflow'] ?? '')) return null;
  const transform = parseTransform(attributes['patternTransform']);
  const content = group(contentMatrix(attributes, tile, box), children);
  const most = Math.min(MOST_TILES, MOST_ELEMENTS / count(content));
  const free = apart(content, tile);
  const spread = spans(painted, inverse(transform), tile).map((span, axis) => (free[axis] ? span : ONE));
  const [columns, rows] = [spread[0]!, spread[1]!];
  const [across, down] = within(columns.count, rows.count, most);
  if (across * down <= 1) return null;
  const copies: Element[] = [];
  for (let j = 0; j < down; j++)
    for (let i = 0; i < across; i++)
      copies.push(group([1, 0, 0, 1, i * tile.width, j * tile.height], [content]));
  const own = Object.entries(attributes).filter(([name]) => !OF_PATTERNS.test(name));
  const numbers = {
    x: tile.x + columns.first * tile.width,
    y: tile.y + rows.first * tile.height,
    width: across * tile.width,
    height: down * tile.height,
  };
  return {
    tag: 'pattern',
    attributes: {
      ...Object.fromEntries(own),
      ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, `${value}`] as const)),
      ...{ id, patternUnits: 'userSpaceOnUse', patternTransform: `matrix(${transform.join(' ')})` },
    },
    children: copies,
    text: '',
  };
}

const group = (matrix: Matrix, children: Element[]): Element => {
  return { tag: 'g', attributes: { transform: `matrix(${matrix.join(' ')})` }, children, text: '' };
};

/** Its own attributes and, where it has none, those and the content of what it refers to. */
function inherited(pattern: Element, ids: Ids): Pick<Element, 'attributes' | 'children'> {
  let { attributes, children } = pattern;
  let at: Element | undefined = pattern;
  for (let depth = 0; depth < 8; depth++) {
    at = ids.get((at.attributes['href'] ?? '').slice(1));
    if (at?.tag !== 'pattern') break;
    attributes = { ...at.attributes, ...attributes };
    if (children.length === 0) ({ children } = at);
  }
  return { attributes, children };
}

/** In the pattern's coordinates; null where it has no size, or one that hangs on the viewport. */
function tileOf(attributes: Attributes, box: Box): Box | null {
  const isPage = attributes['patternUnits'] === 'userSpaceOnUse';
  const of = (name: string): number => parseLength(attributes[name] ?? '0', isPage ? NaN : 1) ?? NaN;
  const [x, y, width, height] = [of('x'), of('y'), of('width'), of('height')];
  if (!(width > 0 && height > 0 && Number.isFinite(x + y))) return null;
  if (isPage) return { x, y, width, height };
  const [left, top] = [box.x + x * box.width, box.y + y * box.height];
  return { x: left, y: top, width: width * box.width, height: height * box.height };
}

/** From the content's coordinates to those of a tile that begins at 0. */
function contentMatrix(attributes: Attributes, { width, height }: Box, box: Box): Matrix {
  if (attributes['viewBox'] !== undefined) {
    const port = { x: 0, y: 0, width, height };
    return fitted({ tag: 'pattern', attributes, children: [], text: '' }, port).matrix;
  }
  const isBox = attributes['patternContentUnits'] === 'objectBoundingBox';
  return isBox ? [box.width, 0, 0, box.height, 0, 0] : [1, 0, 0, 1, 0, 0];
}

/** Tiles in a row: the number of the first, that of the pattern itself being 0, and how many. */
interface Span {
  first: number;
  count: number;
}
const ONE: Span = { first: 0, count: 1 };

/** `matrix`: from the shape's coordinates to the pattern's. */
function spans({ x, y, width, height }: Box, matrix: Matrix, tile: Box): [columns: Span, rows: Span] {
  const along = (axis: 0 | 1, start: number, side: number): Span => {
    const [a, b, c] = [matrix[axis], matrix[2 + axis]!, matrix[4 + axis]!];
    const corners = [x, x + width].flatMap((u) => [y, y + height].map((v) => a * u + b * v + c));
    const at = corners.map((corner) => (corner - start) / side);
    const first = Math.floor(Math.min(...at) + SLACK);
    return { first, count: Math.ceil(Math.max(...at) - SLACK) - first };
  };
  return [along(0, tile.x, tile.width), along(1, tile.y, tile.height)];
}

/** As many of both as there may be. */
function within(columns: number, rows: number, most: number): [across: number, down: number] {
  if (columns * rows <= most) return [columns, rows];
  const side = Math.max(1, Math.floor(Math.sqrt(most)));
  if (columns <= side) return [columns, Math.floor(most / columns)];
  return rows <= side ? [Math.floor(most / rows), rows] : [side, side];
}

const count = ({ children }: Element): number => children.reduce((sum, child) => sum + count(child), 1);

/** Whether copies of it do not meet from tile to tile: across, down. */
function apart(content: Element, { width, height }: Box): [boolean, boolean] {
  const box = boxOf(group([1, 0, 0, 1, 0, 0], [content]), width, height);
  if (!box || !staysInside(content, {})) return [false, false];
  const isFree = (from: number, long: number, side: number): boolean =>
    from >= -SLACK * side && from + long <= (1 + SLACK) * side && long < (1 - 2 * SLACK) * side;
  return [isFree(box.x, box.width, width), isFree(box.y, box.height, height)];
}
