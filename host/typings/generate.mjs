// From Figma's typings: which properties each node type has, which have no
// setter, which are methods, and which kinds of nodes, effects and paints there are → table.json.
// Run `node host/typings/generate.mjs` after an update of @figma/plugin-typings.
import ts from 'typescript';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(
  new URL('../../node_modules/@figma/plugin-typings/plugin-api-standalone.d.ts', import.meta.url),
);
const program = ts.createProgram([file], { skipLibCheck: true, lib: ['lib.es2022.d.ts'] });
const checker = program.getTypeChecker();
const source = program.getSourceFile(file);
if (!source) throw new Error(`typings not found at ${file}`);
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source));

/** 'call' for a method, 'read' for a property without setter, 'write' for the rest. */
function access(property) {
  const readonly = property.declarations?.every(
    (declaration) => ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly,
  );
  if (property.flags & ts.SymbolFlags.Method) return 'call';
  return readonly ? 'read' : 'write';
}

function members(name) {
  const symbol = exported.find((one) => one.name === name);
  if (!symbol) throw new Error(`the typings have no ${name}`);
  const found = { read: [], write: [], call: [] };
  for (const property of checker.getDeclaredTypeOfSymbol(symbol).getProperties())
    found[access(property)].push(property.name);
  for (const list of Object.values(found)) list.sort();
  return found;
}

/** What `type` may be in a union of interfaces: the kinds of nodes, of effects, of paints. */
function kindsIn(name) {
  const symbol = exported.find((one) => one.name === name);
  if (!symbol) throw new Error(`the typings have no ${name}`);
  const found = checker.getDeclaredTypeOfSymbol(symbol).types.flatMap((one) => {
    const type = checker.getTypeOfSymbol(one.getProperty('type'));
    return (type.isUnion() ? type.types : [type]).map(({ value }) => value);
  });
  return [...new Set(found)].sort();
}

/** Node types and the interfaces that describe them. */
const NODES = {
  DOCUMENT: 'DocumentNode', PAGE: 'PageNode', FRAME: 'FrameNode', GROUP: 'GroupNode', SECTION: 'SectionNode',
  COMPONENT: 'ComponentNode', INSTANCE: 'InstanceNode', RECTANGLE: 'RectangleNode', ELLIPSE: 'EllipseNode',
  LINE: 'LineNode', POLYGON: 'PolygonNode', STAR: 'StarNode', VECTOR: 'VectorNode', TEXT: 'TextNode',
  BOOLEAN_OPERATION: 'BooleanOperationNode', COMPONENT_SET: 'ComponentSetNode', SLICE: 'SliceNode',
  STICKY: 'StickyNode', SHAPE_WITH_TEXT: 'ShapeWithTextNode', CONNECTOR: 'ConnectorNode', STAMP: 'StampNode',
  HIGHLIGHT: 'HighlightNode', WASHI_TAPE: 'WashiTapeNode', CODE_BLOCK: 'CodeBlockNode', TABLE: 'TableNode',
  WIDGET: 'WidgetNode', EMBED: 'EmbedNode', LINK_UNFURL: 'LinkUnfurlNode', MEDIA: 'MediaNode',
  SLOT: 'SlotNode', TEXT_PATH: 'TextPathNode', TRANSFORM_GROUP: 'TransformGroupNode', SLIDE: 'SlideNode',
  SLIDE_ROW: 'SlideRowNode', SLIDE_GRID: 'SlideGridNode', INTERACTIVE_SLIDE_ELEMENT: 'InteractiveSlideElementNode',
}; // prettier-ignore
export function readTypings() {
  const table = { figma: members('PluginAPI') };
  for (const [type, name] of Object.entries(NODES)) table[type] = members(name);
  return {
    ...table,
    kinds: { nodes: kindsIn('SceneNode'), effects: kindsIn('Effect'), paints: kindsIn('Paint') },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('./table.json', import.meta.url), JSON.stringify(readTypings(), null, 2) + '\n');
