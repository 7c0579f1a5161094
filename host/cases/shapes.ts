// Kinds of nodes, each selected by itself on the page. Out: scenes.
import { encode } from 'fast-png';
import { solid } from '../document/births.ts';
import type { NodeKind } from './kind.ts';
import { createImage } from '../api/images.ts';
import type { NodeType } from '../document/kinds.ts';
import { lettersSize } from '../geometry/letters.ts';
import type { Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { create, createInstance } from '../document/tree.ts';
import { at, mug, mugFrame, mugGroup, SIDE } from './mug.ts';

const RED = solid(0.85, 0.2, 0.15);
const BLACK = solid(0, 0, 0);
const BLUE = solid(0.2, 0.4, 0.9);

/** One shape on the page. */
const shape = (id: string, what: string, type: NodeType, props: Record<string, Plain>): NodeKind => ({
  id,
  what,
  build: (store) => [
    create(store, type, store.currentPage, { name: 'Shape', width: 200, height: 160, fills: [RED], ...at(100, 100), ...props }), // prettier-ignore
  ],
});

const framed = (id: string, what: string, props: Record<string, Plain>): NodeKind => ({
  id,
  what,
  build: (store) => [mugFrame(store, store.currentPage, { ...at(100, 100), ...props })],
});

function boolean(operation: string): NodeKind {
  return {
    id: `boolean-${operation.toLowerCase()}`,
    what: `a boolean group: ${operation.toLowerCase()}`,
    build: (store) => {
      const id = create(store, 'BOOLEAN_OPERATION', store.currentPage, { name: 'Shape', booleanOperation: operation, fills: [RED] }); // prettier-ignore
      create(store, 'ELLIPSE', id, { width: 160, height: 160, ...at(100, 100) });
      create(store, 'ELLIPSE', id, { width: 160, height: 160, ...at(180, 140) });
      return [id];
    },
  };
}

const SHADOW = { type: 'DROP_SHADOW', visible: true, blendMode: 'NORMAL', color: { r: 0, g: 0, b: 0, a: 0.3 }, offset: { x: 0, y: 12 }, radius: 24, spread: 4 }; // prettier-ignore

export const SHAPES: readonly NodeKind[] = [
  framed('frame', 'a frame', {}),
  { id: 'group', what: 'a group', build: (store) => [mugGroup(store, store.currentPage, 100, 100)] },
  { id: 'component', what: 'a component', build: (store) => [mugFrame(store, store.currentPage, at(100, 100), 'COMPONENT')] },
  {
    id: 'component-set',
    what: 'a set of two variants',
    build: (store) => [componentSet(store)],
  },
  { id: 'variant', what: 'a variant in its set', build: (store) => [store.get(componentSet(store)).children[0]!] },
  {
    id: 'instance',
    what: 'an instance of a component of this file',
    build: (store) => {
      const component = mugFrame(store, store.currentPage, at(1000, 100), 'COMPONENT');
      const id = createInstance(store, component, store.currentPage);
      store.write(id, at(100, 100));
      return [id];
    },
  },
  { id: 'instance-remote', what: 'an instance of a component of a library', build: (store) => [remoteInstance(store)] },
  shape('rectangle', 'a rectangle', 'RECTANGLE', {}),
  shape('ellipse', 'an ellipse', 'ELLIPSE', {}),
  shape('arc', 'three quarters of a ring', 'ELLIPSE', { arcData: { startingAngle: 0, endingAngle: 4.712, innerRadius: 0.5 } }),
  shape('polygon', 'a triangle', 'POLYGON', {}),
  shape('star', 'a star', 'STAR', {}),
  shape('line', 'a line, which encloses nothing', 'LINE', { fills: [], strokes: [BLACK], strokeWeight: 8, height: 0 }),
  shape('vector', 'a closed vector', 'VECTOR', { strokes: [BLACK], strokeWeight: 4, vectorPaths: [{ windingRule: 'NONZERO', data: 'M 20 0 L 180 0 C 220 60 220 120 160 160 L 40 160 C -20 120 -20 60 20 0 Z' }] }),
  shape('vector-open', 'an open vector: strokes only', 'VECTOR', { fills: [], strokes: [BLACK], strokeWeight: 6, vectorPaths: [{ windingRule: 'NONE', data: 'M 10 10 C 60 160 140 160 190 10' }] }),
  shape('vector-mixed', 'a vector of mixed corners, caps and joins', 'VECTOR', { mixed: ['cornerRadius', 'strokeCap', 'strokeJoin'], vectorPaths: [{ windingRule: 'NONZERO', data: 'M 0 0 L 200 0 L 100 160 Z' }] }),
  shape('text', 'a word', 'TEXT', { characters: 'MUG', fontSize: 120, fills: [BLACK], ...lettersSize('MUG', 120) }),
  shape('text-mixed', 'a word of mixed sizes and colours', 'TEXT', { characters: 'MUG', fontSize: 120, fills: [BLACK], mixed: ['fills', 'fontSize', 'fontName', 'textCase'], ...lettersSize('MUG', 120) }),
  { id: 'image', what: 'a pasted photo of a sketch', build: (store) => [photo(store)] },
  boolean('UNION'),
  boolean('SUBTRACT'),
  boolean('INTERSECT'),
  boolean('EXCLUDE'),
  {
    id: 'mask',
    what: 'a group with a mask',
    build: (store) => {
      const group = create(store, 'GROUP', store.currentPage, { name: 'Masked' });
      create(store, 'ELLIPSE', group, { name: 'mask', width: 200, height: 200, isMask: true, ...at(110, 110) });
      mug(store, group, 100, 100);
      return [group];
    },
  },
  {
    id: 'clipped',
    what: 'a frame that cuts its drawing off',
    build: (store) => {
      const frame = create(store, 'FRAME', store.currentPage, { name: 'Cut', width: 140, height: 140, ...at(100, 100) });
      mug(store, frame);
      return [frame];
    },
  },
  framed('rotated', 'a frame turned by 30°', { relativeTransform: [[0.8660254, 0.5, 100], [-0.5, 0.8660254, 300]] }),
  framed('flipped', 'a mirrored frame', { relativeTransform: [[-1, 0, 400], [0, 1, 100]] }),
  framed('faded', 'a frame at half opacity', { opacity: 0.5 }),
  framed('blended', 'a frame that multiplies', { blendMode: 'MULTIPLY' }),
  framed('effects', 'a frame with shadows and blurs', { effects: [SHADOW, { ...SHADOW, type: 'INNER_SHADOW', radius: 8 }, { type: 'BACKGROUND_BLUR', blurType: 'NORMAL', visible: true, radius: 10 }] }),
  framed('sides', 'a frame with a border below only', { strokes: [BLUE], strokeTopWeight: 0, strokeRightWeight: 0, strokeBottomWeight: 12, strokeLeftWeight: 0 }),
  { id: 'slice', what: 'a slice, which draws nothing', build: (store) => [create(store, 'SLICE', store.currentPage, { name: 'Slice', ...at(100, 100) })] },
  { id: 'frame-empty', what: 'a frame with nothing in it', build: (store) => [create(store, 'FRAME', store.currentPage, { name: 'Empty', width: SIDE, height: SIDE })] },
  { id: 'nothing', what: 'nothing', build: (store) => (mugFrame(store, store.currentPage), []) },
]; // prettier-ignore

function componentSet(store: Store): string {
  const set = create(store, 'COMPONENT_SET', store.currentPage, { name: 'Mug', width: 2 * SIDE + 60, height: SIDE + 40, ...at(100, 100) }); // prettier-ignore
  for (const [i, name] of ['Size=S', 'Size=L'].entries())
    mugFrame(store, set, { name, ...at(20 + i * (SIDE + 20), 20) }, 'COMPONENT');
  return set;
}

/**
 * The component stands in no page: it is the library's. (plugin-api.d.ts,
 * parent: "could be remote components")
 */
export function remoteInstance(store: Store): string {
  const component = mugFrame(store, store.currentPage, { remote: true, key: 'f00d' }, 'COMPONENT');
  const id = createInstance(store, component, store.currentPage);
  store.write(id, at(100, 100));
  const page = store.get(store.currentPage);
  store.put(page.id, { ...page, children: page.children.filter((child) => child !== component) });
  store.put(component, { ...store.get(component), parent: null });
  return id;
}

/** Dark pencil lines on white, as pixels. */
function photo(store: Store): string {
  const [w, h] = [120, 90];
  const grey = new Uint8Array(w * h).fill(250);
  for (let y = 20; y < 70; y += 1) for (let x = 30; x < 90; x += 1)
    if (y < 23 || y > 66 || x < 33 || x > 86) grey[y * w + x] = 20; // prettier-ignore
  const imageHash = createImage(store, encode({ width: w, height: h, data: grey, channels: 1, depth: 8 }));
  const fills: Plain = [{ type: 'IMAGE', visible: true, opacity: 1, blendMode: 'NORMAL', scaleMode: 'FILL', imageHash }]; // prettier-ignore
  return create(store, 'RECTANGLE', store.currentPage, { name: 'Photo', width: 360, height: 270, fills, ...at(100, 100) }); // prettier-ignore
}
