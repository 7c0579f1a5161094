// What a node covers on its page when drawn, strokes included. In: store and
// record. Out: Rect in page coordinates.
import { flatten } from './path.ts';
import { complexReach } from './complex-stroke.ts';
import { boxOfLines, intersect, union, boxOf, type Rect } from './rect.ts';
import { apply } from './transform.ts';
import { effectReach } from './effect-reach.ts';
import { BARE, BOARD, FRAME_LIKE } from '../document/kinds.ts';
import { outlines } from './outline.ts';
import { sidesOf } from './sides.ts';
import { absoluteBox, absoluteTransform, numberOf, sizeOf } from '../document/scene.ts';
import type { NodeRecord, Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';

/** null when nothing of it is drawn. (plugin-api.d.ts, absoluteRenderBounds: null for invisible nodes) */
export function renderBounds(store: Store, record: NodeRecord): Rect | null {
  if (record.props.visible === false) return null;
  const drawn = drawnBounds(store, record);
  if (!drawn) return null;
  const [left, top, right, bottom] = effectReach(record);
  const width = drawn.width + left + right;
  return { x: drawn.x - left, y: drawn.y - top, width, height: drawn.height + top + bottom };
}

/** Without effects. */
function drawnBounds(store: Store, record: NodeRecord): Rect | null {
  if (BARE.has(record.type)) return childBounds(store, record);
  const own = ownBounds(store, record);
  if (record.type === 'BOOLEAN_OPERATION' || record.children.length === 0) return own;
  const inner = childBounds(store, record);
  if (record.props.clipsContent !== true) return union([own, inner].filter((box) => box !== null));
  const cut = inner && intersect(inner, absoluteBox(store, record));
  return union([own, cut].filter((box) => box !== null));
}

function childBounds(store: Store, record: NodeRecord): Rect | null {
  const boxes = record.children.map((id) => renderBounds(store, store.get(id)));
  return union(boxes.filter((box) => box !== null));
}

const shown = (paints: Plain | undefined): boolean =>
  Array.isArray(paints) && paints.some((paint) => (paint as { visible?: boolean }).visible !== false);

/** How far strokes and effects reach outside the outline, in the node's own units. */
function strokeReach(record: NodeRecord): number {
  if (!shown(record.props.strokes)) return 0;
  const byHand = complexReach(record);
  if (byHand !== null) return byHand;
  const weight = Math.max(...(sidesOf(record) ?? [numberOf(record, 'strokeWeight')]));
  const align = record.props.strokeAlign;
  return align === 'OUTSIDE' ? weight : align === 'CENTER' ? weight / 2 : 0;
}

function ownBounds(store: Store, record: NodeRecord): Rect | null {
  const transform = absoluteTransform(store, record);
  // D: a slice is a region, it draws nothing (plugin-api.d.ts, createSlice: "invisible").
  if (record.type === 'SLICE') return null;
  const isBoard = BOARD.has(record.type) && record.type !== 'CONNECTOR' && record.type !== 'HIGHLIGHT';
  if (isBoard || FRAME_LIKE.has(record.type) || record.type === 'RECTANGLE' || record.type === 'SECTION') {
    const reach = strokeReach(record);
    const { width, height } = sizeOf(store, record);
    return boxOf(transform, { x: -reach, y: -reach, width: width + 2 * reach, height: height + 2 * reach });
  }
  const reach = strokeReach(record);
  return boxOfLines(
    linesOf(store, record, reach).map((points) => ({
      points: points.map((point) => apply(transform, ...point)),
    })),
  );
}

/** By record, which is another one after every write. */
const known = new WeakMap<NodeRecord, [number, number][][]>();

/** In the node's own units. Figma keeps them too; a plugin asks for bounds many times. */
function linesOf(store: Store, record: NodeRecord, reach: number): [number, number][][] {
  const kept = known.get(record);
  if (kept) return kept;
  const lines = outlines(store, record)
    .flatMap((outline) => flatten(outline.data))
    .map((line) => strokePoints(line, reach, record));
  // What has children may change with them.
  if (record.children.length === 0) known.set(record, lines);
  return lines;
}

/**
 * The outermost points of a stroked polyline: both sides of each piece, tips or
 * rounds at joins, caps at the ends.
 */
function strokePoints(
  { points: all, closed }: { points: [number, number][]; closed: boolean },
  reach: number,
  record: NodeRecord,
): [number, number][] {
  if (reach === 0) return all;
  const points = all.filter((point, index) => index === 0 || distance(point, all[index - 1]!) > 1e-9);
  if (closed && points.length > 1 && distance(points[0]!, points.at(-1)!) < 1e-9) points.pop();
  const outer: [number, number][] = [];
  const miter = record.props.strokeJoin === 'MITER' ? numberOf(record, 'strokeMiterLimit') : 0;
  const cap = record.props.strokeCap;
  points.forEach((point, index) => {
    const before = points[index - 1] ?? (closed ? points.at(-1) : undefined);
    const after = points[index + 1] ?? (closed ? points[0] : undefined);
    const isEnd = !before || !after;
    if (isEnd ? cap === 'ROUND' : record.props.strokeJoin === 'ROUND') outer.push(...circle(point, reach));
    for (const other of [before, after]) {
      if (!other) continue;
      const [ux, uy] = unit(point[0] - other[0], point[1] - other[1]);
      const out = isEnd && cap === 'SQUARE' ? reach : 0;
      const [x, y] = [point[0] + ux * out, point[1] + uy * out];
      outer.push([x - uy * reach, y + ux * reach], [x + uy * reach, y - ux * reach]);
    }
    if (before && after && miter > 0) outer.push(miterTip(point, [before, after], reach, miter));
  });
  return outer;
}

/** The tip of a mitred corner, or the corner itself where the limit cuts it off. */
function miterTip(
  [x, y]: [number, number],
  [before, after]: [[number, number], [number, number]],
  reach: number,
  limit: number,
): [number, number] {
  const [ux, uy] = unit(x - before[0], y - before[1]);
  const [vx, vy] = unit(x - after[0], y - after[1]);
  const [tx, ty] = unit(ux + vx, uy + vy);
  const sine = Math.sqrt(Math.max(0, (1 - (ux * vx + uy * vy)) / 2)); // of half the corner's angle
  return sine > 0 && 1 / sine <= limit ? [x + (tx * reach) / sine, y + (ty * reach) / sine] : [x, y];
}

function circle([x, y]: [number, number], radius: number): [number, number][] {
  return Array.from({ length: 32 }, (_, i) => {
    const angle = (i / 32) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

const distance = (a: [number, number], b: [number, number]): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function unit(x: number, y: number): [number, number] {
  const length = Math.hypot(x, y);
  return length === 0 ? [0, 0] : [x / length, y / length];
}
