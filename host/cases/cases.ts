// Everything that can be selected, by name: kinds of nodes and the places where a
// node can sit. In: an empty document.
// Out: scenes, each with a drawing in it and what the user has selected. Tests iterate over NODE_KINDS (and
// over FRAMES of frame/variants.ts and FAULT_IDS of faults/faults.ts).
import { BOARD_KINDS } from './board.ts';
import { PLACES } from './places.ts';
import { SHAPES } from './shapes.ts';
import { SINCE_2025 } from './since-2025.ts';
import { SIZES } from './sizes.ts';
import type { NodeKind } from './kind.ts';
import type { Store } from '../document/store.ts';

export const NODE_KINDS: readonly NodeKind[] = [
  ...SHAPES,
  ...PLACES,
  ...SIZES,
  ...BOARD_KINDS,
  ...SINCE_2025,
];

/** Draws and selects; what stands then is the document as opened. Gives the snapshot. */
export function setScene(store: Store, kind: NodeKind): string {
  const page = store.currentPage;
  const selected = kind.build(store);
  store.select(page, selected);
  store.forget();
  return store.snapshot();
}

export function nodeKind(id: string): NodeKind {
  const found = NODE_KINDS.find((kind) => kind.id === id);
  if (!found)
    throw new Error(`no kind is named ${JSON.stringify(id)}; there are ${NODE_KINDS.map((kind) => kind.id).join(', ')}`); // prettier-ignore
  return found;
}
