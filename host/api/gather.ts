// Several nodes into a new one around them: group, boolean operations, component sets. In:
// nodes, parent, index. Out: NodeRef.
// D: developers.figma.com/docs/plugins/api/properties/figma-group and
// figma-combineasvariants, "Possible error cases".
import { assertWritable } from '../limits/access.ts';
import { union } from '../geometry/rect.ts';
import type { NodeType } from '../document/kinds.ts';
import { NodeRef } from './refs.ts';
import { assertMovable } from '../limits/reparent.ts';
import { absoluteBox, pageOf } from '../document/scene.ts';
import * as say from '../limits/sentences.ts';
import type { Session } from '../run/session.ts';
import type { Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { attach, create } from '../document/tree.ts';

export function gather(
  session: Session,
  { type, operation }: { type: NodeType; operation: string },
  nodes: readonly NodeRef[],
  { parent, index }: { parent: NodeRef; index: number | undefined },
): NodeRef {
  const { store } = session;
  assertWritable(session, store.get(parent.id), operation);
  if (nodes.length === 0)
    throw new Error(`in ${operation}: First argument must be an array of at least one node`);
  const into = store.get(parent.id);
  for (const { id } of nodes) {
    const node = store.find(id);
    if (!node) throw say.gone(operation, id);
    assertMovable(session, operation, node, { parent: into, index });
    if (pageOf(store, node)?.id !== pageOf(store, into)?.id)
      throw new Error(`in ${operation}: Grouped nodes must be in the same page as the parent`);
    // wording assumed: "combineAsVariants … takes components" (plugin-api.d.ts).
    if (type === 'COMPONENT_SET' && node.type !== 'COMPONENT')
      throw new Error(`in ${operation}: Cannot combine a ${node.type} as a variant`);
  }
  const id = create(store, type, null, PROPS[operation] ?? {});
  const before = new Map(nodes.map((node) => [node.id, absoluteBox(store, store.get(node.id))]));
  store.put(id, { ...store.get(id), children: nodes.map((node) => node.id) });
  for (const node of nodes) takeFrom(store, node.id, id);
  attach(store, id, parent.id, index);
  if (type === 'COMPONENT_SET') enclose(store, id, before);
  return new NodeRef(id);
}

const PROPS: Record<string, Record<string, Plain>> = {
  union: { booleanOperation: 'UNION', name: 'Union' },
  subtract: { booleanOperation: 'SUBTRACT', name: 'Subtract' },
  intersect: { booleanOperation: 'INTERSECT', name: 'Intersect' },
  exclude: { booleanOperation: 'EXCLUDE', name: 'Exclude' },
};

/** Leaves the old parent without closing groups on the way: the new node takes it over. */
function takeFrom(store: Store, id: string, owner: string): void {
  const record = store.get(id);
  if (record.parent !== null) {
    const parent = store.get(record.parent);
    store.put(parent.id, { ...parent, children: parent.children.filter((child) => child !== id) });
  }
  store.put(id, { ...record, parent: owner });
}

/** A set stands around its variants, which keep their places on the page. Upright parents only. */
function enclose(
  store: Store,
  set: string,
  before: ReadonlyMap<string, { x: number; y: number; width: number; height: number }>,
): void {
  const box = union(before.values());
  if (!box) return;
  const own = store.get(set);
  const parent = own.parent === null ? null : store.get(own.parent);
  const origin = parent && parent.type !== 'PAGE' ? absoluteBox(store, parent) : { x: 0, y: 0 };
  store.write(set, {
    width: box.width,
    height: box.height,
    relativeTransform: [
      [1, 0, box.x - origin.x],
      [0, 1, box.y - origin.y],
    ],
  });
  for (const [id, { x, y }] of before)
    store.write(id, {
      relativeTransform: [
        [1, 0, x - box.x],
        [0, 1, y - box.y],
      ],
    });
}
