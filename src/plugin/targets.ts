// What is selected in → the nodes to realize, each once, in reading order; or why there is none.
import type { Made } from '../protocol.ts';
import type { Refusal } from '../core/sketch.ts';
import { readMade } from './made.ts';
import { boundsOf, isInside } from './tree.ts';

export interface Targets {
  nodes: SceneNode[];
  /** Set when only pictures of ours were selected: how the first of them was made, to make it so again. */
  again: Made | null;
}

/** Things that are no drawing: they hold other people's pages, code or meetings, or cannot be exported. */
const NOT_DRAWN: ReadonlySet<SceneNode['type']> = new Set<SceneNode['type']>([
  'SLICE',
  'CONNECTOR',
  'WIDGET',
  'EMBED',
  'LINK_UNFURL',
  'MEDIA',
  'CODE_BLOCK',
  'TABLE',
  'SLIDE',
  'SLIDE_ROW',
  'SLIDE_GRID',
  'INTERACTIVE_SLIDE_ELEMENT',
]);

/** `find` is figma.getNodeByIdAsync. */
export async function pickTargets(
  selection: readonly SceneNode[],
  find: (id: string) => Promise<BaseNode | null>,
): Promise<Targets | Refusal> {
  const drawn = selection.flatMap(contentOf).filter((node) => !NOT_DRAWN.has(node.type));
  const drawings = drawn.filter((node) => readMade(node) === null);
  if (drawings.length > 0) return { nodes: inReadingOrder(once(drawings)), again: null };

  const sources: SceneNode[] = [];
  const all = drawn.map(readMade).filter((made) => made !== null);
  for (const made of all) {
    const source = await find(made.from);
    if (source && !source.removed && source.type !== 'DOCUMENT' && source.type !== 'PAGE')
      sources.push(source);
  }
  if (all[0] && sources.length === 0) return { refused: 'node-gone' };
  if (sources.length === 0) return { refused: 'nothing-selected' };
  return { nodes: inReadingOrder(once(sources)), again: all[0] ?? null };
}

/** A section is a place, not a drawing: what stands on it counts, pictures of ours excepted. */
function contentOf(node: SceneNode): SceneNode[] {
  if (node.type !== 'SECTION') return [node];
  return node.children.filter((child) => child.visible && readMade(child) === null).flatMap(contentOf);
}

function once(nodes: readonly SceneNode[]): SceneNode[] {
  const ids = new Set(nodes.map((node) => node.id));
  const unique = [...new Map(nodes.map((node) => [node.id, node])).values()];
  return unique.filter((node) => !isInside(node, ids));
}

/** Figma's selection has no order of its own; people count from the top left. */
function inReadingOrder(nodes: SceneNode[]): SceneNode[] {
  const placed = nodes.map((node) => ({ node, at: boundsOf(node) ?? { x: 0, y: 0 } }));
  return placed.sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x).map(({ node }) => node);
}
