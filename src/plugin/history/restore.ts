// A picture of the history → it stands again: beside its drawing, or in free room in view where that is gone.
import { isRefusal, type Box } from '../../core/sketch.ts';
import { TOLD, sentence } from '../../words.ts';
import type { Album } from './history.ts';
import type { Kept } from './entry.ts';
import { bytesOf } from '../read/selected-image.ts';
import { openPage } from '../place/open-page.ts';
import type { CanvasApi } from '../place/offer.ts';
import { findRoom } from '../place/free-space.ts';
import { bothOf, type Sheet, type Sheets } from '../place/stored-images.ts';
import { covered, findSpot, type Spot } from '../place/find-spot.ts';
import { standNew } from '../place/create-layers.ts';
import { drawingBox, coveredBy, findDrawing, topOf } from '../drawing.ts';

export type Desk = CanvasApi &
  Pick<PluginAPI, 'getNodeByIdAsync' | 'getImageByHash' | 'currentPage' | 'viewport'>;

/**
 * `as`: what its layer shall be called; undefined: as usual. Gives the layer and its page; or the sentence
 * why there is none.
 */
export async function restore(
  id: string,
  as: string | undefined,
  album: Album,
  desk: Desk,
): Promise<{ node: SceneNode; page: PageNode } | string> {
  const kept = album.find(id);
  if (!kept) return TOLD.entryGone;
  if (!(await bytesOf(kept.picture.hash, desk))) return TOLD.imageGone;
  const { from, together = [from] } = kept.made;
  const drawing = await findDrawing(together, (id) => desk.getNodeByIdAsync(id));
  const page = drawing && (await openPage(drawing));
  const isHome = drawing !== null && page !== null && !isRefusal(page);
  const corner = (isHome ? drawingBox(drawing) : null) ?? middleOf(kept, desk.viewport);
  const sheets = sheetsOf(kept, corner);
  const top = isHome ? topOf(drawing) : null;
  const own = (isHome && coveredBy(drawing)) || corner;
  const spot = (top && findSpot(top, bothOf(sheets), own)) || freeRoom(bothOf(sheets), desk.currentPage);
  const { name, made } = kept;
  const standing = standNew(desk, spot, sheets, { drawing: name, made, where: 'beside', name: as });
  if (isRefusal(standing)) return sentence(standing);
  album.change(id, { ...kept, node: standing.picture.id });
  return { node: standing.picture, page: isHome ? page : desk.currentPage };
}

/** Where the drawing's corner would be for the picture to lie in the middle of the view. */
function middleOf({ picture: { on } }: Kept, { center }: ViewportAPI): Box {
  const [x, y] = [center.x - on.x - on.width / 2, center.y - on.y - on.height / 2];
  return { x: Math.round(x), y: Math.round(y), width: on.width, height: on.height };
}

function sheetsOf({ picture, shadow }: Kept, corner: Box): Sheets {
  const sheet = ({ hash, on }: Kept['picture']): Sheet => ({
    hash,
    on,
    over: { ...on, x: corner.x + on.x, y: corner.y + on.y },
  });
  return { picture: sheet(picture), shadow: shadow && sheet(shadow) };
}

/** There, where nothing lies; else right of or below what does. */
function freeRoom(box: Box, page: PageNode): Spot {
  const obstacles = page.children.flatMap(covered);
  const isFree = !obstacles.some(
    (one) =>
      one.x < box.x + box.width &&
      box.x < one.x + one.width &&
      one.y < box.y + box.height &&
      box.y < one.y + one.height,
  );
  const { dx, dy } = isFree ? { dx: 0, dy: 0 } : findRoom(box, box, obstacles);
  return { host: page, index: page.children.length, x: box.x + dx, y: box.y + dy };
}
