// A finished picture in → an image layer beside its drawing, at the drawing's own scale, over nothing else.
// Either the whole layer stands or nothing of it: what fails half-way is taken away again.
import type { Box, Note, Picture, Refusal } from '../core/sketch.ts';
import type { Made } from '../protocol.ts';
import { pictureName, WORDS } from '../words.ts';
import { onCanvas } from './cover.ts';
import { writeMade } from './made.ts';
import { coverNow, type Reading } from './read.ts';
import { LATE, PATIENCE, within } from './patience.ts';
import { findSpot, type Spot } from './spot.ts';
import { pageOf } from './tree.ts';

export type Canvas = Pick<PluginAPI, 'createImage' | 'createRectangle'>;

export interface Placed {
  /** Name of the drawing. */
  drawing: string;
  node: RectangleNode;
  page: PageNode;
  notes: readonly Note[];
  /** Leaves the document as it was before this picture. */
  takeBack: () => void;
}

export const AGAIN = 'realize-again';

export async function place(
  canvas: Canvas,
  reading: Reading,
  picture: Pick<Picture, 'png' | 'box' | 'notes'>,
  made: Made,
): Promise<Placed | Refusal> {
  const source = reading.node;
  if (source.removed) return { refused: 'node-gone' };
  const page = pageOf(source);
  if (!page) return { refused: 'page-left' };
  // At once where the page is loaded, which it is unless the user went elsewhere meanwhile.
  if ((await within(PATIENCE, page.loadAsync())) === LATE) return { refused: 'page-left' };
  // From here on nothing waits: what is seen of the document stays true until the picture stands.
  if (source.removed) return { refused: 'node-gone' };
  const cover = coverNow(reading);
  const over = onCanvas(cover, picture.box);
  const spot = findSpot(source, over, cover.canvas);
  if (!spot) return { refused: 'page-left' };

  const image = attempt(() => canvas.createImage(picture.png));
  if ('failed' in image) return { refused: 'image-refused', detail: image.failed };
  const born = attempt(() => canvas.createRectangle());
  if ('failed' in born) return { refused: 'read-only' };
  const node = born.done;
  const stands = attempt(() => stand(node, spot, over, image.done));
  if ('failed' in stands) {
    node.remove();
    return { refused: 'image-refused', detail: stands.failed };
  }
  node.name = pictureName(source.name);
  writeMade(node, { ...made, from: source.id });
  offerAgain(node, WORDS.pictureAgain);
  const unmark = offerAgain(source, WORDS.drawingAgain);
  return {
    drawing: source.name,
    node,
    page,
    notes: picture.notes,
    takeBack: () => {
      if (!node.removed) node.remove();
      unmark();
    },
  };
}

function stand(node: RectangleNode, { host, index, x, y }: Spot, { width, height }: Box, image: Image): void {
  host.insertChild(index, node); // a new layer is born on the page in view, which may be another
  node.resize(Math.max(0.01, width), Math.max(0.01, height));
  node.x = x;
  node.y = y;
  node.fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: image.hash }];
}

/** What Figma throws here are its refusals: a file that may only be viewed, an image that it does not take. */
function attempt<T>(act: () => T): { done: T } | { failed: string } {
  try {
    return { done: act() };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

/** The button "Realize again" on a layer. Instances' insides and read-only components take none; that is no fault.
 * Gives what takes it off again. */
function offerAgain(node: SceneNode, description: string): () => void {
  try {
    const before = node.getRelaunchData();
    node.setRelaunchData({ [AGAIN]: description });
    return () => {
      if (!node.removed) node.setRelaunchData(before);
    };
  } catch {
    return () => undefined;
  }
}
