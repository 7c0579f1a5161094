// A new document: the root and one empty page, with nothing to undo. In: page names. Out: Store.
import { DOCUMENT_ID } from './record.ts';
import { Store } from './store.ts';
import { attach, newborn } from './tree.ts';

export function newDocument(pages: readonly string[] = ['Page 1']): Store {
  const store = new Store();
  store.put(DOCUMENT_ID, newborn(DOCUMENT_ID, 'DOCUMENT'));
  pages.forEach((name, index) => {
    const id = `0:${index + 1}`;
    store.put(id, newborn(id, 'PAGE', { name }));
    attach(store, id, DOCUMENT_ID);
  });
  store.forget();
  return store;
}
