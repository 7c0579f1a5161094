// Placed pictures in → they are selected, and in sight: the view moves only if it
// must, and keeps its zoom if it can.
// Who has gone on to other work meanwhile keeps her own selection and view.
import type { Placed } from './place.ts';

/** A layer to be shown. */
type Shown = Pick<Placed, 'node' | 'page'>;
import { renderBoundsOf } from '../node-tree.ts';

export type Camera = Pick<PluginAPI, 'currentPage' | 'viewport'>;

export interface Attention {
  page: string;
  /** Ids of what is selected there, sorted. */
  selection: string;
  view: string;
}

export function attentionOf({ currentPage, viewport: { bounds } }: Camera): Attention {
  return {
    page: currentPage.id,
    selection: selectedOn(currentPage),
    view: [bounds.x, bounds.y, bounds.width, bounds.height].join(),
  };
}

export function selectedOn(page: PageNode): string {
  return page.selection
    .map(({ id }) => id)
    .sort()
    .join();
}

export function idsOf(page: PageNode): ReadonlySet<string> {
  return new Set(page.selection.map(({ id }) => id));
}

/** `before`: where her attention was when she asked for the pictures. */
export function show(camera: Camera, placed: readonly Shown[], before: Attention): void {
  const now = attentionOf(camera);
  if (now.page === before.page && now.selection !== before.selection) return;
  select(placed);
  if (now.page === before.page && now.view === before.view) bringIntoView(camera, placed);
}

function standing(placed: readonly Shown[]): Shown[] {
  return placed.filter(({ node, page }) => !node.removed && !page.removed);
}

function select(placed: readonly Shown[]): void {
  const all = standing(placed);
  for (const page of new Set(all.map((each) => each.page)))
    page.selection = all.filter((each) => each.page === page).map(({ node }) => node);
}

function bringIntoView(camera: Camera, placed: readonly Shown[]): void {
  const here = standing(placed)
    .filter(({ page }) => page.id === camera.currentPage.id)
    .map(({ node }) => node);
  const boxes = here.map(renderBoundsOf).filter((box) => box !== null);
  if (boxes.length === 0) return;
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const seen = camera.viewport.bounds;
  const inSight =
    left >= seen.x && top >= seen.y && right <= seen.x + seen.width && bottom <= seen.y + seen.height;
  if (inSight) return;
  if (right - left <= seen.width && bottom - top <= seen.height)
    camera.viewport.center = { x: (left + right) / 2, y: (top + bottom) / 2 };
  else camera.viewport.scrollAndZoomIntoView(here);
}
