// A drawing → its page, ready to be written to; or why there is none.
import type { Refusal } from '../../core/sketch.ts';
import { LATE, within } from '../../timeout.ts';
import { topOf, type DrawnLayers } from '../drawing.ts';
import { pageOf } from '../node-tree.ts';
import { WORK_LIMIT_MS } from '../time-limits.ts';

/** How often a drawing may be moved to yet another page while one is loaded. */
const MOVES = 3;

/** At once where it is loaded, which it is unless the user went elsewhere.
 * While it loads, the drawing may go to another page, or its page may be deleted. */
export async function openPage(source: DrawnLayers): Promise<PageNode | Refusal> {
  for (let move = 0; move <= MOVES; move += 1) {
    const page = pageNow(source);
    if (!page) break;
    try {
      if ((await within(WORK_LIMIT_MS, page.loadAsync())) === LATE) break;
    } catch (error) {
      if (!page.removed) throw error;
    }
    if (pageNow(source)?.id === page.id) return page;
  }
  return { refused: topOf(source) ? 'page-left' : 'node-gone' };
}

function pageNow(source: DrawnLayers): PageNode | null {
  const top = topOf(source);
  return top && pageOf(top);
}
