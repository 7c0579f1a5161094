// Layers of one parent in, which of them are seen and in what order, out: what a list of layers does to the
// document.
import { stringOf } from '../document/scene.ts';
import type { Store } from '../document/store.ts';
import { attach } from '../document/tree.ts';
import { reflow } from '../layout/layout.ts';

export interface LayerRow {
  id: string;
  name: string;
  /** 1 for what belongs to the page. */
  level: number;
  isOpen: boolean;
  hasChildren: boolean;
  isHidden: boolean;
  isSelected: boolean;
}

/** Topmost first, as Figma lists them; what is below a layer stands under it while that is open. */
export function rowsOf(store: Store, open: ReadonlySet<string>): LayerRow[] {
  const selected = new Set(store.selection(store.currentPage));
  const below = (parent: string, level: number): LayerRow[] =>
    [...store.get(parent).children].reverse().flatMap((id) => {
      const node = store.get(id);
      const row = {
        ...{ id, name: stringOf(node, 'name'), level },
        isOpen: open.has(id),
        hasChildren: node.children.length > 0,
        isHidden: node.props.visible === false,
        isSelected: selected.has(id),
      };
      return row.isOpen ? [row, ...below(id, level + 1)] : [row];
    });
  return below(store.currentPage, 1);
}

/** All that hold one of these layers, up to the page. */
export function holdersOf(store: Store, ids: readonly string[]): string[] {
  const found = new Set<string>();
  for (const id of ids)
    for (let at = store.find(id)?.parent; at && at !== store.currentPage; at = store.get(at).parent)
      found.add(at);
  return [...found];
}

/**
 * Where `id` stands among its neighbours becomes where `at` stands; false where they have no parent in
 * common.
 */
export function moveTo(store: Store, id: string, at: string): boolean {
  const { parent } = store.get(id);
  if (parent === null || id === at || store.get(at).parent !== parent) return false;
  attach(store, id, parent, store.get(parent).children.indexOf(at));
  return true;
}

/** One step up (1) or down (-1) among its neighbours; false at the end. */
export function step(store: Store, id: string, way: 1 | -1): boolean {
  const { parent } = store.get(id);
  const neighbours = parent === null ? [] : store.get(parent).children;
  const next = neighbours[neighbours.indexOf(id) + way];
  return next !== undefined && moveTo(store, id, next);
}

export function setVisible(store: Store, id: string, visible: boolean): void {
  store.write(id, { visible });
  const { parent } = store.get(id);
  if (parent !== null) reflow(store, parent);
}
