// With which values a node of each kind is born. Out: BIRTH, properties by kind.
import { NODE_TYPES, PROPERTIES, type NodeType } from './kinds.ts';
import type { Plain } from './record.ts';

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
const PURPLE = solid(0.5921568870544434, 0.27843138575553894, 1);
const YELLOW = solid(1, 0.8509804010391235, 0.4000000059604645);

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
  gridRowAnchorIndex: -1,
  gridColumnAnchorIndex: -1,
  gridRowSpan: 1,
  gridColumnSpan: 1,
  gridChildHorizontalAlign: 'AUTO',
  gridChildVerticalAlign: 'AUTO',
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
  complexStrokeProperties: { type: 'BASIC' },
  variableWidthStrokeProperties: null,
  cornerRadius: 0,
  cornerSmoothing: 0,
} satisfies Record<string, Plain>;

/**
 * Each side's own weight; strokeWeight is figma.mixed when they differ.
 * (plugin-api.d.ts, IndividualStrokesMixin)
 */
const SIDES = { strokeTopWeight: 1, strokeRightWeight: 1, strokeBottomWeight: 1, strokeLeftWeight: 1 };
const CORNERS = { topLeftRadius: 0, topRightRadius: 0, bottomRightRadius: 0, bottomLeftRadius: 0 };
const LAYOUT = {
  layoutMode: 'NONE',
  layoutWrap: 'NO_WRAP',
  counterAxisSpacing: null,
  primaryAxisSizingMode: 'AUTO',
  counterAxisSizingMode: 'AUTO',
  primaryAxisAlignItems: 'MIN',
  counterAxisAlignItems: 'MIN',
  itemSpacing: 0,
  paddingLeft: 0,
  paddingRight: 0,
  paddingTop: 0,
  paddingBottom: 0,
  gridRowCount: 1,
  gridColumnCount: 1,
  gridRowGap: 0,
  gridColumnGap: 0,
  gridRowSizes: [{ type: 'FLEX', value: 1 }],
  gridColumnSizes: [{ type: 'FLEX', value: 1 }],
  gridAutoTracks: 'NONE',
  gridItemsPositioning: 'MANUAL',
};
const FRAME = { ...PAINTED, ...CORNERS, ...SIDES, ...LAYOUT, fills: [WHITE], clipsContent: true };

const PUBLISHED = { description: '', documentationLinks: [], remote: false, key: '' };
/** What is on a board has no layout and no effects of its own; `characters` stands for its text sublayer. */
const NOTE = {
  ...SCENE,
  fills: [],
  strokes: [],
  strokeWeight: 1,
  strokeAlign: 'INSIDE',
  strokeJoin: 'MITER',
  strokeMiterLimit: 4,
  dashPattern: [],
  characters: '',
};

/**
 * As figma.createX gives them (developers.figma.com/docs/plugins/api/figma,
 * createX); more than some kinds have.
 */
