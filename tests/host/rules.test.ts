import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { nodeKind, setScene } from '../../host/cases/cases.ts';
import { newDocument } from '../../host/document/document.ts';
import type { HostOptions } from '../../host/host.ts';
import { openStand } from './stand.ts';
import { FORMS } from './svg-forms.ts';

// Every rule of Figma's that the stand-in enforces, where it is known from, and what the plugin gets that
// breaks it. The list is written to host/RULES.md by this test (`npx vitest run tests/host/rules.test.ts
// -u`).

/** What is asked in the sandbox, and what must come of it: an error that contains this, or lines said. */
interface Rule {
  rule: string;
  /** D official documentation or typings, R reported by plugin authors, P PLATFORM.md, ? assumed. */
  source: string;
  ask: string;
  /** Of an error; a list is what is said. */
  gets: string | string[];
  where?: Partial<HostOptions>;
  /** The scene; its first selected node is `node`. A rectangle of the plugin's own without one. */
  scene?: string;
}

const TYPINGS = 'D plugin-api.d.ts';
const MOVES = 'D docs nodes-insertchild, possible error cases';
const DYNAMIC = 'D docs migrating-to-dynamic-loading';
const READ_ONLY = 'Cannot write to internal and read-only node';
const GONE = 'The node with id';
const dynamic = (operation: string, instead: string): string =>
  `in ${operation}: Cannot call with documentAccess: dynamic-page. Use ${instead} instead.`;

/** Waits until the sandbox was told of what it did. */
const LATER = 'await new Promise((resolve) => setTimeout(resolve, 20))';
/** From here on it says each change of the page in view. */
const HEAR = `${LATER}; figma.currentPage.on('nodechange', ({ nodeChanges }) => nodeChanges.forEach((one) => say(one.type, one.properties?.join(), one.origin)));`;

