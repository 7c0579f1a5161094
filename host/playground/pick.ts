// What lies under the pointer or in a marquee. In: store and page points. Out: node ids.
import { intersect, type Rect } from '../geometry/rect.ts';
import { FRAME_LIKE } from '../document/kinds.ts';
import { absoluteBox } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import type { Store } from '../document/store.ts';

const holds = (box: Rect, x: number, y: number, margin = 0): boolean =>
  x >= box.x - margin &&
  x <= box.x + box.width + margin &&
  y >= box.y - margin &&
  y <= box.y + box.height + margin;

/**
 * The node to select for a click: what belongs to the page, or, with `deep`, one level below the selection as
 * in Figma's double click. `hit` is the drawn layer under the pointer, if any.
 */
export function pick(
  store: Store,
  hit: string | null,
  [x, y]: readonly [number, number],
  deep: boolean,
): string | null {
  const path = hit === null ? [] : pathTo(store, hit);
  if (path.length > 0 && deep) {
    const selected = store.selection(store.currentPage);
    const depth = path.findIndex((id) => selected.includes(id));
    return path[Math.min(depth + 1, path.length - 1)] ?? null;
  }
  if (path[0] !== undefined) return path[0];
  const tops = [...store.get(store.currentPage).children].reverse().map((id) => store.get(id));
  const under = tops.find((node) => node.props.visible !== false && holds(absoluteBox(store, node), x, y, 4));
  return under?.id ?? null;
}

/** From the page's child down to the node. */
function pathTo(store: Store, id: string): string[] {
  const path: string[] = [];
  for (let at: string | null = id; at !== null && at !== store.currentPage;) {
    path.unshift(at);
    at = store.find(at)?.parent ?? null;
  }
  return path;
}

/** Top-level nodes that a marquee touches; frames only when it holds them whole, as in Figma. */
export function inMarquee(store: Store, marquee: Rect): string[] {
  return store.get(store.currentPage).children.filter((id) => {
    const node = store.get(id);
    const box = absoluteBox(store, node);
    if (!FRAME_LIKE.has(node.type)) return intersect(box, marquee) !== null;
    return holds(marquee, box.x, box.y) && holds(marquee, box.x + box.width, box.y + box.height);
  });
}

/**
 * The frame that a shape drawn from this point belongs to: the topmost at
 * the page's top level, else the page.
 */
export function frameAt(store: Store, x: number, y: number): NodeRecord {
  const page = store.get(store.currentPage);
  const frames = [...page.children].reverse().map((id) => store.get(id));
  return frames.find((node) => node.type === 'FRAME' && holds(absoluteBox(store, node), x, y)) ?? page;
}
