// Sheets in → the drawing's own fills with the picture on top of them, cropped so that
// it lies exactly over what is drawn. What stands in a frame would be in front of its fill, so it is hidden.
import type { Box, Refusal } from '../../core/sketch.ts';
import type { Made } from '../../protocol/made.ts';
import { attempt } from '../attempt.ts';
import type { Sheet, Sheets } from './stored-images.ts';
import type { StandingLayers } from './create-layers.ts';
import { isInInstance } from '../node-tree.ts';
import { hideIn } from './hide-children.ts';
import { filledWith, fillsOf, KEY, VERSION } from '../storage/filled.ts';

/** Kinds whose fill covers an area; text would be cut to its letters. */
const FILLABLE: ReadonlySet<SceneNode['type']> = new Set<SceneNode['type']>([
  'FRAME',
  'COMPONENT',
  'INSTANCE',
  'RECTANGLE',
  'ELLIPSE',
  'POLYGON',
  'STAR',
  'VECTOR',
  'BOOLEAN_OPERATION',
]);

/** What is inside an instance takes no data of ours, and unmarked it would be read as a photo of a sketch. */
export const canBeFilled = (node: SceneNode): boolean =>
  FILLABLE.has(node.type) && 'fills' in node && Array.isArray(node.fills) && !isInInstance(node);

/** `update`: pictures of ours that it is filled with already make way. */
export function fillWith(
  node: SceneNode,
  sheets: Sheets,
  made: Made,
  update: boolean,
): StandingLayers | Refusal {
  if (!canBeFilled(node)) return { refused: 'no-fill' };
  const target = node as SceneNode & GeometryMixin;
  const before = { fills: fillsOf(node), data: node.getPluginData(KEY) };
  const old = filledWith(node);
  let show = (): void => undefined;
  const takeBack = (): void => {
    if (node.removed) return;
    show();
    target.fills = before.fills;
    node.setPluginData(KEY, before.data);
  };
  const done = attempt(() => {
    const kept = fillsOf(node).filter(
      (paint) => !(update && paint.type === 'IMAGE' && old.includes(paint.imageHash ?? '')),
    );
    const ours = [sheets.shadow, sheets.picture].flatMap((sheet) => (sheet ? [cropped(node, sheet)] : []));
    const hashes = [...(update ? [] : old), ...ours.map(({ imageHash }) => imageHash)];
    const { hidden, undo } = hideIn(node);
    show = undo;
    node.setPluginData(KEY, JSON.stringify({ version: VERSION, made, hashes, hidden }));
    target.fills = [...kept, ...ours];
  });
  if (!('failed' in done)) return { picture: node, takeBack, seal: () => undefined };
  attempt(takeBack);
  return { refused: 'image-refused', detail: done.failed };
}

function cropped(node: SceneNode, { hash, over }: Sheet): ImagePaint & { imageHash: string } {
  const { absoluteTransform, width, height } = node as SceneNode & LayoutMixin;
  return {
    type: 'IMAGE',
    scaleMode: 'CROP',
    imageHash: hash,
    imageTransform: cropOf(absoluteTransform, { width, height }, over),
  };
}

/** From the layer's unit square to the image's: which part of the image each point of the layer shows. */
export function cropOf(
  [[a, b, x], [c, d, y]]: Transform,
  { width, height }: Pick<Box, 'width' | 'height'>,
  over: Box,
): Transform {
  return [
    [(a * width) / over.width, (b * height) / over.width, (x - over.x) / over.width],
    [(c * width) / over.height, (d * height) / over.height, (y - over.y) / over.height],
  ];
}