const RULES: Record<string, Rule[]> = {
  'Names': [
    { rule: 'an unknown property of a node is not readable', source: 'P', ask: 'node.foo', gets: "TypeError: node.foo: no such property 'foo' on RECTANGLE node" },
    { rule: 'a property of another kind of node is not readable', source: TYPINGS, ask: 'node.children', gets: "no such property 'children' on RECTANGLE node" },
    { rule: 'an unknown property is not writable', source: 'P', ask: '(node.foo = 1)', gets: 'TypeError: object is not extensible' },
    { rule: 'width and height have no setter', source: 'P', ask: '(node.width = 5)', gets: 'TypeError: no setter for property' },
    { rule: 'an unknown property of figma is not readable', source: "D Figma's notes on FigJam", ask: 'figma.foo', gets: "TypeError: figma.foo no such property 'foo' on the figma global object" },
    { rule: 'styles are set by their Async methods only', source: TYPINGS, ask: '(node.fillStyleId = "S:1")', gets: 'no setter for property' },
  ],
  'Dynamic pages': [
    { rule: 'getNodeById throws', source: DYNAMIC, ask: 'figma.getNodeById("1:2")', gets: dynamic('getNodeById', 'figma.getNodeByIdAsync') },
    { rule: 'currentPage is set by its Async form', source: DYNAMIC, ask: '(figma.currentPage = figma.root.children[1])', gets: dynamic('set_currentPage', 'figma.setCurrentPageAsync') },
    { rule: 'getStyleById throws', source: DYNAMIC, ask: 'figma.getStyleById("S:1")', gets: dynamic('getStyleById', 'figma.getStyleByIdAsync') },
    { rule: 'getLocalPaintStyles throws', source: DYNAMIC, ask: 'figma.getLocalPaintStyles()', gets: dynamic('getLocalPaintStyles', 'figma.getLocalPaintStylesAsync') },
    { rule: 'mainComponent throws', source: DYNAMIC, scene: 'instance', ask: 'node.mainComponent', gets: dynamic('get_mainComponent', 'node.getMainComponentAsync') },
    { rule: "a page's children need loadAsync", source: `${TYPINGS}; wording assumed`, ask: 'figma.root.children[1].children', gets: 'Call page.loadAsync() first' },
    { rule: 'nothing moves to a page that is not loaded', source: `${TYPINGS}; wording assumed`, ask: 'figma.root.children[1].appendChild(node)', gets: 'Call page.loadAsync() first' },
    { rule: 'documentchange needs loadAllPagesAsync', source: `${TYPINGS}; wording assumed`, ask: 'figma.on("documentchange", () => 0)', gets: 'loadAllPagesAsync first' },
  ],
  'Nodes that are gone': [
    { rule: 'reading throws', source: 'R', ask: '(node.remove(), node.name)', gets: `in get_name: ${GONE}` },
    { rule: 'writing throws', source: 'R', ask: '(node.remove(), (node.x = 1))', gets: `in set_x: ${GONE}` },
    { rule: 'calling throws', source: 'R', ask: '(node.remove(), node.exportAsync())', gets: `in exportAsync: ${GONE}` },
    { rule: 'removed can be asked', source: TYPINGS, ask: 'node.remove(); say(node.removed)', gets: ['true'] },
    { rule: 'getNodeByIdAsync gives null', source: TYPINGS, ask: 'say(await figma.getNodeByIdAsync("9:9"))', gets: ['null'] },
    { rule: 'a group goes with its last child', source: 'D docs GroupNode', scene: 'group', ask: 'for (const child of node.children) child.remove(); say(node.removed)', gets: ['true'] },
  ],
  'Moves': [
    { rule: 'not into itself', source: MOVES, scene: 'frame', ask: 'node.appendChild(node)', gets: 'in appendChild: Cannot move node. Doing so would create a parenting cycle' },
    { rule: 'not the root', source: MOVES, ask: 'figma.currentPage.appendChild(figma.root)', gets: 'Node is the scene root, which cannot be reparented' },
    { rule: 'only pages into the root', source: MOVES, ask: 'figma.root.appendChild(node)', gets: 'The root node cannot have children of type other than PAGE' },
    { rule: 'pages into the root only', source: MOVES, scene: 'frame', ask: 'node.appendChild(figma.root.children[1])', gets: 'Nodes other than the root node cannot have children of type PAGE' },
    { rule: 'not into what holds nothing', source: MOVES, ask: 'figma.group([figma.createRectangle()], node)', gets: 'New parent is of a type that cannot have children' },
    { rule: 'not into an instance', source: MOVES, scene: 'instance', ask: 'node.appendChild(figma.createRectangle())', gets: 'New parent is an instance or is inside of an instance' },
    { rule: 'not out of an instance', source: MOVES, scene: 'in-instance', ask: 'figma.currentPage.appendChild(node)', gets: 'Node is inside of an instance' },
    { rule: 'no instance into its own component', source: MOVES, scene: 'component', ask: 'node.appendChild(node.createInstance())', gets: 'Reparenting would create a component cycle' },
    { rule: 'no component into a component', source: MOVES, scene: 'component', ask: 'node.appendChild(figma.createComponent())', gets: 'Reparenting would create a component inside a component' },
    { rule: 'only components into a set', source: MOVES, scene: 'component-set', ask: 'node.appendChild(figma.createRectangle())', gets: 'A COMPONENT_SET node cannot have children of type other than COMPONENT' },
    { rule: 'no set into a set', source: MOVES, scene: 'component-set', ask: 'node.appendChild(figma.combineAsVariants([figma.createComponent()], figma.currentPage))', gets: 'Reparenting would create a component set cycle' },
    { rule: 'sections on pages and sections only', source: 'D docs SectionNode; wording assumed', scene: 'frame', ask: 'node.appendChild(figma.createSection())', gets: 'A SECTION cannot be a child of a FRAME' },
    { rule: 'not beyond the last sibling', source: MOVES, scene: 'frame', ask: 'node.insertChild(3, figma.createRectangle())', gets: 'in insertChild: Cannot insert node at index greater than the number of existing siblings' },
    { rule: 'a group of nothing is none', source: 'D docs figma-group', ask: 'figma.group([], figma.currentPage)', gets: 'in group: First argument must be an array of at least one node' },
    { rule: 'a group stays on its page', source: 'D docs figma-group', ask: '(async () => { const page = figma.root.children[1]; await page.loadAsync(); figma.group([node], page); })()', gets: 'Grouped nodes must be in the same page as the parent' },
    { rule: 'a new node stands on the page in view, on top', source: TYPINGS, ask: 'say(node.parent === figma.currentPage, figma.currentPage.children.at(-1) === node, node.x, node.y)', gets: ['true true 0 0'] },
  ],
  'Instances and libraries': [
    { rule: 'what is inside an instance cannot be removed', source: 'R', scene: 'in-instance', ask: 'node.remove()', gets: 'in remove: Removing this node is not allowed' },
    { rule: 'nor moved', source: 'R', scene: 'in-instance', ask: '(node.x = 4)', gets: 'in set_x: This property cannot be overridden in an instance' },
    { rule: 'nor resized', source: 'R', scene: 'in-instance', ask: 'node.resize(4, 4)', gets: 'This property cannot be overridden in an instance' },
    { rule: 'its fills can be overridden', source: 'D docs InstanceNode', scene: 'in-instance', ask: 'node.fills = []; say(node.fills.length)', gets: ['0'] },
    { rule: 'a component of a library is read-only', source: `${TYPINGS} (remote), D docs api-errors`, scene: 'instance-remote', ask: '(async () => { (await node.getMainComponentAsync()).name = "mine" })()', gets: `in set_name: ${READ_ONLY}` },
    { rule: 'and takes no data', source: `${TYPINGS} (remote)`, scene: 'instance-remote', ask: '(async () => { (await node.getMainComponentAsync()).setPluginData("a", "b") })()', gets: `in setPluginData: ${READ_ONLY}` },
    { rule: 'and no children', source: MOVES, scene: 'instance-remote', ask: '(async () => { const c = await node.getMainComponentAsync(); c.appendChild(figma.createRectangle()) })()', gets: `in appendChild: ${READ_ONLY}` },
    { rule: 'and stands nowhere', source: `${TYPINGS} (parent)`, scene: 'instance-remote', ask: 'const c = await node.getMainComponentAsync(); say(c.remote, c.parent, c.removed)', gets: ['true null false'] },
    { rule: 'but instances of it can be made', source: 'D docs ComponentNode', scene: 'instance-remote', ask: 'say((await node.getMainComponentAsync()).createInstance().type)', gets: ['INSTANCE'] },
  ],
  'Who may write': [
    { rule: 'nothing is written in Dev Mode', source: 'D docs working-in-dev-mode, api-errors', where: { editor: 'dev' }, scene: 'frame', ask: '(node.name = "x")', gets: `in set_name: ${READ_ONLY}` },
    { rule: 'nothing is created there', source: 'D docs working-in-dev-mode; wording assumed', where: { editor: 'dev' }, scene: 'frame', ask: 'figma.createRectangle()', gets: READ_ONLY },
    { rule: 'a viewer writes nothing', source: 'D docs api-errors', where: { writable: false }, scene: 'frame', ask: 'node.remove()', gets: `in remove: ${READ_ONLY}` },
    { rule: 'the selection is free', source: 'D docs working-in-dev-mode', where: { editor: 'dev' }, scene: 'frame', ask: 'figma.currentPage.selection = []; say(figma.currentPage.selection.length)', gets: ['0'] },
    { rule: 'a lock keeps nobody from writing', source: `${TYPINGS} (locked)`, scene: 'locked', ask: 'node.name = "x"; say(node.name, node.locked)', gets: ['x true'] },
    { rule: 'FigJam has no createPage', source: "D Figma's notes on FigJam", where: { editor: 'figjam' }, scene: 'sticky', ask: 'figma.createPage()', gets: "figma.createPage no such property 'createPage' on the figma global object" },
    { rule: 'design files have no stickies', source: `${TYPINGS} (createSticky)`, ask: 'figma.createSticky()', gets: "no such property 'createSticky'" },
    { rule: 'boards have', source: `${TYPINGS} (createSticky)`, where: { editor: 'figjam' }, scene: 'sticky', ask: 'say(figma.createSticky().type, figma.editorType)', gets: ['STICKY figjam'] },
  ],
  'Kinds and editors since 2025': [
    { rule: 'a word on a path is letters, with no box to be laid out in', source: `${TYPINGS} (TextPathNode)`, scene: 'text-path', ask: 'say(node.type, node.characters, "textAutoResize" in node)', gets: ['TEXT_PATH MUG false'] },
    { rule: 'a group that repeats holds what it repeats once', source: `${TYPINGS} (TransformGroupNode)`, scene: 'transform-group', ask: 'say(node.type, node.children.length > 0, "fills" in node)', gets: ['TRANSFORM_GROUP true false'] },
    { rule: 'a slot is like a frame', source: `${TYPINGS} (SlotNode)`, scene: 'slot', ask: 'say(node.type, node.layoutMode, node.children.length > 0)', gets: ['SLOT NONE true'] },
    { rule: 'a slide, too, in a row, in a grid', source: `${TYPINGS} (SlideNode, SlideRowNode, SlideGridNode)`, where: { editor: 'slides' }, scene: 'slide', ask: 'say(node.type, node.isSkippedSlide, node.parent.type, node.parent.parent.type)', gets: ['SLIDE false SLIDE_ROW SLIDE_GRID'] },
    { rule: 'a row of slides has no fills', source: `${TYPINGS} (OpaqueNodeMixin)`, where: { editor: 'slides' }, scene: 'slide-row', ask: 'node.fills', gets: "no such property 'fills' on SLIDE_ROW node" },
    { rule: 'nor has the grid', source: `${TYPINGS} (OpaqueNodeMixin)`, where: { editor: 'slides' }, scene: 'slide-grid', ask: 'node.fills', gets: "no such property 'fills' on SLIDE_GRID node" },
    { rule: 'nor a poll on a slide', source: `${TYPINGS} (InteractiveSlideElementNode)`, where: { editor: 'slides' }, scene: 'live-element', ask: 'node.fills', gets: "no such property 'fills' on INTERACTIVE_SLIDE_ELEMENT node" },
    { rule: 'nor a widget', source: `${TYPINGS} (WidgetNode)`, where: { editor: 'figjam' }, scene: 'widget', ask: 'node.fills', gets: "no such property 'fills' on WIDGET node" },
    { rule: 'nor a film or a moving picture of a board', source: `${TYPINGS} (MediaNode)`, where: { editor: 'figjam' }, scene: 'media', ask: 'node.fills', gets: "no such property 'fills' on MEDIA node" },
    { rule: 'Slides makes frames, no stickies', source: `${TYPINGS} (createFrame, createSticky)`, where: { editor: 'slides' }, scene: 'slide', ask: 'say(figma.editorType, "createFrame" in figma, "createSticky" in figma)', gets: ['slides true false'] },
    { rule: 'only Slides makes slides', source: `${TYPINGS} (createSlide)`, ask: 'figma.createSlide()', gets: "no such property 'createSlide'" },
    { rule: 'Buzz is like a design file', source: `${TYPINGS} (editorType); assumed`, where: { editor: 'buzz' }, scene: 'in-buzz', ask: 'say(figma.editorType, "createSlide" in figma, "createFrame" in figma)', gets: ['buzz false true'] },
  ],
  'Values': [
    { rule: 'of the right type', source: 'R', ask: '(node.name = 3)', gets: 'in set_name: Property "name" failed validation: Expected string, received 3' },
    { rule: 'opacity from 0 to 1', source: 'D docs api-errors', ask: '(node.opacity = 2)', gets: 'in set_opacity: Property "opacity" failed validation' },
    { rule: 'sizes of at least 0.01', source: TYPINGS, ask: 'node.resize(0, 5)', gets: 'in resize: Argument "width" failed validation' },
    { rule: 'a turn in 3D of a fixed order only', source: 'D docs Transform3d (beta); wording assumed', ask: '(node.transform3d = { type: "FREEFORM", backfaceVisible: true })', gets: 'in set_transform3d: Property "transform3d" failed validation' },
    { rule: 'patterns by setFillsAsync only', source: `${TYPINGS} (fills); wording assumed`, ask: `(node.fills = [{ type: "PATTERN", sourceNodeId: node.id, tileType: "RECTANGULAR", scalingFactor: 1, spacing: { x: 0, y: 0 }, horizontalAlignment: "START" }])`, gets: 'in set_fills: Use setFillsAsync to set pattern fills' },
    { rule: 'paths absolute, with spaces', source: `${TYPINGS} (VectorPath.data)`, ask: '(figma.createVector().vectorPaths = [{ windingRule: "NONZERO", data: "m 0 0 l 1 1" }])', gets: 'Failed to convert path. Invalid command at m' },
    { rule: 'ABSOLUTE only in auto layout', source: 'R', ask: '(node.layoutPositioning = "ABSOLUTE")', gets: 'Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE' },
    { rule: 'lines have a gap of their own only where they wrap', source: `${TYPINGS} (counterAxisSpacing); wording assumed`, scene: 'auto-layout', ask: '(node.counterAxisSpacing = 8)', gets: 'Can only set counterAxisSpacing if layoutWrap is WRAP' },
    { rule: 'a grid has at least one row', source: `${TYPINGS} (GridLayoutMixin); wording assumed`, scene: 'frame', ask: '(node.gridRowCount = 0)', gets: 'in set_gridRowCount: Expected an integer of at least 1' },
    { rule: 'columns that hold children stay', source: `${TYPINGS} (GridLayoutMixin); wording assumed`, scene: 'in-grid', ask: '(node.parent.gridColumnCount = 1)', gets: 'in set_gridColumnCount: Tracks that hold children cannot be removed' },
    { rule: 'rows that come by themselves are not counted by hand', source: `${TYPINGS} (gridAutoTracks); wording assumed`, scene: 'in-grid', ask: '((node.parent.gridAutoTracks = "ROWS"), (node.parent.gridRowCount = 4))', gets: 'The row count is managed automatically' },
    { rule: 'a cell holds one child', source: `${TYPINGS} (GridChildrenMixin); wording assumed`, scene: 'in-grid', ask: 'node.setGridChildPosition(0, 1)', gets: 'in setGridChildPosition: The cell is out of bounds or occupied' },
    { rule: 'and takes no other that is appended', source: `${TYPINGS} (GridLayoutMixin.appendChildAt); wording assumed`, scene: 'in-grid', ask: 'node.parent.appendChildAt(figma.createRectangle(), 0, 0)', gets: 'in appendChildAt: The cell is out of bounds or occupied' },
    { rule: 'and is not reached over', source: `${TYPINGS} (gridColumnSpan); wording assumed`, scene: 'in-grid', ask: '(node.gridColumnSpan = 2)', gets: 'in set_gridColumnSpan: It would reach over another child, or beyond the grid' },
    { rule: 'in a flow nobody has a cell of his own', source: `${TYPINGS} (gridItemsPositioning); wording assumed`, scene: 'in-grid', ask: '((node.parent.gridItemsPositioning = "ROW_AUTO_FLOW"), node.setGridChildPosition(1, 0))', gets: 'The children flow by their order' },
    { rule: 'letters need their font', source: 'R', ask: '(figma.createText().characters = "A")', gets: 'Cannot write to node with unloaded font "Inter Regular"' },
    { rule: 'mixed values are a symbol', source: `${TYPINGS} (mixed)`, scene: 'text-mixed', ask: 'say(node.fills === figma.mixed, typeof node.fontSize)', gets: ['true symbol'] },
    { rule: 'a selection is of its page', source: TYPINGS, ask: '(async () => { await figma.root.children[1].loadAsync(); figma.root.children[1].selection = [node] })()', gets: 'The selection of a page can only include nodes in that page' },
    { rule: 'what is invisible has no render bounds', source: `${TYPINGS} (absoluteRenderBounds)`, scene: 'in-hidden', ask: 'say(node.absoluteRenderBounds, node.visible)', gets: ['null true'] },
    { rule: 'sections have none at all', source: TYPINGS, scene: 'section', ask: 'node.absoluteRenderBounds', gets: "no such property 'absoluteRenderBounds' on SECTION node" },
  ],
  'Exports and images': [
    { rule: 'of known options', source: 'R', ask: 'node.exportAsync({ format: "PNG", colour: 1 })', gets: "in exportAsync: Unrecognized key(s) in object: 'colour'" },
    { rule: 'of something visible', source: 'R', ask: '((node.visible = false), node.exportAsync())', gets: 'in exportAsync: Failed to export node. This node may not have any visible layers.' },
    { rule: 'of a slice: nothing is drawn', source: `${TYPINGS} (createSlice)`, scene: 'slice', ask: 'node.exportAsync({ format: "SVG_STRING" })', gets: 'may not have any visible layers' },
    { rule: 'images are PNG, JPEG or GIF', source: `${TYPINGS} (createImage); wording R`, ask: 'figma.createImage(new Uint8Array([1, 2, 3]))', gets: 'in createImage: Image type is unsupported' },
    { rule: 'of at most 4096 a side', source: `${TYPINGS} (createImage); wording R`, ask: 'figma.createImage(new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 16, 1, 0]))', gets: 'in createImage: Image is too large' },
    { rule: 'nothing is fetched', source: 'P', ask: 'figma.createImageAsync("https://example.com/a.png")', gets: 'network access is blocked by manifest.json' },
  ],
  'What changed': [
    { rule: 'a page tells of its nodes, with the names of what changed', source: `${TYPINGS} (PageNode.on, NodeChangeProperty)`, ask: `${HEAR} node.x = 5; node.opacity = 0.5; ${LATER}`, gets: ['PROPERTY_CHANGE opacity,x,relativeTransform LOCAL'] },
    { rule: 'later, and several changes at once', source: 'D docs figma-on', ask: `${HEAR} node.x = 5; node.x = 7; say('meanwhile'); ${LATER}`, gets: ['meanwhile', 'PROPERTY_CHANGE x,relativeTransform LOCAL'] },
    { rule: 'plugin data is a change, too', source: `${TYPINGS} (NodeChangeProperty)`, ask: `${HEAR} node.setPluginData('a', 'b'); ${LATER}`, gets: ['PROPERTY_CHANGE pluginData LOCAL'] },
    { rule: 'what the typings do not list comes without a name', source: 'R plugin-typings #354 (variant); effects assumed', ask: `${HEAR} node.effects = [{ type: 'LAYER_BLUR', radius: 2, visible: true }]; ${LATER}`, gets: ['PROPERTY_CHANGE  LOCAL'] },
    { rule: 'of what is added only the highest is told', source: 'D docs NodeChange', scene: 'frame', ask: `${HEAR} const a = figma.createFrame(); const b = figma.createRectangle(); a.appendChild(b); ${LATER}`, gets: ['CREATE undefined LOCAL'] },
    { rule: 'and of what is removed, which has no name any more', source: 'D docs NodeChange, RemovedNode', scene: 'frame', ask: `${LATER}; figma.currentPage.on('nodechange', ({ nodeChanges }) => nodeChanges.forEach(({ type, node }) => say(type, node.type, node.removed, 'name' in node))); node.remove(); ${LATER}`, gets: ['DELETE FRAME true false'] },
    { rule: 'what is taken back before is no change', source: 'D docs figma-on (batched); assumed', ask: `${HEAR} const { x } = node; node.x = 5; node.x = x; ${LATER}`, gets: [] },
    { rule: 'other pages are silent', source: `${TYPINGS} (PageNode.on)`, ask: `const other = figma.root.children[1]; await other.loadAsync(); other.on('nodechange', () => say('heard')); node.x = 5; ${LATER}`, gets: [] },
    { rule: 'off takes the same function', source: `${TYPINGS} (PageNode.off)`, ask: `const hear = () => say('heard'); figma.currentPage.on('nodechange', hear); figma.currentPage.off('nodechange', () => say('heard')); node.x = 5; ${LATER}; figma.currentPage.off('nodechange', hear); node.x = 6; ${LATER}`, gets: ['heard'] },
  ],
  'Styles and variables': [
    { rule: 'are given by the Async forms', source: TYPINGS, ask: "say((await figma.getLocalPaintStylesAsync()).length, (await figma.variables.getLocalVariablesAsync('COLOR')).length, await figma.variables.getVariableByIdAsync('V:1'))", gets: ['0 0 null'] },
    { rule: 'getLocalVariables throws', source: `${TYPINGS} (VariablesAPI)`, ask: 'figma.variables.getLocalVariables()', gets: dynamic('variables.getLocalVariables', 'figma.variables.getLocalVariablesAsync') },
    { rule: 'getVariableById throws', source: `${TYPINGS} (VariablesAPI)`, ask: "figma.variables.getVariableById('V:1')", gets: dynamic('variables.getVariableById', 'figma.variables.getVariableByIdAsync') },
    { rule: 'getVariableCollectionById throws', source: `${TYPINGS} (VariablesAPI)`, ask: "figma.variables.getVariableCollectionById('C:1')", gets: dynamic('variables.getVariableCollectionById', 'figma.variables.getVariableCollectionByIdAsync') },
  ],
  'Finding': [
    { rule: 'by kind and by plugin data, of whose keys one is enough', source: `${TYPINGS} (FindAllCriteria)`, ask: "node.setPluginData('a', 'x'); const find = (criteria) => figma.currentPage.findAllWithCriteria(criteria).length; say(find({ types: ['RECTANGLE'] }), find({ pluginData: {} }), find({ pluginData: { keys: ['b', 'a'] } }), find({ types: ['TEXT'], pluginData: {} }), find({ pluginData: { keys: ['b'] } }))", gets: ['1 1 1 0 0'] },
    { rule: 'on a page that is loaded', source: `${TYPINGS} (findAllWithCriteria)`, ask: "figma.root.children[1].findAllWithCriteria({ types: ['TEXT'] })", gets: 'Call page.loadAsync() first' },
    { rule: 'an image that the file does not hold is null', source: `${TYPINGS} (getImageByHash)`, ask: "say(figma.getImageByHash('none'))", gets: ['null'] },
    { rule: 'the document keeps plugin data, too', source: `${TYPINGS} (PluginDataMixin)`, ask: "figma.root.setPluginData('a', 'x'); say(figma.root.getPluginData('a'), figma.root.getPluginDataKeys().join())", gets: ['x a'] },
    { rule: 'but not a viewer’s', source: 'D docs api-errors', where: { writable: false }, scene: 'frame', ask: "figma.root.setPluginData('a', 'x')", gets: READ_ONLY },
  ],
  'Limits': [
    { rule: 'storage holds 5 MB', source: 'D docs figma-clientStorage; wording assumed', ask: 'figma.clientStorage.setAsync("a", "x".repeat(5 * 1024 * 1024 + 1))', gets: 'the limit is 5242880 bytes (5 MB)' },
    { rule: 'an entry of plugin data 100 kB', source: `${TYPINGS} (setPluginData); wording R`, ask: 'node.setPluginData("a", "x".repeat(100_000))', gets: 'This pluginData entry exceeds 100 kB per entry limit.' },
    { rule: 'a description of a relaunch button 1,000 letters', source: `${TYPINGS} (setRelaunchData); wording assumed`, ask: 'node.setRelaunchData({ again: "x".repeat(1001) })', gets: 'the limit is 1000' },
    { rule: 'of a command that the manifest has', source: 'D docs nodes-setrelaunchdata; wording assumed', ask: 'node.setRelaunchData({ other: "" })', gets: 'The command "other" is not in "relaunchButtons"' },
    { rule: 'messages are plain data', source: 'D docs creating-ui', ask: '(figma.showUI(""), figma.ui.postMessage(new ArrayBuffer(4)))', gets: 'only plain data, Date and Uint8Array can' },
    { rule: 'without figma.mixed in them', source: 'R', ask: '(figma.showUI(""), figma.ui.postMessage(figma.mixed))', gets: 'Cannot unwrap symbol' },
    { rule: 'and need a window', source: 'R; wording assumed', ask: 'figma.ui.postMessage(1)', gets: 'No UI to send a message to' },
    { rule: 'a window has a size in pixels', source: `${TYPINGS} (UIAPI.resize); wording assumed`, ask: '(figma.showUI(""), figma.ui.resize(NaN, 5))', gets: 'in resize: Expected width and height in pixels' },
    { rule: 'fetch is refused', source: 'P', ask: 'fetch("https://example.com")', gets: 'blocked by networkAccess "none"' },
  ],
  'How an export is written': FORMS,
}; // prettier-ignore

