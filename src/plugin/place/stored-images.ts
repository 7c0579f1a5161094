// A finished picture and its drawing in → sheets: what Figma has stored of it,
// and where it lies over the drawing.
import type { Picture } from '../../core/picture.ts';
import type { Box, Refusal } from '../../core/sketch.ts';
import { attempt } from '../attempt.ts';
import { drawingBox, type DrawnLayers } from '../drawing.ts';
import { around } from '../node-tree.ts';
import { onCanvas, type Cover } from '../read/cover.ts';

/** The parts of a picture that go to the canvas. */
export type Painted = Pick<Picture, 'png' | 'box' | 'notes' | 'shadow'>;

/** One rectangle of a picture. */
interface Lie {
  /** As it lies over its drawing, on the page. */
  over: Box;
  /** The same from the drawing's top left corner, which stays true when the drawing is moved. */
  on: Box;
}

export interface Sheet extends Lie {
  /** Of the stored image. */
  hash: string;
}

export interface Lies {
  picture: Lie;
  shadow: Lie | null;
}

export interface Sheets {
  picture: Sheet;
  shadow: Sheet | null;
}

export function liesOf(source: DrawnLayers, cover: Cover, { box, shadow }: Painted): Lies {
  const corner = drawingBox(source) ?? cover.canvas;
  const lie = (one: Box): Lie => {
    const over = onCanvas(cover, one);
    return { over, on: { ...over, x: over.x - corner.x, y: over.y - corner.y } };
  };
  return { picture: lie(box), shadow: shadow ? lie(shadow.box) : null };
}

/**
 * Stores the images: the last thing before they are put up, so that none is stored that stands
 * nowhere. Whether anything can be put up at all is tried first: a layer that is gone again is
 * nothing, a stored image cannot be taken back.
 */
export function sheetsOf(
  canvas: Pick<PluginAPI, 'createImage' | 'createRectangle'>,
  { png, shadow }: Painted,
  lies: Lies,
): Sheets | Refusal {
  if ('failed' in attempt(() => canvas.createRectangle().remove())) return { refused: 'read-only' };
  const stored = attempt(() => ({
    picture: { ...lies.picture, hash: canvas.createImage(png).hash },
    shadow: shadow && lies.shadow ? { ...lies.shadow, hash: canvas.createImage(shadow.png).hash } : null,
  }));
  return 'failed' in stored ? { refused: 'image-refused', detail: stored.failed } : stored.done;
}

export function bothOf({ picture, shadow }: Lies): Box {
  return around(shadow ? [picture.over, shadow.over] : [picture.over]);
}
