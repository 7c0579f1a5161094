// Sheets and a spot in → new layers that stand there, marked as ours: the
// picture, and its shadow right below it.
// Either all of them stand or nothing of them: what fails half-way is taken away again.
import type { Refusal } from '../../core/sketch.ts';
import type { Made } from '../../protocol/made.ts';
import type { Where } from '../../protocol/placing.ts';
import { WORDS } from '../../words.ts';
import { attempt } from '../attempt.ts';
import { writeMade, type Put } from '../storage/picture-mark.ts';
import { titlesOf, type Naming } from './layer-names.ts';
import { offerAgain } from './relaunch.ts';
import { bothOf, type Sheet, type Sheets } from './stored-images.ts';
import type { Spot } from './find-spot.ts';

export type Brush = Pick<PluginAPI, 'createRectangle'>;

/** What the layers say of themselves. */
export interface Legend extends Naming {
  made: Made;
  where: Where;
}

export interface StandingLayers {
  picture: SceneNode;
  /** Leaves the document as it was. */
  takeBack: () => void;
  /** What cannot be taken back, once it is sure. */
  seal: () => void;
}

/** `spot` is that of the rectangle around all sheets. */
export function standNew(brush: Brush, spot: Spot, sheets: Sheets, legend: Legend): StandingLayers | Refusal {
  const born: RectangleNode[] = [];
  const takeBack = (): void => {
    for (const node of born) if (!node.removed) node.remove();
  };
  const blank = attempt(() => {
    const create = (): RectangleNode => {
      const node = brush.createRectangle();
      born.push(node);
      return node;
    };
    return { picture: create(), shadow: sheets.shadow ? create() : null };
  });
  if ('failed' in blank) {
    takeBack();
    return { refused: 'read-only' };
  }
  const { picture, shadow } = blank.done;
  const stands = attempt(() => {
    const all = bothOf(sheets);
    const put = (node: RectangleNode, sheet: Sheet): void => {
      paint(node, spot, sheet);
      if (legend.where === 'layout') return; // its place follows from the flow
      node.x = spot.x + sheet.over.x - all.x;
      node.y = spot.y + sheet.over.y - all.y;
    };
    put(picture, sheets.picture);
    if (shadow && sheets.shadow) put(shadow, sheets.shadow); // at the same index: below what stands there
    const titles = titlesOf(spot.host, born, { ...legend, hasShadow: shadow !== null });
    // As a shadow is, a map is never given a new picture.
    const pair = { where: legend.where, twin: shadow?.id ?? '', isShadow: legend.map !== undefined };
    mark(picture, sheets.picture, legend.made, { ...pair, name: titles.picture });
    if (shadow && sheets.shadow)
      mark(shadow, sheets.shadow, legend.made, {
        where: legend.where,
        ...{ twin: picture.id, isShadow: true, name: titles.shadow },
      });
  });
  if ('failed' in stands) {
    takeBack();
    return { refused: 'image-refused', detail: stands.failed };
  }
  if (!legend.map) offerAgain(picture, WORDS.pictureAgain);
  return { picture, takeBack, seal: () => undefined };
}

/**
 * Of a picture and its shadow: where they were wanted, the other one's id, empty where there is none, and
 * which of both this is.
 */
type Pair = Pick<Put, 'where' | 'twin' | 'isShadow'>;

/** A shadow layer right below a picture that stands already, called `name`. */
export function standShadow(
  brush: Brush,
  picture: RectangleNode,
  { x, y }: { x: number; y: number },
  { sheet, made, ...put }: { sheet: Sheet; made: Made; where: Where; name: string },
): RectangleNode {
  const host = picture.parent!;
  const node = brush.createRectangle();
  try {
    paint(node, { host, index: host.children.findIndex(({ id }) => id === picture.id) }, sheet);
    node.x = x;
    node.y = y;
    mark(node, sheet, made, { ...put, twin: picture.id, isShadow: true });
  } catch (error) {
    node.remove();
    throw error;
  }
  return node;
}

function paint(
  node: RectangleNode,
  { host, index }: { host: ChildrenMixin; index: number },
  { hash, over: { width, height } }: Sheet,
): void {
  host.insertChild(index, node); // a new layer is born on the page in view, which may be another
  node.resize(Math.max(0.01, width), Math.max(0.01, height));
  node.fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: hash }];
}

function mark(
  node: RectangleNode,
  sheet: Sheet,
  made: Made,
  { name, ...pair }: Pair & { name: string },
): void {
  node.name = name;
  writeMade(node, made, putOf(node, sheet, pair));
}

export function putOf(
  { x, y, name }: RectangleNode,
  { hash, on }: Sheet,
  { where, twin, isShadow }: Pair,
): Put {
  return { at: Date.now(), hash, on, x, y, name, where, twin, isShadow };
}
