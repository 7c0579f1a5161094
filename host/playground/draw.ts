// The drawing tools' results: a drag or a pencil stroke → a new node in the
// frame where it began. Out: node id.
import type { Rect } from '../geometry/rect.ts';
import { compose, invert, translation, type Transform } from '../geometry/transform.ts';
import { solid } from '../document/births.ts';
import type { NodeType } from '../document/kinds.ts';
import { absoluteTransform } from '../document/scene.ts';
import type { NodeRecord, Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { create } from '../document/tree.ts';
import { smoothPath, thin } from './smooth.ts';
import { frameAt } from './pick.ts';

export type DrawTool = 'frame' | 'rectangle' | 'ellipse' | 'line' | 'pencil';
type Point = readonly [number, number];

const WORDS: Partial<Record<NodeType, string>> = {
  FRAME: 'Frame',
  RECTANGLE: 'Rectangle',
  ELLIPSE: 'Ellipse',
  LINE: 'Line',
  VECTOR: 'Vector',
};
const INK = solid(0.13, 0.13, 0.13);

/** From page coordinates to those of the container. */
function inside(store: Store, container: NodeRecord): Transform {
  return container.type === 'PAGE' ? translation(0, 0) : invert(absoluteTransform(store, container));
}

const numbered = (store: Store, container: NodeRecord, type: NodeType): string => {
  const same = container.children.filter((id) => store.get(id).type === type).length;
  return `${WORDS[type] ?? type} ${same + 1}`;
};

/** A dragged shape. `square` keeps both sides equal, or a line level, upright or diagonal. */
export function drawShape(
  store: Store,
  tool: DrawTool,
  { from, to, square }: { from: Point; to: Point; square: boolean },
): string {
  const container = tool === 'frame' ? store.get(store.currentPage) : frameAt(store, ...from);
  if (tool === 'line') return drawLine(store, container, from, square ? snapped(from, to) : to);
  const box = boxBetween(from, to, square);
  const place = compose(inside(store, container), translation(box.x, box.y));
  const type = tool === 'frame' ? 'FRAME' : tool === 'rectangle' ? 'RECTANGLE' : 'ELLIPSE';
  const outlined: Record<string, Plain> =
    type === 'FRAME' ? {} : { strokes: [INK], strokeWeight: 2, strokeAlign: 'CENTER' };
  return create(store, type, container.id, {
    name: numbered(store, container, type),
    relativeTransform: place,
    width: box.width,
    height: box.height,
    ...outlined,
  });
}

function drawLine(store: Store, container: NodeRecord, from: Point, to: Point): string {
  const length = Math.max(1, Math.hypot(to[0] - from[0], to[1] - from[1]));
  const [c, s] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  return create(store, 'LINE', container.id, {
    name: numbered(store, container, 'LINE'),
    relativeTransform: compose(inside(store, container), [
      [c, -s, from[0]],
      [s, c, from[1]],
    ]),
    width: length,
    strokes: [INK],
    strokeWeight: 2,
    strokeCap: 'ROUND',
  });
}

/** A pencil stroke; `scale` is page units a screen pixel, so that what is thinned away cannot be seen. */
export function drawPencil(store: Store, points: readonly Point[], scale: number): string | null {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return null;
  const container = frameAt(store, ...first);
  const toInside = inside(store, container);
  const local = points.map(([x, y]): Point => [
    toInside[0][0] * x + toInside[0][1] * y + toInside[0][2],
    toInside[1][0] * x + toInside[1][1] * y + toInside[1][2],
  ]);
  const closes = points.length > 8 && Math.hypot(last[0] - first[0], last[1] - first[1]) < 8 * scale;
  const thinned = thin(local, 0.8 * scale);
  const kept = closes ? thinned.slice(0, -1) : thinned;
  const xs = local.map(([x]) => x);
  const ys = local.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const moved = kept.map(([px, py]): Point => [px - x, py - y]);
  return create(store, 'VECTOR', container.id, {
    name: numbered(store, container, 'VECTOR'),
    relativeTransform: translation(x, y),
    width: Math.max(...xs) - x,
    height: Math.max(...ys) - y,
    vectorPaths: [{ windingRule: closes ? 'NONZERO' : 'NONE', data: smoothPath(moved, closes) }],
    strokes: [INK],
    strokeWeight: 2,
    strokeCap: 'ROUND',
    strokeJoin: 'ROUND',
  });
}

export function boxBetween(from: Point, to: Point, square: boolean): Rect {
  let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  if (square) {
    const side = Math.max(Math.abs(dx), Math.abs(dy));
    [dx, dy] = [Math.sign(dx || 1) * side, Math.sign(dy || 1) * side];
  }
  return {
    x: Math.min(from[0], from[0] + dx),
    y: Math.min(from[1], from[1] + dy),
    width: Math.max(1, Math.abs(dx)),
    height: Math.max(1, Math.abs(dy)),
  };
}

function snapped(from: Point, to: Point): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const angle = (Math.round(Math.atan2(dy, dx) / (Math.PI / 4)) * Math.PI) / 4;
  const length = Math.hypot(dx, dy);
  return [from[0] + Math.cos(angle) * length, from[1] + Math.sin(angle) * length];
}
