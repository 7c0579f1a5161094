import { describe, expect, it } from 'vitest';
import { renderBounds } from '../../host/geometry/bounds.ts';
import { absoluteBox } from '../../host/document/scene.ts';
import { solid } from '../../host/document/births.ts';
import { newDocument } from '../../host/document/document.ts';
import { NODE_TYPES, PARENTS, type NodeType } from '../../host/document/kinds.ts';
import type { Plain } from '../../host/document/record.ts';
import type { Store } from '../../host/document/store.ts';
import { create } from '../../host/document/tree.ts';
import { exportSvg } from '../../host/export/svg.ts';
import table from '../../host/typings/table.json' with { type: 'json' };
import { openStand } from './stand.ts';

type Props = Record<string, Plain>;
const RED = solid(1, 0, 0);
const TONES = {
  visible: true,
  color: { r: 0, g: 0, b: 0, a: 0.25 },
  blendMode: 'NORMAL',
  noiseSize: 2,
  density: 0.5,
};
const TEXTURE = { visible: true, noiseSize: 2, radius: 4 };

/** One of each kind in the typings; of some kinds several. */
const EFFECTS: Record<string, readonly Props[]> = {
  DROP_SHADOW: [{ visible: true, radius: 4, offset: { x: 2, y: 2 }, color: { r: 0, g: 0, b: 0, a: 0.25 }, blendMode: 'NORMAL' }],
  INNER_SHADOW: [{ visible: true, radius: 4, offset: { x: 2, y: 2 }, color: { r: 0, g: 0, b: 0, a: 0.25 }, blendMode: 'NORMAL' }],
  LAYER_BLUR: [
    { visible: true, blurType: 'NORMAL', radius: 4 },
    { visible: true, blurType: 'PROGRESSIVE', radius: 4, startRadius: 1, startOffset: { x: 0, y: 0 }, endOffset: { x: 1, y: 1 } },
  ],
  BACKGROUND_BLUR: [{ visible: true, blurType: 'NORMAL', radius: 4 }],
  NOISE: [
    { ...TONES, noiseType: 'MONOTONE' },
    { ...TONES, noiseType: 'DUOTONE', secondaryColor: { r: 1, g: 1, b: 1, a: 1 } },
    { ...TONES, noiseType: 'MULTITONE', opacity: 0.4 },
  ],
  TEXTURE: [{ ...TEXTURE, clipToShape: false }, { ...TEXTURE, clipToShape: true }],
  GLASS: [{ visible: true, lightIntensity: 0.5, lightAngle: 45, refraction: 0.5, depth: 8, dispersion: 0.2, radius: 4 }],
  SHADER: [{ visible: true, id: 'shader' }],
}; // prettier-ignore

const gradient: Props = { gradientTransform: [[1, 0, 0], [0, 1, 0]], gradientStops: [{ position: 0, color: { r: 1, g: 0, b: 0, a: 1 } }, { position: 1, color: { r: 0, g: 0, b: 1, a: 1 } }] }; // prettier-ignore

/** `source`: a layer of the document. What nothing is drawn for has `null` for its mark in the SVG. */
const PAINTS: Record<string, { paint: (source: string) => readonly Props[]; mark: string | null }> = {
  SOLID: { paint: () => [{ color: { r: 1, g: 0, b: 0 } }], mark: 'fill="#FF0000"' },
  GRADIENT_LINEAR: { paint: () => [gradient], mark: '<linearGradient' },
  GRADIENT_RADIAL: { paint: () => [gradient], mark: '<radialGradient' },
  GRADIENT_ANGULAR: { paint: () => [gradient], mark: 'conic-gradient' },
  GRADIENT_DIAMOND: { paint: () => [gradient], mark: '_diamond_' },
  IMAGE: { paint: () => [{ scaleMode: 'FILL', imageHash: null }], mark: 'url(#pattern0' },
  VIDEO: { paint: () => [{ scaleMode: 'FILL', videoHash: null }], mark: null },
  SHADER: { paint: () => [{ id: 'shader' }], mark: null },
  PATTERN: {
    paint: (sourceNodeId) => ['RECTANGULAR', 'HORIZONTAL_HEXAGONAL', 'VERTICAL_HEXAGONAL'].map((tileType) => ({ sourceNodeId, tileType, scalingFactor: 1, spacing: { x: 0, y: 0 }, horizontalAlignment: 'CENTER' })),
    mark: '_inner"',
  },
}; // prettier-ignore

