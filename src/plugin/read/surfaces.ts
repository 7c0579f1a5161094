// A drawing's layers and its Cover in → which of them, and of what stands in them, Figma's effects make glass
// or grainy.
// Figma's export says nothing of glass, and of noise only how it is drawn.
import type { LayerSurface } from '../../core/layer-surface.ts';
import type { Box } from '../../core/sketch.ts';
import { fillsOf } from '../storage/filled.ts';
import { inDrawing, rounded, type Cover } from './cover.ts';

type Said = Pick<LayerSurface, 'glass' | 'grain' | 'speck'>;

/** So many units of displacement are all the grain there is. */
const ROUGHEST = 12;

export function surfacesIn(layers: readonly SceneNode[], cover: Cover): LayerSurface[] {
  return layers.flatMap((layer) => below(layer, [], cover));
}

export function isGlass(layer: SceneNode): boolean {
  return effectsOf(layer).some(({ type }) => type === 'GLASS');
}

/** Lowest first. What a boolean shape is made of is its outline, and is not drawn. */
function below(layer: SceneNode, outer: readonly string[], cover: Cover): LayerSurface[] {
  if (!layer.visible) return [];
  const names = [...outer, layer.name];
  const said = saidOf(effectsOf(layer));
  const children = 'children' in layer && layer.type !== 'BOOLEAN_OPERATION' ? layer.children : [];
  const box = 'absoluteBoundingBox' in layer ? layer.absoluteBoundingBox : null;
  const holds = children.length > 0 && !paints(layer);
  const own = said && box ? [{ names, sides: sidesOf(inDrawing(cover, box)), holds, ...said }] : [];
  return [...own, ...children.flatMap((child) => below(child, names, cover))];
}

/** Those that show. */
export function effectsOf(layer: SceneNode): readonly Effect[] {
  return 'effects' in layer ? layer.effects.filter(({ visible }) => visible) : [];
}

function saidOf(effects: readonly Effect[]): Said | null {
  const glass = effects.some(({ type }) => type === 'GLASS');
  let [grain, speck] = [0, 0];
  for (const effect of effects) {
    const more = grainOf(effect);
    if (more > grain && 'noiseSize' in effect) [grain, speck] = [more, effect.noiseSize];
  }
  return glass || grain > 0 ? { glass, grain, speck } : null;
}

/** 0…1. Of noise as much as is seen of it, of texture as far as it moves what is drawn. */
function grainOf(effect: Effect): number {
  switch (effect.type) {
    case 'NOISE': {
      const seen = effect.noiseType === 'MULTITONE' ? effect.opacity : effect.color.a;
      return Math.min(1, Math.sqrt(Math.max(0, effect.density * seen)));
    }
    case 'TEXTURE':
      return Math.min(1, Math.max(0, effect.radius / ROUGHEST));
    default:
      return 0;
  }
}

export const shows = ({ visible, opacity }: Paint): boolean => visible !== false && opacity !== 0;

function paints(layer: SceneNode): boolean {
  return fillsOf(layer).some(shows) || ('strokes' in layer && layer.strokes.some(shows));
}

const sidesOf = ({ x, y, width, height }: Box): LayerSurface['sides'] => {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map(rounded);
  return [left!, top!, right!, bottom!];
};
