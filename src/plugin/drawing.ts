// Layers that are one drawing → what it is called, where it lies, which of them still stand. Mostly it is one
// layer: a frame, a group, a shape. Loose shapes that belong together are one drawing of several.
import type { Box } from '../core/sketch.ts';
import type { Made } from '../protocol/made.ts';
import { around, renderBoundsOf } from './node-tree.ts';

export interface DrawnLayers {
  /** The same as long as it is of the same layers; of one layer, its own. */
  readonly id: string;
  /** At least one; lowest first as they lay when it was chosen. */
  readonly layers: readonly SceneNode[];
}

export function drawingOf(layers: readonly SceneNode[]): DrawnLayers {
  const sorted = lowestFirst(layers);
  const ids = sorted.map(({ id }) => id);
  return { id: ids.length === 1 ? ids[0]! : `${ids[0]}+${hashOf(ids)}`, layers: sorted };
}

/** FNV-1a (Fowler, Noll, Vo) of ids in any order, in base 36. */
function hashOf(ids: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const letter of [...ids].sort().join()) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** As they lie now; what is in different places keeps its order. */
function lowestFirst(layers: readonly SceneNode[]): SceneNode[] {
  if (layers.length < 2) return [...layers];
  const heights = new Map((layers[0]!.parent?.children ?? []).map(({ id }, height) => [id, height]));
  const heightOf = ({ id }: SceneNode): number => heights.get(id) ?? -1;
  return [...layers].sort((a, b) => heightOf(a) - heightOf(b));
}

/** Its layers that were not removed, lowest first. */
export function standing({ layers }: DrawnLayers): SceneNode[] {
  return lowestFirst(layers.filter(({ removed }) => !removed));
}

/** Null when all of it is gone. */
export function topOf(drawing: DrawnLayers): SceneNode | null {
  return standing(drawing).at(-1) ?? null;
}

/** Figma's own names for what nobody named. */
const UNNAMED =
  /^(?:vector|rectangle|ellipse|polygon|star|line|arrow|group|union|subtract|intersect|exclude)[ _\d]*$/i;

/**
 * "Mug + 3": the largest layer that somebody named, and how many more there are. Empty when all of it is
 * gone.
 */
export function drawingName(drawing: DrawnLayers): string {
  const layers = standing(drawing);
  const named = layers.filter(({ name }) => !UNNAMED.test(name.trim()));
  const [first] = (named.length > 0 ? named : layers).sort((a, b) => areaOf(b) - areaOf(a));
  if (!first) return '';
  return layers.length === 1 ? first.name : `${first.name} + ${layers.length - 1}`;
}

function areaOf(layer: SceneNode): number {
  const box = 'absoluteBoundingBox' in layer ? layer.absoluteBoundingBox : null;
  return box ? box.width * box.height : 0;
}

/** Its layers' boxes together, without strokes and effects; null where none of them has one. */
export function drawingBox(drawing: DrawnLayers): Box | null {
  const boxes = standing(drawing).flatMap((layer) =>
    'absoluteBoundingBox' in layer && layer.absoluteBoundingBox ? [layer.absoluteBoundingBox] : [],
  );
  return boxes.length > 0 ? around(boxes) : null;
}

/** With strokes and effects. */
export function coveredBy(drawing: DrawnLayers): Box | null {
  const boxes = standing(drawing).flatMap((layer) => renderBoundsOf(layer) ?? []);
  return boxes.length > 0 ? around(boxes) : null;
}

/** figma.getNodeByIdAsync. */
export type Find = (id: string) => Promise<BaseNode | null>;

/** As much of it as stands; null when nothing does. */
export async function findDrawing(ids: readonly string[], find: Find): Promise<DrawnLayers | null> {
  const nodes = await Promise.all(ids.map(find));
  const layers = nodes.filter((node) => node !== null).filter(isLayer);
  return layers.length > 0 ? drawingOf(layers) : null;
}

function isLayer(node: BaseNode): node is SceneNode {
  return !node.removed && node.type !== 'DOCUMENT' && node.type !== 'PAGE';
}

/** What a picture of it says of its making. */
export function madeFrom(drawing: DrawnLayers, { together: _, ...made }: Made): Made {
  const ids = drawing.layers.map(({ id }) => id);
  return { ...made, from: ids[0]!, ...(ids.length > 1 ? { together: ids } : {}) };
}
