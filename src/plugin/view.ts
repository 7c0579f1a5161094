// Placed pictures in → they are selected, and in sight: the view moves only if it must, and keeps its zoom if it can.
import type { Placed } from './place.ts';
import { boundsOf } from './tree.ts';

export type Camera = Pick<PluginAPI, 'currentPage' | 'viewport'>;

export function show(camera: Camera, placed: readonly Placed[]): void {
  const standing = placed.filter(({ node, page }) => !node.removed && !page.removed);
  for (const page of new Set(standing.map((each) => each.page)))
    page.selection = standing.filter((each) => each.page === page).map(({ node }) => node);

  const here = standing.filter(({ page }) => page.id === camera.currentPage.id).map(({ node }) => node);
  const boxes = here.map(boundsOf).filter((box) => box !== null);
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
