// Faults in the document: what the user, or somebody else in the same file, does while the plugin works.
// In: the store and the node that the plugin is at. Out: writes, as steps of undo of their own.
import { translation, compose } from '../geometry/transform.ts';
import { absoluteBox, pageOf, place, relativeTransform } from '../document/scene.ts';
import type { Session } from '../run/session.ts';
import { DOCUMENT_ID } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { attach, create, remove } from '../document/tree.ts';

interface Reach {
  session: Session;
  store: Store;
  /** The user closes the plugin. */
  close: () => void;
}

interface DocumentFault {
  what: string;
  at: string;
  /** `node`: the one that the plugin is at; it may be gone already. */
  strike(reach: Reach, node: string | undefined): void;
}

const at = 'exportAsync';

export const DOCUMENT_FAULTS = {
  'node-deleted': { what: 'the drawing is deleted', at, strike: ({ store }, node) => withNode(store, node, (id) => remove(store, id)) },
  'parent-deleted': {
    what: 'what the drawing stands in is deleted',
    at,
    strike: ({ store }, node) =>
      withNode(store, node, (id) => {
        const { parent } = store.get(id);
        remove(store, parent !== null && store.get(parent).type !== 'PAGE' ? parent : id);
      }),
  },
  'node-moved': {
    what: 'the drawing is moved 240 to the right and 160 down',
    at,
    strike: ({ store }, node) =>
      withNode(store, node, (id) =>
        place(store, id, compose(translation(240, 160), relativeTransform(store, store.get(id)))),
      ),
  },
  'node-to-other-page': {
    what: 'the drawing is moved to another page',
    at,
    strike: ({ store }, node) => withNode(store, node, (id) => attach(store, id, otherPage(store, id))),
  },
  'node-locked': { what: 'the drawing is locked', at, strike: ({ store }, node) => withNode(store, node, (id) => store.write(id, { locked: true })) },
  'node-hidden': { what: 'the drawing is hidden', at, strike: ({ store }, node) => withNode(store, node, (id) => store.write(id, { visible: false })) },
  'work-added': {
    what: 'somebody draws a layer just right of the drawing',
    at,
    strike: ({ store }, node) =>
      withNode(store, node, (id) => {
        const { x, y, width, height } = absoluteBox(store, store.get(id));
        const page = pageOf(store, store.get(id))?.id ?? store.currentPage;
        const beside = translation(x + width + 10, y);
        create(store, 'RECTANGLE', page, { name: "Somebody's work", width, height, relativeTransform: beside });
      }),
  },
  'page-switched': {
    what: 'the user goes to another page',
    at,
    strike: ({ store }) => void (store.currentPage = otherPage(store)),
  },
  'page-deleted': {
    what: 'the page of the drawing is deleted',
    at,
    strike: ({ store }, node) => {
      const page = (node !== undefined && store.find(node) && pageOf(store, store.get(node))?.id) || store.currentPage;
      const other = otherPage(store, page);
      if (store.currentPage === page) store.currentPage = other;
      remove(store, page);
    },
  },
  'selection-changed': {
    what: 'the user selects another layer, or nothing where there is no other',
    at,
    strike: ({ store }) => {
      const page = store.currentPage;
      const now = new Set(store.selection(page));
      store.select(page, store.get(page).children.filter((id) => !now.has(id)).slice(0, 1));
    },
  },
  'access-lost': {
    what: 'the file can only be viewed from now on',
    at,
    strike: ({ session }) => void (session.writable = false),
  },
  'user-undo': { what: 'the user presses undo', at: 'ui.message', strike: ({ store }) => void store.undo() },
  'plugin-closed': { what: 'the user closes the plugin', at, strike: ({ close }) => close() },
} satisfies Record<string, DocumentFault>; // prettier-ignore

function withNode(store: Store, id: string | undefined, work: (id: string) => void): void {
  if (id !== undefined && store.find(id)) work(id);
}

/**
 * A page that is not the given node's (or, without one, not the one in view); a new one where there is none.
 */
function otherPage(store: Store, node?: string): string {
  const record = node === undefined ? undefined : store.find(node);
  const here = (record && pageOf(store, record)?.id) ?? store.currentPage;
  const other = store.get(DOCUMENT_ID).children.find((id) => id !== here);
  return other ?? create(store, 'PAGE', DOCUMENT_ID, { name: 'Another page' });
}
