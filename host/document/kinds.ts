// The kinds of nodes that the stand-in has, and what Figma's typings give each of
// them. (births.ts: with which values)
import table from '../typings/table.json' with { type: 'json' };

/** What a FigJam board holds besides shapes and sections. (plugin-api.d.ts: StickyNode to MediaNode) */
const BOARD_TYPES = [
  'STICKY',
  'SHAPE_WITH_TEXT',
  'CONNECTOR',
  'STAMP',
  'HIGHLIGHT',
  'WASHI_TAPE',
  'CODE_BLOCK',
  'TABLE',
  'WIDGET',
  'EMBED',
  'LINK_UNFURL',
  'MEDIA',
] as const;

export const NODE_TYPES = [
  'DOCUMENT',
  'PAGE',
  'FRAME',
  'GROUP',
  'SECTION',
  'COMPONENT',
  'INSTANCE',
  'RECTANGLE',
  'ELLIPSE',
  'LINE',
  'POLYGON',
  'STAR',
  'VECTOR',
  'TEXT',
  'BOOLEAN_OPERATION',
  'COMPONENT_SET',
  'SLICE',
  'SLOT',
  'TEXT_PATH',
  'TRANSFORM_GROUP',
  'SLIDE',
  'SLIDE_ROW',
  'SLIDE_GRID',
  'INTERACTIVE_SLIDE_ELEMENT',
  ...BOARD_TYPES,
] as const;
export type NodeType = (typeof NODE_TYPES)[number];

/**
 * How a property may be used: 'call' a method, 'read' a property without setter, 'write' a property with one.
 */
export type Access = 'call' | 'read' | 'write';

// Figma makes these setters too, though the typings cannot say so: with documentAccess "dynamic-page" a style
// or a vector network is set by its Async method. (plugin-api.d.ts, at each property)
const READ_ONLY_IN_DYNAMIC_PAGE = new Set(['fillStyleId', 'strokeStyleId', 'effectStyleId', 'gridStyleId', 'textStyleId', 'backgroundStyleId', 'vectorNetwork', 'reactions']); // prettier-ignore

function accessOf(members: { read: string[]; write: string[]; call: string[] }): Map<string, Access> {
  const found = new Map<string, Access>();
  for (const access of ['read', 'write', 'call'] as const)
    for (const name of members[access])
      found.set(name, READ_ONLY_IN_DYNAMIC_PAGE.has(name) ? 'read' : access);
  // D: developers.figma.com/docs/plugins/api/properties/nodes-transform3d (beta, update 142), which the
  // typings lack; that what can be rotated can be turned in 3D is assumed.
  if (found.get('rotation') === 'write') found.set('transform3d', 'write');
  return found;
}

/** Every property of every node type, from the official typings (typings/generate.mjs). */
export const PROPERTIES = Object.fromEntries(
  NODE_TYPES.map((type) => [type, accessOf(table[type])]),
) as Record<NodeType, Map<string, Access>>;
/** Every property of the global `figma`. */
export const GLOBAL_PROPERTIES = accessOf(table.figma);

/** Nodes that hold others. (plugin-api.d.ts: ChildrenMixin) */
export const PARENTS: ReadonlySet<NodeType> = new Set<NodeType>([
  'DOCUMENT',
  'PAGE',
  'FRAME',
  'GROUP',
  'SECTION',
  'COMPONENT',
  'INSTANCE',
  'BOOLEAN_OPERATION',
  'COMPONENT_SET',
  'SLOT',
  'TRANSFORM_GROUP',
  'SLIDE',
  'SLIDE_ROW',
  'SLIDE_GRID',
]);
/** Parents that draw nothing of their own. (plugin-api.d.ts: no fills and no strokes) */
export const BARE: ReadonlySet<NodeType> = new Set<NodeType>([
  'GROUP',
  'TRANSFORM_GROUP',
  'SLIDE_ROW',
  'SLIDE_GRID',
]);
/** Parents without a coordinate system of their own: children of these count from the next container above.
 * (developers.figma.com/docs/plugins/api/node-properties, relativeTransform; of rows and grids of slides and
 * of transform groups assumed) */
export const COORDINATELESS: ReadonlySet<NodeType> = new Set<NodeType>([...BARE, 'BOOLEAN_OPERATION']);
/** Frames and what behaves as one. */
export const FRAME_LIKE: ReadonlySet<NodeType> = new Set<NodeType>([
  'FRAME',
  'COMPONENT',
  'COMPONENT_SET',
  'INSTANCE',
  'SLOT',
  'SLIDE',
]);
/** What Figma draws in a way of its own: what a board holds, and polls and the like on slides. */
export const BOARD: ReadonlySet<NodeType> = new Set<NodeType>([...BOARD_TYPES, 'INTERACTIVE_SLIDE_ELEMENT']);
