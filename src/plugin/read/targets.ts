// What is selected in → the drawings to realize, each once, in reading order; or why there is none.
import type { Refusal, Settings } from '../../core/sketch.ts';
import { coveredBy, findDrawing, type DrawnLayers, type Find } from '../drawing.ts';
import { isInside, pageOf } from '../node-tree.ts';
import { markOf, MARKED, type Mark } from '../storage/picture-mark.ts';
import { drawingsFrom } from './loose.ts';

export interface Targets {
  drawings: DrawnLayers[];
  /** Set when only pictures of ours were selected: how the first of them was made, to make it so again. */
  again: Settings | null;
}

/**
 * Things that are no drawing, by the names that users know: they hold other people's pages, code or meetings,
 * or cannot be exported.
 */
const NOT_DRAWN: Partial<Record<SceneNode['type'], string>> = {
  SLICE: 'a slice',
  CONNECTOR: 'a connector',
  WIDGET: 'a widget',
  EMBED: 'an embed',
  LINK_UNFURL: 'a link',
  MEDIA: 'a video or GIF',
  CODE_BLOCK: 'a code block',
  TABLE: 'a table',
  SLIDE_ROW: 'a row of slides',
  SLIDE_GRID: 'all slides',
  INTERACTIVE_SLIDE_ELEMENT: 'a live element',
};

/**
 * `find` is figma.getNodeByIdAsync. `isAgain`: where one of several loose shapes is selected, the drawing
 * that it was realized with is meant.
 */
export async function pickTargets(
  selection: readonly SceneNode[],
  { find, isAgain }: { find: Find; isAgain: boolean },
): Promise<Targets | Refusal> {
  const found = selection.flatMap(contentOf);
  const drawn = found.filter((node) => NOT_DRAWN[node.type] === undefined);
  const layers = drawn.filter((node) => markOf(node) === null);
  if (layers.length > 0) {
    const drawings = drawingsFrom(once(layers));
    const meant = isAgain
      ? await Promise.all(drawings.map((drawing) => realizedWith(drawing, find)))
      : drawings;
    return { drawings: inReadingOrder(distinct(meant)), again: null };
  }
  const marks = drawn.map(markOf).filter((mark) => mark !== null);
  if (marks.length > 0) return sourcesOf(marks, find);
  const detail = found[0] && NOT_DRAWN[found[0].type];
  if (detail !== undefined) return { refused: 'no-drawing', detail };
  // A section, a slide or a set of components was selected, and nothing stands in it.
  if (selection.some(isPlace)) return { refused: 'nothing-drawn' };
  return { refused: 'nothing-selected' };
}

/** Pictures of ours stand for their drawings. */
async function sourcesOf(marks: readonly Mark[], find: Find): Promise<Targets | Refusal> {
  const drawings: DrawnLayers[] = [];
  let again: Settings | null = null;
  for (const { layers, settings } of marks) {
    const drawing = await findDrawing(layers, find);
    if (!drawing) continue;
    again ??= settings;
    drawings.push(drawing);
  }
  if (drawings.length > 0) return { drawings: inReadingOrder(distinct(drawings)), again };
  return { refused: marks.some(({ layers }) => layers.length > 0) ? 'drawing-gone' : 'other-version' };
}

/**
 * A single loose shape → the drawing that the newest picture of it and others was made of; any other drawing
 * as it is.
 */
async function realizedWith(drawing: DrawnLayers, find: Find): Promise<DrawnLayers> {
  const [layer, ...others] = drawing.layers;
  const page = layer && others.length === 0 ? pageOf(layer) : null;
  if (!page) return drawing;
  const newest = page
    .findAllWithCriteria({ types: ['RECTANGLE'], pluginData: MARKED })
    .map(markOf)
    .filter((mark) => mark !== null && mark.layers.length > 1 && mark.layers.includes(drawing.id))
    .reduce<Mark | null>((best, mark) => (timeOf(mark) > timeOf(best) ? mark : best), null);
  return (newest && (await findDrawing(newest.layers, find))) ?? drawing;
}

const timeOf = (mark: Mark | null): number => mark?.put?.at ?? -Infinity;

function isPlace(node: SceneNode): node is SectionNode | SlideNode | ComponentSetNode {
  return node.type === 'SECTION' || node.type === 'SLIDE' || node.type === 'COMPONENT_SET';
}

/**
 * A section or a slide is a place, not a drawing, and a set of components is several: what stands there
 * counts, pictures of ours excepted.
 */
function contentOf(node: SceneNode): SceneNode[] {
  if (!isPlace(node)) return [node];
  return node.children.filter((child) => child.visible && markOf(child) === null).flatMap(contentOf);
}

function once(nodes: readonly SceneNode[]): SceneNode[] {
  const ids = new Set(nodes.map((node) => node.id));
  const unique = [...new Map(nodes.map((node) => [node.id, node])).values()];
  return unique.filter((node) => !isInside(node, ids));
}

/** Each once, and none that stands in another. */
function distinct(drawings: readonly DrawnLayers[]): DrawnLayers[] {
  const unique = [...new Map(drawings.map((drawing) => [drawing.id, drawing])).values()];
  const ids = new Set(unique.flatMap(({ layers }) => layers.map(({ id }) => id)));
  return unique.filter(({ layers }) => !layers.every((layer) => isInside(layer, ids)));
}

/** Figma's selection has no order of its own; people count from the top left. */
function inReadingOrder(drawings: readonly DrawnLayers[]): DrawnLayers[] {
  const placed = drawings.map((drawing) => ({ drawing, at: coveredBy(drawing) ?? { x: 0, y: 0 } }));
  return placed.sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x).map(({ drawing }) => drawing);
}
