// A picture of ours that stands already, and a new image for it → the same layer with its new
// image: position, size rules, effects, opacity, corners and a name that its user gave it are kept.
// What is not ours is never painted over.
import type { Refusal } from '../../core/sketch.ts';
import { attempt } from '../attempt.ts';
import { keepMade, markOf, writeMade, type Put } from '../storage/picture-mark.ts';
import type { Sheet, Sheets } from './stored-images.ts';
import { flows } from './find-spot.ts';
import { putOf, standShadow, type Brush, type Legend, type StandingLayers } from './create-layers.ts';
import { titlesOf } from './layer-names.ts';
import { showsImage, isOurs, type Known } from './known-picture.ts';

export function renew(brush: Brush, known: Known, sheets: Sheets, legend: Legend): StandingLayers | Refusal {
  const { node, put } = known;
  const undo: (() => void)[] = [];
  const takeBack = (): void => {
    for (const step of undo.splice(0).reverse()) step();
  };
  let unwanted: RectangleNode | null = null;
  const done = attempt(() => {
    const shadow = shadowOf(node, put);
    const was = {
      x: node.x,
      y: node.y,
      across: node.width / put.on.width,
      down: node.height / put.on.height,
    };
    const note = (layer: RectangleNode, sheet: Sheet, twin: string, isShadow: boolean): void => {
      undo.push(keepMade(layer));
      writeMade(layer, legend.made, putOf(layer, sheet, { where: put.where, twin, isShadow }));
    };
    const titles = titlesOf(node.parent!, shadow ? [node, shadow.node] : [node], {
      ...{ ...legend, number: numberIn(put.name) },
      hasShadow: sheets.shadow !== null,
    });
    repaint(known, sheets.picture, titles.picture, undo);
    let twin = '';
    if (sheets.shadow && shadow) {
      twin = shadow.node.id;
      repaint(shadow, sheets.shadow, titles.shadow, undo);
      note(shadow.node, sheets.shadow, node.id, true);
    } else if (sheets.shadow && !flows(node.parent) && node.rotation === 0) {
      const { on, over } = sheets.shadow;
      const at = { x: was.x + (on.x - put.on.x) * was.across, y: was.y + (on.y - put.on.y) * was.down };
      const size = { ...over, width: over.width * was.across, height: over.height * was.down };
      const born = standShadow(brush, node, at, {
        sheet: { ...sheets.shadow, over: size },
        ...{ made: legend.made, where: put.where, name: titles.shadow },
      });
      twin = born.id;
      undo.push(() => born.remove());
    } else unwanted = shadow?.node ?? null;
    note(node, sheets.picture, twin, false);
  });
  if ('failed' in done) {
    takeBack();
    return { refused: 'image-refused', detail: done.failed };
  }
  return { picture: node, takeBack, seal: () => unwanted?.remove() };
}

/** The shadow layer that was placed with a picture, as long as it stands beside it. */
function shadowOf(picture: RectangleNode, { twin }: Put): Known | null {
  if (twin === '' || !picture.parent) return null;
  const node = picture.parent.children.find(({ id }) => id === twin);
  const mark = node ? markOf(node) : null;
  const put = mark?.put ?? null;
  if (node?.type !== 'RECTANGLE' || !mark || !put?.isShadow || put.twin !== picture.id || node.locked)
    return null;
  return showsImage(node, put.hash) ? { node, put, mark } : null;
}

/**
 * The new image in place of the old one. Where the picture's rectangle over its drawing has changed, the
 * layer changes with it, at the scale that its user gave it: what is drawn stays where it was seen.
 */
function repaint({ node, put }: Known, { hash, on, over }: Sheet, name: string, undo: (() => void)[]): void {
  const { fills, x, y, width, height, name: named, absoluteBoundingBox: box } = node;
  undo.push(() => {
    if (node.removed) return;
    node.fills = fills;
    if (node.width !== width || node.height !== height) node.resize(width, height);
    if (node.x !== x) node.x = x;
    if (node.y !== y) node.y = y;
    node.name = named;
  });
  node.fills = (fills as readonly Paint[]).map((paint) =>
    isOurs(paint, put.hash) ? { ...paint, imageHash: hash } : paint,
  );
  if (named === put.name) node.name = name;
  if (isStretched(node)) return;
  const [across, down] = [width / put.on.width, height / put.on.height];
  const size = { width: on.width * across, height: on.height * down };
  if (differ(size.width, width) || differ(size.height, height))
    node.resize(Math.max(0.01, size.width), Math.max(0.01, size.height));
  const isUntouched = !differ(x, put.x) && !differ(y, put.y) && !differ(across, 1) && !differ(down, 1);
  // What was laid exactly over its drawing lies there again.
  const follows = put.where === 'over' && isUntouched && box !== null;
  const dx = follows ? over.x - box.x : (on.x - put.on.x) * across;
  const dy = follows ? over.y - box.y : (on.y - put.on.y) * down;
  if (differ(dx, 0)) node.x = x + dx;
  if (differ(dy, 0)) node.y = y + dy;
}

/** Its auto layout gives it its size. */
function isStretched(node: RectangleNode): boolean {
  if (!flows(node.parent) || node.layoutPositioning === 'ABSOLUTE') return false;
  return node.layoutGrow === 1 || node.layoutAlign === 'STRETCH';
}

const differ = (a: number, b: number): boolean => Math.abs(a - b) > 0.01;

/** Of "Mug · realized 2". */
function numberIn(name: string): number | undefined {
  const number = /· \S+ (\d+)$/.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}
