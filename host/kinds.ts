// The kinds of nodes that the stand-in has: what Figma's typings give each of them, and with which values one is born.
import type { Plain } from './store.ts';
import table from './typings/table.json' with { type: 'json' };

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
] as const;
export type NodeType = (typeof NODE_TYPES)[number];

/** How a property may be used: 'call' a method, 'read' a property without setter, 'write' a property with one. */
export type Access = 'call' | 'read' | 'write';

// Figma makes these setters too, though the typings cannot say so: with documentAccess "dynamic-page" a style or a
// vector network is set by its Async method. (plugin-api.d.ts, at each property)
const READ_ONLY_IN_DYNAMIC_PAGE = new Set(['fillStyleId', 'strokeStyleId', 'effectStyleId', 'gridStyleId']);

function accessOf(members: { read: string[]; write: string[]; call: string[] }): Map<string, Access> {
  const found = new Map<string, Access>();
  for (const access of ['read', 'write', 'call'] as const)
    for (const name of members[access])
      found.set(name, READ_ONLY_IN_DYNAMIC_PAGE.has(name) ? 'read' : access);
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
]);
/** Parents without a coordinate system of their own: children of these count from the next container above.
 * (developers.figma.com/docs/plugins/api/node-properties, relativeTransform) */
export const COORDINATELESS: ReadonlySet<NodeType> = new Set<NodeType>(['GROUP', 'BOOLEAN_OPERATION']);
/** Frames and what behaves as one. */
export const FRAME_LIKE: ReadonlySet<NodeType> = new Set<NodeType>(['FRAME', 'COMPONENT', 'INSTANCE']);

export const solid = (r: number, g: number, b: number): Plain => ({
  type: 'SOLID',
  visible: true,
  opacity: 1,
  blendMode: 'NORMAL',
  color: { r, g, b },
  boundVariables: {},
});
const GREY = solid(0.8509804010391235, 0.8509804010391235, 0.8509804010391235);
const WHITE = solid(1, 1, 1);
const BLACK = solid(0, 0, 0);

const SCENE = {
  visible: true,
  locked: false,
  opacity: 1,
  blendMode: 'PASS_THROUGH',
  isMask: false,
  maskType: 'ALPHA',
  effects: [],
  exportSettings: [],
  expanded: false,
  layoutAlign: 'INHERIT',
  layoutGrow: 0,
  layoutPositioning: 'AUTO',
  constrainProportions: false,
  constraints: { horizontal: 'MIN', vertical: 'MIN' },
  relativeTransform: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  width: 100,
  height: 100,
} satisfies Record<string, Plain>;

const PAINTED = {
  ...SCENE,
  fills: [GREY],
  strokes: [],
  strokeWeight: 1,
  strokeAlign: 'INSIDE',
  strokeCap: 'NONE',
  strokeJoin: 'MITER',
  strokeMiterLimit: 4,
  dashPattern: [],
  cornerRadius: 0,
  cornerSmoothing: 0,
} satisfies Record<string, Plain>;

const CORNERS = { topLeftRadius: 0, topRightRadius: 0, bottomRightRadius: 0, bottomLeftRadius: 0 };
const LAYOUT = {
  layoutMode: 'NONE',
  layoutWrap: 'NO_WRAP',
  primaryAxisSizingMode: 'AUTO',
  counterAxisSizingMode: 'AUTO',
  primaryAxisAlignItems: 'MIN',
  counterAxisAlignItems: 'MIN',
  itemSpacing: 0,
  paddingLeft: 0,
  paddingRight: 0,
  paddingTop: 0,
  paddingBottom: 0,
};
const FRAME = { ...PAINTED, ...CORNERS, ...LAYOUT, fills: [WHITE], clipsContent: true };

/** As figma.createX gives them (developers.figma.com/docs/plugins/api/figma, createX); more than some kinds have. */
const BORN_WITH: Record<NodeType, Readonly<Record<string, Plain>>> = {
  DOCUMENT: { name: 'Document' },
  PAGE: { name: 'Page 1', backgrounds: [solid(0.9607843, 0.9607843, 0.9607843)], guides: [] },
  FRAME: { name: 'Frame', ...FRAME },
  GROUP: { name: 'Group', ...SCENE },
  SECTION: {
    name: 'Section',
    fills: [WHITE],
    visible: true,
    locked: false,
    opacity: 1,
    relativeTransform: SCENE.relativeTransform,
    width: 100,
    height: 100,
    sectionContentsHidden: false,
  },
  COMPONENT: { name: 'Component', ...FRAME },
  INSTANCE: { name: 'Instance', ...FRAME, mainComponent: null },
  RECTANGLE: { name: 'Rectangle', ...PAINTED, ...CORNERS },
  ELLIPSE: { name: 'Ellipse', ...PAINTED },
  LINE: { name: 'Line', ...PAINTED, fills: [], strokes: [BLACK], strokeAlign: 'CENTER', height: 0 },
  POLYGON: { name: 'Polygon', ...PAINTED, pointCount: 3 },
  STAR: { name: 'Star', ...PAINTED, pointCount: 5, innerRadius: 0.381966 },
  VECTOR: {
    name: 'Vector',
    ...PAINTED,
    fills: [],
    strokes: [BLACK],
    strokeAlign: 'CENTER',
    handleMirroring: 'NONE',
    vectorPaths: [],
    width: 0,
    height: 0,
  },
  TEXT: { name: 'Text', ...PAINTED, fills: [BLACK], characters: '', fontSize: 12, width: 0, height: 14 },
  BOOLEAN_OPERATION: { name: 'Union', ...PAINTED, booleanOperation: 'UNION' },
};

/** A new node's properties. What the typings do not give its kind is left out. */
export const BIRTH = Object.fromEntries(
  NODE_TYPES.map((type) => [
    type,
    Object.fromEntries(Object.entries(BORN_WITH[type]).filter(([key]) => PROPERTIES[type].has(key))),
  ]),
) as Record<NodeType, Readonly<Record<string, Plain>>>;
