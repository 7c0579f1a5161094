// What is selected in → the nodes to realize, each once, in reading order; or why there is none.
import type { Box, Refusal, Settings } from '../../core/sketch.ts';
import { markOf, type Mark } from '../storage/picture-mark.ts';
import { boundsOf, isInside } from '../node-tree.ts';

export interface Targets {
  nodes: SceneNode[];
  /** Set when only pictures of ours were selected: how the first of them was made, to make it so again. */
  again: Settings | null;
  /** Among them are single shapes that lie on each other: most likely they were meant as one drawing. */
  loose: boolean;
}

const SHAPES: ReadonlySet<SceneNode['type']> = new Set<SceneNode['type']>([
  'VECTOR',
  'BOOLEAN_OPERATION',
  'ELLIPSE',
  'LINE',
  'POLYGON',
  'RECTANGLE',
  'STAR',
]);

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
  const drawings = drawn.filter((node) => markOf(node) === null);
  if (drawings.length > 0) return given(drawings, null);
  const marks = drawn.map(markOf).filter((mark) => mark !== null);
  if (marks.length > 0) return sourcesOf(marks, find);
  // A section or a set of components was selected, and nothing stands in it.
  if (selection.some(isPlace)) return { refused: 'nothing-drawn' };
  return { refused: 'nothing-selected' };
}

function given(drawings: readonly SceneNode[], again: Settings | null): Targets {
  const nodes = inReadingOrder(once(drawings));
  return { nodes, again, loose: again === null && areLoose(nodes) };
}

function areLoose(nodes: readonly SceneNode[]): boolean {
  // Each is asked once: thousands may be selected, and every answer of Figma's takes its time.
  const shapes = nodes
    .filter(({ type }) => SHAPES.has(type))
    .flatMap((node) => {
      const box = boundsOf(node);
      return box ? [{ box, parent: node.parent?.id }] : [];
    })
    .sort((a, b) => a.box.x - b.box.x);
  return shapes.some(({ box, parent }, i) => {
    for (let j = i + 1; ; j++) {
      const other = shapes[j];
      if (!other || other.box.x >= box.x + box.width) return false;
      if (other.parent === parent && meet(box, other.box)) return true;
    }
  });
}

/** Of boxes that share some of their width: whether they share ground. */
function meet(a: Box, b: Box): boolean {
  return a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Pictures of ours stand for their drawings. */
async function sourcesOf(
  marks: readonly Mark[],
  find: (id: string) => Promise<BaseNode | null>,
): Promise<Targets | Refusal> {
  const sources: SceneNode[] = [];
  let again: Settings | null = null;
  for (const { from, settings } of marks) {
    const source = from === null ? null : await find(from);
    if (!source || source.removed || source.type === 'DOCUMENT' || source.type === 'PAGE') continue;
    again ??= settings;
    sources.push(source);
  }
  if (sources.length > 0) return given(sources, again);
  return { refused: marks.some(({ from }) => from !== null) ? 'drawing-gone' : 'other-version' };
}

function isPlace(node: SceneNode): node is SectionNode | ComponentSetNode {
  return node.type === 'SECTION' || node.type === 'COMPONENT_SET';
}

/**
 * A section is a place, not a drawing, and a set of components is several: what stands there
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

/** Figma's selection has no order of its own; people count from the top left. */
function inReadingOrder(nodes: SceneNode[]): SceneNode[] {
  const placed = nodes.map((node) => ({ node, at: boundsOf(node) ?? { x: 0, y: 0 } }));
  return placed.sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x).map(({ node }) => node);
}
