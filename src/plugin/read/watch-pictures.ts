// Layers that come and go on the page in view, by hand or by undo → told a while after,
// for what knows which pictures stand.
import { markOf } from '../storage/picture-mark.ts';

/** Long after an edit: nobody waits for it. ms */
const LATER_MS = 500;

export type Pages = Pick<PluginAPI, 'currentPage' | 'on'>;

export function watchPictures(pages: Pages, changed: () => void): void {
  let soon: number | null = null;
  const hear = ({ nodeChanges }: NodeChangeEvent): void => {
    if (!nodeChanges.some(mayBePicture)) return;
    if (soon !== null) clearTimeout(soon);
    soon = setTimeout(changed, LATER_MS);
  };
  let page = pages.currentPage;
  page.on('nodechange', hear);
  pages.on('currentpagechange', () => {
    if (!page.removed) page.off('nodechange', hear);
    page = pages.currentPage;
    page.on('nodechange', hear);
  });
}

function mayBePicture(change: NodeChange): boolean {
  if (change.type === 'DELETE' || change.node.removed) return true;
  return change.node.type === 'RECTANGLE' ? markOf(change.node) !== null : change.type === 'CREATE';
}
