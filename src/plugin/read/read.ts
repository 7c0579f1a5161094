// One drawing in → its SVG and where on the canvas it lies; or why it cannot be read.
import { isRefusal, type Refusal, type Sketch } from '../../core/sketch.ts';
import { drawingName, standing, type DrawnLayers } from '../drawing.ts';
import { around, isOnlyText } from '../node-tree.ts';
import type { Cover } from './cover.ts';
import { exportLayer, layOf, tooLarge, type Exported, type Lay } from './export-layer.ts';
import { factsOf } from './frame-facts.ts';
import { merged } from './merge-exports.ts';
import { hiddenIn } from '../place/hide-children.ts';
import { hasShaderEffect } from './undrawn.ts';

export interface Reading {
  drawing: DrawnLayers;
  sketch: Sketch;
  cover: Cover;
  /** Where each of its layers lay then. */
  lay: readonly { layer: SceneNode; lay: Lay }[];
}

/**
 * How many times longer than wide. Beyond this the picture's short side has not even 20 of its 2,048 pixels.
 */
const SLIMMEST_RATIO = 100;

/** Of several layers, one that shows nothing is left out. */
const LEFT_OUT: ReadonlySet<Refusal['refused']> = new Set([
  'nothing-drawn',
  'nothing-seen',
  'not-exported',
  'hidden',
  'node-gone',
]);

export async function read(drawing: DrawnLayers): Promise<Reading | Refusal> {
  const exports = await exportAll(drawing);
  if (isRefusal(exports)) return exports;
  const { svg, cover } = merged(exports);
  const long = tooLarge(svg);
  if (long) return long;
  const { width, height } = cover.view;
  if (Math.max(width, height) > SLIMMEST_RATIO * Math.min(width, height))
    return { refused: 'too-slim', detail: `${Math.round(width)} × ${Math.round(height)}` };
  const layers = exports.map(({ layer }) => layer);
  const onlyText = layers.every(isOnlyText) ? { onlyText: true as const } : {};
  const plain = exports.flatMap(({ lay }) => lay[1] ?? []);
  const facts = factsOf(layers, plain.length > 0 ? around(plain) : null, cover);
  const frame = {
    ...facts,
    ...(exports.some(({ undrawn }) => undrawn) && { undrawn: true as const }),
    ...(layers.some(hasShaderEffect) && { shaderEffect: true as const }),
  };
  return {
    drawing,
    sketch: { id: drawing.id, name: drawingName(drawing), svg, ...onlyText, frame },
    cover,
    lay: exports,
  };
}

/** Lowest first. */
async function exportAll(drawing: DrawnLayers): Promise<Exported[] | Refusal> {
  const exports: Exported[] = [];
  let none: Refusal = { refused: 'node-gone' };
  for (const layer of standing(drawing)) {
    const one = await exportLayer(layer);
    if (!isRefusal(one)) exports.push(one);
    else if (drawing.layers.length > 1 && LEFT_OUT.has(one.refused)) none = one;
    else return one;
  }
  const left = exports.filter(({ layer }) => !layer.removed); // while others were exported
  return left.length > 0 ? left : none;
}

/** How many shapes an exported drawing has. */
export function shapesIn({ svg }: Sketch): number {
  let count = 0;
  for (const _ of svg.matchAll(/<(?:path|rect|circle|ellipse|line|poly(?:gon|line)|image)\b/g)) count += 1;
  return count;
}

/**
 * Where the drawing lies now: it may have been moved since it was read. It keeps the size in which it was
 * drawn; of a layer that is hidden now, or of which we hid what is in it, only its own bounds are known.
 */
export function coverNow({ cover, lay: before }: Reading): Cover {
  const { view, canvas } = cover;
  for (const { layer, lay } of before) {
    if (layer.removed) continue;
    const isEmptied = hiddenIn(layer).length > 0;
    for (const [i, now] of layOf(layer).entries()) {
      const was = lay[i];
      if (!now || !was || (isEmptied && i === 0)) continue;
      return { view, canvas: { ...canvas, x: canvas.x + now.x - was.x, y: canvas.y + now.y - was.y } };
    }
  }
  return cover;
}
