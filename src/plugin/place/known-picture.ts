// A drawing and its page → the picture of ours that stands there, and whose generator made it.
// What is not ours is never taken for it.
import type { DrawnLayers } from '../drawing.ts';
import { isInInstance } from '../node-tree.ts';
import { MARKED, isOf, markOf, type Mark, type Put } from '../storage/picture-mark.ts';
import type { Made } from '../../protocol/made.ts';

export interface Known {
  node: RectangleNode;
  put: Put;
  mark: Mark;
}

/**
 * The picture to update: of those that come from this drawing the one that is selected, else the newest. Null
 * when none stands on its page, or its user has locked it or put another image into it.
 */
export function pictureOf(source: DrawnLayers, page: PageNode, selected: ReadonlySet<string>): Known | null {
  const all = page
    .findAllWithCriteria({ types: ['RECTANGLE'], pluginData: MARKED })
    .flatMap((node) => knownFrom(node, source));
  const newest = (some: readonly Known[]): Known | null =>
    some.reduce<Known | null>((best, one) => (best === null || one.put.at >= best.put.at ? one : best), null);
  return newest(all.filter(({ node }) => selected.has(node.id))) ?? newest(all);
}

function knownFrom(node: RectangleNode, drawing: DrawnLayers): Known[] {
  const mark = markOf(node);
  if (!mark?.put || mark.put.isShadow || !isOf(mark, drawing)) return [];
  const isFree = !node.locked && !isInInstance(node) && showsImage(node, mark.put.hash);
  return isFree ? [{ node, put: mark.put, mark }] : [];
}

export function showsImage({ fills }: RectangleNode, hash: string): boolean {
  return Array.isArray(fills) && (fills as readonly Paint[]).some((paint) => isOurs(paint, hash));
}

export const isOurs = (paint: Paint, hash: string): boolean =>
  paint.type === 'IMAGE' && paint.imageHash === hash;

/** Name of the generator that made this picture, where the same choice runs a newer one now; else null. */
export function olderThan(made: Made, { mark }: Known): string | null {
  const isSameChoice = mark.settings?.model === made.settings.model;
  return isSameChoice && made.by !== undefined && mark.by !== made.by ? mark.by : null;
}
