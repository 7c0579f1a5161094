// Changes of the tree: create, move, clone, remove. In: store and ids. Out: writes in the store.
import { BIRTH } from './births.ts';
import { COORDINATELESS, type NodeType } from './kinds.ts';
import { reflow } from '../layout/layout.ts';
import type { NodeRecord, Plain } from './record.ts';
import type { Store } from './store.ts';

/** A new node; `props` go over those it is born with. */
export function create(
  store: Store,
  type: NodeType,
  parent: string | null,
  props: Readonly<Record<string, Plain>> = {},
): string {
  const record = newborn(store.nextId(), type, props);
  store.put(record.id, record);
  if (parent !== null) attach(store, record.id, parent);
  return record.id;
}

/** A node that hangs nowhere yet. */
export function newborn(id: string, type: NodeType, props: Readonly<Record<string, Plain>> = {}): NodeRecord {
  return {
    id,
    type,
    parent: null,
    children: [],
    props: { ...BIRTH[type], ...props },
    pluginData: {},
    relaunchData: {},
  };
}

/** Takes the node from where it is and puts it into `parent` at `index` (top by default). */
export function attach(store: Store, id: string, parent: string, index?: number): void {
  detach(store, id);
  const into = store.get(parent);
  const at = index ?? into.children.length;
  store.put(parent, { ...into, children: [...into.children.slice(0, at), id, ...into.children.slice(at)] });
  store.put(id, { ...store.get(id), parent });
  reflow(store, parent);
}

function detach(store: Store, id: string): void {
  const record = store.get(id);
  if (record.parent === null) return;
  const parent = store.get(record.parent);
  store.put(parent.id, { ...parent, children: parent.children.filter((child) => child !== id) });
  store.put(id, { ...record, parent: null });
  // D: a group whose last child goes is removed too (developers.figma.com/docs/plugins/api/GroupNode).
  if (COORDINATELESS.has(parent.type) && store.get(parent.id).children.length === 0) remove(store, parent.id);
  else reflow(store, parent.id);
}

export function remove(store: Store, id: string): void {
  for (const child of store.get(id).children) removeBelow(store, child);
  detach(store, id);
  store.put(id, undefined);
}

function removeBelow(store: Store, id: string): void {
  for (const child of store.get(id).children) removeBelow(store, child);
  store.put(id, undefined);
}

/** A copy with all below it, attached nowhere. `idOf` names the copies; `typeOf` may change the kind. */
export function copy(
  store: Store,
  id: string,
  idOf: (original: string) => string = () => store.nextId(),
  typeOf: (record: NodeRecord) => NodeType = (record) => record.type,
): string {
  const record = store.get(id);
  const own = idOf(id);
  const children = record.children.map((child) => copy(store, child, idOf));
  store.put(own, { ...record, id: own, type: typeOf(record), parent: null, children });
  for (const child of children) store.put(child, { ...store.get(child), parent: own });
  return own;
}

/** An instance of a component. Ids of what is inside are "I<instance>;<original>", as Figma forms them. */
export function createInstance(store: Store, component: string, parent: string): string {
  const instance = store.nextId();
  copy(
    store,
    component,
    (original) => (original === component ? instance : `I${instance};${original}`),
    (record) => (record.id === component ? 'INSTANCE' : record.type),
  );
  store.put(instance, { ...store.get(instance), pluginData: {}, relaunchData: {} });
  store.write(instance, { mainComponent: component });
  attach(store, instance, parent);
  return instance;
}