const BORN_WITH: Record<NodeType, Readonly<Record<string, Plain>>> = {
  DOCUMENT: { name: 'Document' },
  PAGE: { name: 'Page 1', backgrounds: [solid(0.9607843, 0.9607843, 0.9607843)], guides: [] },
  FRAME: { name: 'Frame', ...FRAME },
  GROUP: { name: 'Group', ...SCENE },
  SECTION: {
    name: 'Section',
    fills: [WHITE],
    strokes: [],
    strokeWeight: 1,
    strokeAlign: 'INSIDE',
    visible: true,
    locked: false,
    opacity: 1,
    relativeTransform: SCENE.relativeTransform,
    width: 100,
    height: 100,
    sectionContentsHidden: false,
  },
  COMPONENT: { name: 'Component', ...FRAME, ...PUBLISHED },
  INSTANCE: { name: 'Instance', ...FRAME, mainComponent: null },
  RECTANGLE: { name: 'Rectangle', ...PAINTED, ...CORNERS, ...SIDES },
  ELLIPSE: {
    name: 'Ellipse',
    ...PAINTED,
    arcData: { startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0 },
  },
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
  // A purple dashed border is how Figma draws a new set; it is part of the set, and of its export.
  COMPONENT_SET: {
    name: 'Component Set',
    ...FRAME,
    ...PUBLISHED,
    fills: [],
    strokes: [PURPLE],
    dashPattern: [10, 5],
    cornerRadius: 5,
    topLeftRadius: 5,
    topRightRadius: 5,
    bottomRightRadius: 5,
    bottomLeftRadius: 5,
  },
  SLICE: { name: 'Slice', ...SCENE },
  STICKY: { name: 'Sticky', ...NOTE, fills: [YELLOW], width: 240, height: 240, authorVisible: true, authorName: '', isWideWidth: false },
  SHAPE_WITH_TEXT: { name: 'Shape with text', ...NOTE, fills: [WHITE], strokes: [BLACK], strokeWeight: 4, strokeAlign: 'CENTER', width: 208, height: 208, shapeType: 'ROUNDED_RECTANGLE' },
  CONNECTOR: { name: 'Connector line', ...NOTE, strokes: [BLACK], strokeWeight: 4, strokeAlign: 'CENTER', width: 200, height: 0, connectorLineType: 'STRAIGHT', connectorStartStrokeCap: 'NONE', connectorEndStrokeCap: 'ARROW_LINES' },
  STAMP: { name: 'Stamp', ...PAINTED, fills: [YELLOW], width: 60, height: 60, stuckTo: null },
  HIGHLIGHT: { name: 'Highlight', ...PAINTED, fills: [], strokes: [YELLOW], strokeWeight: 24, strokeAlign: 'CENTER', strokeCap: 'ROUND', opacity: 0.5, vectorPaths: [], width: 0, height: 0, stuckTo: null },
  WASHI_TAPE: { name: 'Washi tape', ...PAINTED, fills: [YELLOW], width: 300, height: 40, stuckTo: null },
  CODE_BLOCK: { name: 'Code block', ...NOTE, width: 300, height: 120, code: '', codeLanguage: 'JAVASCRIPT' },
  TABLE: { name: 'Table', ...NOTE, fills: [WHITE], width: 400, height: 200, numRows: 2, numColumns: 2 },
  WIDGET: { name: 'Widget', ...NOTE, width: 200, height: 100, widgetId: '', widgetSyncedState: {}, stuckTo: null },
  EMBED: { name: 'Embed', ...NOTE, width: 400, height: 300 },
  LINK_UNFURL: { name: 'Link', ...NOTE, width: 300, height: 120 },
  MEDIA: { name: 'Media', ...NOTE, width: 300, height: 200 },
  SLOT: { name: 'Slot', ...FRAME, limitViolations: [] },
  TEXT_PATH: { name: 'Text', ...PAINTED, fills: [BLACK], characters: '', fontSize: 12, width: 0, height: 14, vectorPaths: [] },
  TRANSFORM_GROUP: { name: 'Group', ...SCENE },
  SLIDE: { name: 'Slide', ...FRAME, width: 1920, height: 1080, isSkippedSlide: false },
  SLIDE_ROW: { name: 'Row', ...SCENE },
  SLIDE_GRID: { name: 'Slides', ...SCENE },
  INTERACTIVE_SLIDE_ELEMENT: { name: 'Poll', ...NOTE, width: 400, height: 300, interactiveSlideElementType: 'POLL' },
}; // prettier-ignore

/** Kept on the record though no plugin can read it: Figma has it in a sublayer, or draws with it. */
export const UNSEEN = new Set([
  'characters',
  'fills',
  'strokes',
  'strokeWeight',
  'strokeAlign',
  'strokeCap',
  'strokeJoin',
  'strokeMiterLimit',
  'dashPattern',
]);

/**
 * A new node's properties. What the typings do not give its kind is left out;
 * `characters` stays for what is drawn.
 */
export const BIRTH = Object.fromEntries(
  NODE_TYPES.map((type) => [
    type,
    Object.fromEntries(
      Object.entries(BORN_WITH[type]).filter(([key]) => PROPERTIES[type].has(key) || UNSEEN.has(key)),
    ),
  ]),
) as Record<NodeType, Readonly<Record<string, Plain>>>;
