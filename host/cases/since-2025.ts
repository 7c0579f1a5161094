// What came to Figma since 2025, each selected by itself: node kinds, effects, paints, strokes, editors. Out:
// scenes.
import { solid } from '../document/births.ts';
import type { NodeType } from '../document/kinds.ts';
import type { Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { create } from '../document/tree.ts';
import type { NodeKind } from './kind.ts';
import { at, mug, mugFrame } from './mug.ts';

type Props = Readonly<Record<string, Plain>>;

const RED = solid(0.85, 0.2, 0.15);
const BLACK = solid(0, 0, 0);
const PALE: Plain = { ...(solid(1, 1, 1) as Props), opacity: 0.3 };

/** A box over the mug's body, of these properties, in a frame with it. */
const worn = (id: string, what: string, props: Props): NodeKind => ({
  id,
  what,
  build: (store) => {
    const frame = mugFrame(store, store.currentPage, at(100, 100));
    create(store, 'RECTANGLE', frame, { name: 'Rectangle', width: 110, height: 90, fills: [RED], ...at(110, 20), ...props });
    return [frame];
  },
}); // prettier-ignore

const effect = (id: string, what: string, effect: Props, fill: Plain = RED): NodeKind =>
  worn(`effect-${id}`, what, { fills: [fill], effects: [{ visible: true, ...effect }] });

const alone = (id: string, what: string, fills: (store: Store) => readonly Plain[]): NodeKind => ({
  id: `paint-${id}`,
  what,
  build: (store) => [
    create(store, 'RECTANGLE', store.currentPage, { name: 'Shape', width: 200, height: 160, fills: [...fills(store)], ...at(100, 100) }), // prettier-ignore
  ],
});

const paint = (type: string, more: Props): Plain => ({ type, visible: true, opacity: 1, blendMode: 'NORMAL', ...more }); // prettier-ignore

/** A bowl of one thick line. */
const stroke = (id: string, what: string, props: Props): NodeKind => ({
  id: `stroke-${id}`,
  what,
  build: (store) => {
    const vectorPaths = [{ windingRule: 'NONE', data: 'M 10 10 C 60 160 140 160 190 10 Z' }];
    return [create(store, 'VECTOR', store.currentPage, { name: 'Bowl', width: 200, height: 130, fills: [], strokes: [BLACK], strokeWeight: 8, vectorPaths, ...at(100, 100), ...props })]; // prettier-ignore
  },
});

const brush = (id: string, what: string, complexStrokeProperties: Plain): NodeKind => stroke(id, what, { complexStrokeProperties }); // prettier-ignore

/** A mug on a slide in a row; which of these is selected. */
const slides = (id: string, what: string, choose: (ids: Record<'grid' | 'row' | 'slide', string>) => string): NodeKind => ({
  id,
  what,
  editor: 'slides',
  build: (store) => {
    const grid = create(store, 'SLIDE_GRID', store.currentPage, {});
    const row = create(store, 'SLIDE_ROW', grid, {});
    const slide = create(store, 'SLIDE', row, { name: '1' });
    mugFrame(store, slide, at(100, 100));
    return [choose({ grid, row, slide })];
  },
}); // prettier-ignore

const holder = (type: NodeType, id: string, what: string): NodeKind => ({
  id,
  what,
  build: (store) => {
    const node = create(store, type, store.currentPage, { name: 'Mug', ...at(100, 100) });
    mug(store, node);
    return [node];
  },
});

const NOISE = { blendMode: 'NORMAL', noiseSize: 1, density: 0.8, color: { r: 0, g: 0, b: 0, a: 0.25 } };
const STOPS = { gradientTransform: [[1, 0, 0], [0, 1, 0]], gradientStops: [{ position: 0, color: { r: 1, g: 0.4, b: 0, a: 1 } }, { position: 1, color: { r: 0.2, g: 0, b: 0.6, a: 1 } }] }; // prettier-ignore

export const SINCE_2025: readonly NodeKind[] = [
  holder('SLOT', 'slot', 'a slot with a drawing in it'),
  holder('TRANSFORM_GROUP', 'transform-group', 'a group that repeats what is in it'),
  {
    id: 'text-path',
    what: 'a word on a path',
    build: (store) => [create(store, 'TEXT_PATH', store.currentPage, { name: 'Round', width: 200, height: 100, characters: 'MUG', fontSize: 80, fills: [BLACK], ...at(100, 100) })],
  },
  slides('slide', 'a slide with a drawing on it', ({ slide }) => slide),
  slides('slide-row', 'a row of slides', ({ row }) => row),
  slides('slide-grid', 'all slides', ({ grid }) => grid),
  { id: 'live-element', what: 'a poll on a slide', editor: 'slides', build: (store) => [create(store, 'INTERACTIVE_SLIDE_ELEMENT', store.currentPage, at(100, 100))] },
  { id: 'in-buzz', what: 'a frame in Buzz', editor: 'buzz', build: (store) => [mugFrame(store, store.currentPage, at(100, 100))] },
  {
    id: 'in-grid',
    what: 'a frame in a grid of auto layout',
    build: (store) => {
      const grid = create(store, 'FRAME', store.currentPage, { name: 'Grid', width: 720, height: 400, layoutMode: 'GRID', gridColumnCount: 2, gridColumnSizes: [{ type: 'FLEX', value: 1 }, { type: 'FLEX', value: 1 }], gridColumnGap: 20, paddingLeft: 20, paddingTop: 20, ...at(100, 100) });
      const mug = mugFrame(store, grid, {});
      create(store, 'RECTANGLE', grid, { name: 'Beside', fills: [RED], width: 80, height: 80 });
      return [mug];
    },
  },
  {
    id: 'tilted',
    what: 'a frame that is turned in 3D',
    build: (store) => [mugFrame(store, store.currentPage, { ...at(100, 100), transform3d: { type: 'FIXED_ORDER', visible: true, rotation: { x: 30, y: 0, z: 0 } } })],
  },
  effect('glass', 'a pane of glass before a drawing', { type: 'GLASS', lightIntensity: 0.5, lightAngle: 45, refraction: 0.5, depth: 8, dispersion: 0.2, radius: 4 }, PALE),
  effect('noise', 'noise of one tone', { type: 'NOISE', ...NOISE, noiseType: 'MONOTONE' }),
  effect('noise-two', 'noise of two tones', { type: 'NOISE', ...NOISE, noiseType: 'DUOTONE', secondaryColor: { r: 1, g: 1, b: 1, a: 1 } }),
  effect('noise-many', 'noise of many tones', { type: 'NOISE', ...NOISE, noiseType: 'MULTITONE', opacity: 0.4 }),
  effect('texture', 'a texture', { type: 'TEXTURE', noiseSize: 2, radius: 6, clipToShape: false }),
  effect('progressive-blur', 'a blur that grows', { type: 'LAYER_BLUR', blurType: 'PROGRESSIVE', radius: 8, startRadius: 0, startOffset: { x: 0, y: 0 }, endOffset: { x: 1, y: 1 } }),
  effect('shader', 'a shader as an effect', { type: 'SHADER', id: 'shader' }),
  alone('gradients', 'gradients of all four kinds, one on another', () => ['LINEAR', 'RADIAL', 'ANGULAR', 'DIAMOND'].map((kind) => ({ ...(paint(`GRADIENT_${kind}`, STOPS) as Props), opacity: 0.7 }))),
  alone('pattern', 'a pattern of another layer', (store) => {
    const sourceNodeId = create(store, 'ELLIPSE', store.currentPage, { width: 10, height: 10, fills: [BLACK], ...at(1000, 100) });
    return [RED, paint('PATTERN', { sourceNodeId, tileType: 'RECTANGULAR', scalingFactor: 1, spacing: { x: 1, y: 1 }, horizontalAlignment: 'CENTER' })];
  }),
  alone('video', 'a video and nothing else', () => [paint('VIDEO', { scaleMode: 'FILL', videoHash: null })]),
  alone('shader', 'a shader and nothing else', () => [paint('SHADER', { id: 'shader' })]),
  worn('paint-video-among', 'a drawing with a video in it', { fills: [paint('VIDEO', { scaleMode: 'FILL', videoHash: null })] }),
  stroke('variable', 'a stroke that grows thinner', { variableWidthStrokeProperties: { widthProfile: 'EYE' } }),
  brush('dynamic', 'a stroke that wiggles', { type: 'DYNAMIC', frequency: 1, wiggle: 4, smoothen: 0.5 }),
  brush('brush', 'a stroke of a brush', { type: 'BRUSH', brushType: 'STRETCH', brushName: 'HEIST', direction: 'FORWARD' }),
  brush('scatter', 'a stroke of a brush that scatters', { type: 'BRUSH', brushType: 'SCATTER', brushName: 'DRONE', gap: 0.5, wiggle: 2, sizeJitter: 0.5, angularJitter: 90, rotation: 0 }),
]; // prettier-ignore
