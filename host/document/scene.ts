// What a node's place in the tree says about it: page, container, transforms and
// sizes. In: store and id. Out: values.
import { boxOf, union, type Rect } from '../geometry/rect.ts';
import { apply, compose, IDENTITY, invert, move, type Transform } from '../geometry/transform.ts';
import { COORDINATELESS } from './kinds.ts';
import type { NodeRecord } from './record.ts';
import type { Store } from './store.ts';

export const numberOf = (record: NodeRecord, key: string): number => {
  const value = record.props[key];
  if (typeof value !== 'number')
    throw new Error(`${record.type} ${record.id}: ${key} is ${JSON.stringify(value)}, wanted a number`);
  return value;
};

export const stringOf = (record: NodeRecord, key: string): string => {
  const value = record.props[key];
  if (typeof value !== 'string')
    throw new Error(`${record.type} ${record.id}: ${key} is ${JSON.stringify(value)}, wanted a string`);
  return value;
};

/** Own and all below, parents first. */
export function* walk(store: Store, id: string): Generator<NodeRecord> {
  const record = store.get(id);
  yield record;
  for (const child of record.children) yield* walk(store, child);
}

/** The ancestors, nearest first. */
export function* ancestors(store: Store, record: NodeRecord): Generator<NodeRecord> {
  for (let id = record.parent; id !== null;) {
    const parent = store.get(id);
    yield parent;
    id = parent.parent;
  }
}

export function pageOf(store: Store, record: NodeRecord): NodeRecord | null {
  if (record.type === 'PAGE') return record;
  for (const above of ancestors(store, record)) if (above.type === 'PAGE') return above;
  return null;
}

/** Where a node's relativeTransform counts from: the nearest ancestor that is no group or boolean operation.
 * (developers.figma.com/docs/plugins/api/node-properties, relativeTransform) */
function containerOf(store: Store, record: NodeRecord): NodeRecord | null {
  for (const above of ancestors(store, record)) if (!COORDINATELESS.has(above.type)) return above;
  return null;
}

/** Transform inside the container. A group keeps only its turn; its place follows from its children. */
export function relativeTransform(store: Store, record: NodeRecord): Transform {
  const own = record.props.relativeTransform as Transform | undefined;
  if (!own) return IDENTITY;
  if (!COORDINATELESS.has(record.type)) return own;
  const turn = move(own, 0, 0);
  const box = contentBox(store, record, turn);
  const [x, y] = apply(turn, box.x, box.y);
  return move(turn, x, y);
}

/** Size of the node's own rectangle, before its transform. */
export function sizeOf(store: Store, record: NodeRecord): { width: number; height: number } {
  if (!COORDINATELESS.has(record.type))
    return { width: numberOf(record, 'width'), height: numberOf(record, 'height') };
  const own = record.props.relativeTransform as Transform;
  const { width, height } = contentBox(store, record, move(own, 0, 0));
  return { width, height };
}

/**
 * The box around a group's children along the group's own axes. Asks each child once: groups lie in groups,
 * and twice at every level is never done 60 levels deep.
 */
function contentBox(store: Store, group: NodeRecord, turn: Transform): Rect {
  const back = invert(turn);
  const boxes = group.children.map((id) => {
    const child = store.get(id);
    if (!COORDINATELESS.has(child.type))
      return boxOf(compose(back, relativeTransform(store, child)), { x: 0, y: 0, ...sizeOf(store, child) });
    const own = move(child.props.relativeTransform as Transform, 0, 0);
    return boxOf(compose(back, own), contentBox(store, child, own));
  });
  return union(boxes) ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** Transform from the node's own space to its page's. */
export function absoluteTransform(store: Store, record: NodeRecord): Transform {
  const container = containerOf(store, record);
  const own = relativeTransform(store, record);
  return container && container.type !== 'PAGE' ? compose(absoluteTransform(store, container), own) : own;
}

export function absoluteBox(store: Store, record: NodeRecord): Rect {
  return boxOf(absoluteTransform(store, record), { x: 0, y: 0, ...sizeOf(store, record) });
}

/** Moves a node so that its relativeTransform becomes `wanted`. A group moves by moving its children. */
export function place(store: Store, id: string, wanted: Transform): void {
  const record = store.get(id);
  if (!COORDINATELESS.has(record.type)) {
    store.write(id, { relativeTransform: wanted });
    return;
  }
  const step = compose(wanted, invert(relativeTransform(store, record)));
  for (const child of record.children)
    place(store, child, compose(step, relativeTransform(store, store.get(child))));
  store.write(id, { relativeTransform: move(wanted, 0, 0) });
}

/** D: plugin-api.d.ts, visible: "An object is visible if .visible == true for itself and all its parents." */
export const isShown = (store: Store, record: NodeRecord): boolean =>
  record.props.visible !== false && [...ancestors(store, record)].every((one) => one.props.visible !== false);
