// A finished picture in → an image layer beside its drawing, at the drawing's own scale, over nothing else.
// Everything stands on the page itself: frames with auto layout, instances and locked parents take no guests.
import type { Picture, Refusal } from '../core/sketch.ts';
import type { Made } from '../protocol.ts';
import { pictureName, WORDS } from '../words.ts';
import { onCanvas } from './cover.ts';
import { writeMade } from './made.ts';
import { coverNow, type Reading } from './read.ts';
import { findRoom } from './room.ts';
import { boundsOf, pageOf } from './tree.ts';

export type Canvas = Pick<PluginAPI, 'createImage' | 'createRectangle'>;

export interface Placed {
  /** Name of the drawing. */
  drawing: string;
  node: RectangleNode;
  page: PageNode;
  /** Leaves the document as it was before this picture. */
  takeBack: () => void;
}

export const AGAIN = 'realize-again';

export async function place(
  canvas: Canvas,
  reading: Reading,
  picture: Pick<Picture, 'png' | 'box'>,
  made: Made,
): Promise<Placed | Refusal> {
  const source = reading.node;
  if (source.removed) return { refused: 'node-gone' };
  const page = pageOf(source);
  if (!page) return { refused: 'page-left' };
  await page.loadAsync(); // at once where the page is loaded, which it is unless the user went elsewhere meanwhile
  if (source.removed) return { refused: 'node-gone' };

  let image: Image;
  try {
    image = canvas.createImage(picture.png);
  } catch (error) {
    return { refused: 'image-refused', detail: error instanceof Error ? error.message : String(error) };
  }

  const cover = coverNow(reading);
  const over = onCanvas(cover, picture.box);
  const obstacles = page.children
    .filter((child) => child.visible)
    .map(boundsOf)
    .filter((box) => box !== null);
  const { dx, dy } = findRoom(over, cover.canvas, obstacles);

  const node = canvas.createRectangle();
  page.appendChild(node); // a new layer is born on the page in view, which may be another
  node.name = pictureName(source.name);
  node.resize(Math.max(0.01, over.width), Math.max(0.01, over.height));
  node.x = over.x + dx;
  node.y = over.y + dy;
  node.fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: image.hash }];
  writeMade(node, { ...made, from: source.id });
  node.setRelaunchData({ [AGAIN]: WORDS.pictureAgain });
  const unmark = markSource(source);
  return {
    drawing: source.name,
    node,
    page,
    takeBack: () => {
      if (!node.removed) node.remove();
      unmark();
    },
  };
}

/** The button "Realize again" on the drawing. Instances' insides and read-only components take none; that is no fault. */
function markSource(source: SceneNode): () => void {
  try {
    const before = source.getRelaunchData();
    source.setRelaunchData({ [AGAIN]: WORDS.drawingAgain });
    return () => {
      if (!source.removed) source.setRelaunchData(before);
    };
  } catch {
    return () => undefined;
  }
}
