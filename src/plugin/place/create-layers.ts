// Sheets and a spot in → new layers that stand there, marked as ours: the
// picture, and its shadow right below it.
// Either all of them stand or nothing of them: what fails half-way is taken away again.
import type { Refusal } from '../../core/sketch.ts';
import type { Made } from '../../protocol/made.ts';
import type { MapKind, Where } from '../../protocol/placing.ts';
import { mapName, pictureName, shadowName, WORDS } from '../../words.ts';
import { numbered } from '../../naming.ts';
import { attempt } from '../attempt.ts';
import { writeMade, type Put } from '../storage/picture-mark.ts';
import { offerAgain } from './relaunch.ts';
import { bothOf, type Sheet, type Sheets } from './stored-images.ts';
import type { Spot } from './find-spot.ts';

export type Brush = Pick<PluginAPI, 'createRectangle'>;

/** What the layers say of themselves. */
export interface Legend {
  /** Name of the drawing. */
  drawing: string;
  made: Made;
  where: Where;
  /** From 1, where several are placed at once. */
  number?: number | undefined;
  /** Instead of the usual name; {n}: the first number that is free among its neighbours. */
  name?: string | undefined;
  /** It is no picture, but a map of the surface. */
  map?: MapKind | undefined;
}

export interface Standing {
  picture: SceneNode;
  /** Leaves the document as it was. */
  takeBack: () => void;
  /** What cannot be taken back, once it is sure. */
  seal: () => void;
}

/** `spot` is that of the rectangle around all sheets. */
export function standNew(brush: Brush, spot: Spot, sheets: Sheets, legend: Legend): Standing | Refusal {
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
    // As a shadow is, a map is never given a new picture.
    mark(picture, sheets.picture, legend, { twin: shadow?.id ?? '', isShadow: legend.map !== undefined });
    if (shadow && sheets.shadow) mark(shadow, sheets.shadow, legend, { twin: picture.id, isShadow: true });
  });
  if ('failed' in stands) {
    takeBack();
    return { refused: 'image-refused', detail: stands.failed };
  }
  if (!legend.map) offerAgain(picture, WORDS.pictureAgain);
  return { picture, takeBack, seal: () => undefined };
}

/** Of a picture and its shadow: the other one's id, empty where there is none; and which of both this is. */
type Pair = Pick<Put, 'twin' | 'isShadow'>;

/** A shadow layer right below a picture that stands already. */
export function standShadow(
  brush: Brush,
  picture: RectangleNode,
  { x, y }: { x: number; y: number },
  { sheet, legend }: { sheet: Sheet; legend: Legend },
): RectangleNode {
  const host = picture.parent!;
  const node = brush.createRectangle();
  try {
    paint(node, { host, index: host.children.findIndex(({ id }) => id === picture.id) }, sheet);
    node.x = x;
    node.y = y;
    mark(node, sheet, legend, { twin: picture.id, isShadow: true });
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

function mark(node: RectangleNode, sheet: Sheet, legend: Legend, pair: Pair): void {
  const { made, where } = legend;
  node.name = titleOf(node, legend, pair.isShadow);
  writeMade(node, made, putOf(node, sheet, { ...pair, where }));
}

/** What a layer of ours is to be called where it stands. */
export function titleOf(node: RectangleNode, legend: Legend, isShadow: boolean): string {
  const { drawing, number, map, name } = legend;
  const usual = isShadow ? shadowName : pictureName;
  if (name === undefined) return map ? mapName(drawing, map) : usual(drawing, number);
  const neighbours = new Set(
    (node.parent?.children ?? []).filter(({ id }) => id !== node.id).map((one) => one.name),
  );
  const whole = map ? mapName(name, map) : isShadow ? shadowName(name) : name;
  return numbered(whole, (one) => neighbours.has(one));
}

export function putOf(
  { x, y, name }: RectangleNode,
  { hash, on }: Sheet,
  { where, twin, isShadow }: Pair & { where: Where },
): Put {
  return { at: Date.now(), hash, on, x, y, name, where, twin, isShadow };
}