const svgOf = (store: Store, id: string): string =>
  exportSvg(store, store.get(id), { svgIdAttribute: true }).svg;

function made(type: NodeType, props: Props = {}): { store: Store; id: string } {
  const store = newDocument();
  const id = create(store, type, store.currentPage, { width: 80, height: 60, ...props });
  if (PARENTS.has(type)) create(store, 'RECTANGLE', id, { width: 20, height: 20, fills: [RED] });
  return { store, id };
}

describe('every kind of node in the typings', () => {
  it('is known', () => {
    expect(table.kinds.nodes.filter((kind) => !(NODE_TYPES as readonly string[]).includes(kind))).toEqual([]);
  });

  it.each(table.kinds.nodes as NodeType[])('%s is made, measured and exported', (type) => {
    const drawn: Props = type === 'TEXT' || type === 'TEXT_PATH' ? { characters: 'A', fontSize: 40 } : {};
    const paths = [{ windingRule: 'NONZERO', data: 'M 0 0 L 80 0 L 80 60 Z' }];
    const { store, id } = made(
      type,
      type === 'VECTOR' || type === 'HIGHLIGHT' ? { vectorPaths: paths } : drawn,
    );
    const box = absoluteBox(store, store.get(id));
    expect(box.width).toBeGreaterThan(0);
    if (type === 'SLICE') return expect(renderBounds(store, store.get(id))).toBeNull();
    expect(renderBounds(store, store.get(id))?.width).toBeGreaterThan(0);
    expect(svgOf(store, id)).toMatch(/<(path|rect|circle|ellipse|line|g)\b/);
  });

  it.each(table.kinds.nodes as NodeType[])('%s answers what the plugin asks of it', async (type) => {
    const { store, id } = made(type);
    const { tell } = await openStand(undefined, { store });
    const said = await tell(`const node = await figma.getNodeByIdAsync(${JSON.stringify(id)});
      say(node.type, node.name, node.visible, node.removed, node.parent.type);
      say(Object.values(node.absoluteBoundingBox).every(Number.isFinite));
      for (const key of ['fills', 'strokes', 'effects', 'clipsContent', 'isMask', 'opacity', 'children', 'absoluteRenderBounds', 'absoluteTransform'])
        if (key in node) say(key, typeof node[key]);`);
    expect(said[0]).toMatch(new RegExp(`^${type} .+ true false PAGE$`));
    expect(said[1]).toBe('true');
  });
});

describe('every kind of effect in the typings', () => {
  it('is tried here', () => expect(Object.keys(EFFECTS).sort()).toEqual(table.kinds.effects));

  it.each(table.kinds.effects)('%s is measured and exported', (type) => {
    for (const effect of EFFECTS[type] ?? []) {
      const { store, id } = made('RECTANGLE', { fills: [RED], effects: [{ type, ...effect }] });
      expect(renderBounds(store, store.get(id))?.width).toBeGreaterThanOrEqual(80);
      expect(svgOf(store, id)).toContain('fill="#FF0000"');
    }
  });
});

describe('every kind of paint in the typings', () => {
  it('is tried here', () => expect(Object.keys(PAINTS).sort()).toEqual(table.kinds.paints));

  it.each(table.kinds.paints)('%s is taken, measured and exported', async (type) => {
    const store = newDocument();
    const source = create(store, 'ELLIPSE', store.currentPage, { width: 10, height: 10, fills: [RED] });
    const { paint, mark } = PAINTS[type]!;
    for (const one of paint(source)) {
      const id = create(store, 'RECTANGLE', store.currentPage, { width: 80, height: 60 });
      const { tell } = await openStand(undefined, { store });
      await tell(`const node = await figma.getNodeByIdAsync(${JSON.stringify(id)});
        await node.setFillsAsync([${JSON.stringify({ type, ...one })}]);
        await node.setStrokesAsync([${JSON.stringify({ type, ...one })}]);`);
      expect(store.get(id).props.fills).toEqual([{ type, ...one }]);
      expect(renderBounds(store, store.get(id))?.width).toBe(80);
      const svg = svgOf(store, id);
      if (mark === null) expect(svg).not.toMatch(/<(path|rect)/);
      else expect(svg).toContain(mark);
    }
  });

  it('a pattern of the layer itself ends', () => {
    const { store, id } = made('FRAME');
    const [inner] = store.get(id).children;
    const fills = [{ type: 'PATTERN', ...PAINTS['PATTERN']!.paint(id)[0] }];
    store.write(inner!, { fills });
    expect(svgOf(store, id)).toContain('<pattern');
  });
});
