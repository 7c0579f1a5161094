// A new document: the root and one empty page, with nothing to undo. In: page names. Out: Store.
import { DOCUMENT_ID, Store } from './store.ts';
import { create } from './tree.ts';

export function newDocument(pages: readonly string[] = ['Page 1']): Store {
  const store = new Store();
  create(store, 'DOCUMENT', null, {}, DOCUMENT_ID);
  pages.forEach((name, index) => create(store, 'PAGE', DOCUMENT_ID, { name }, `0:${index + 1}`));
  store.forget();
  return store;
}