async function stand({ scene, where = {} }: Rule) {
  const store = newDocument(['Page 1', 'Page 2']);
  if (scene !== undefined) setScene(store, nodeKind(scene));
  return openStand(undefined, { ...where, store });
}
const NODE = 'let node = figma.currentPage.selection[0] ?? figma.createRectangle();';

describe.each(Object.entries(RULES))('%s', (_area, rules) => {
  it.each(rules.map((rule) => [rule.rule, rule] as const))('%s', async (_rule, rule) => {
    const { tell } = await stand(rule);
    if (Array.isArray(rule.gets)) {
      expect(await tell(`${NODE} ${rule.ask};`)).toEqual(rule.gets);
      return;
    }
    const lines = await tell(
      `${NODE} try { await (${rule.ask}); say('nothing was refused'); } catch (error) { say(String(error)); }`,
    );
    expect(lines.at(-1)).toContain(rule.gets);
  });
});

describe('a plugin starts only where its manifest puts it', () => {
  const manifest = { name: 'Test', id: 'test', editorType: ['figma', 'figjam'] };
  it('not in Dev Mode', async () => {
    const { host } = await openStand(undefined, { editor: 'dev', manifest });
    await expect(host.run('go')).rejects.toThrow('Plugin not compatible to run in dev handoff panel.');
  });
  it('in FigJam', async () => {
    const { host } = await openStand(undefined, { editor: 'figjam', manifest });
    const run = await host.run('go');
    expect(run.problems).toEqual([]);
    run.close();
  });
});

describe('the list', () => {
  it('is host/RULES.md', async () => {
    const lines = Object.entries(RULES).flatMap(([area, rules]) => [
      `## ${area}`,
      '',
      ...rules.map(({ rule, source, gets }) => {
        const seen = Array.isArray(gets)
          ? `says ${gets.map((line) => `\`${line}\``).join(', ') || 'nothing'}`
          : `\`${gets}\``;
        return `- ${rule} (${source}): ${seen}`;
      }),
      '',
    ]);
    const head = [
      '# What the stand-in enforces',
      '',
      "Written and checked by tests/host/rules.test.ts, a test for each line. D: Figma's documentation or typings; R: reported by plugin authors, or seen in exports of Figma's in public repositories, with the words by which they are found there; P: shared/PLATFORM.md and shared/cases; ?: assumed.",
      '',
    ];
    const text = await format([...head, ...lines].join('\n'), {
      ...(await resolveConfig('host/RULES.md')),
      parser: 'markdown',
    });
    await expect(text).toMatchFileSnapshot('../../host/RULES.md');
  });
});
