// A layer and its SVG in → whether anything in it is not drawn there, as nothing but a video or shader fills
// it, or a shader is its effect.
import { fillsOf } from '../storage/filled.ts';
import { svgIds } from './strip-own-pictures.ts';
import { effectsOf, shows } from './surfaces.ts';

/** Nothing is known of what Figma's export makes of them; a layer that is in it is drawn. */
const UNDRAWN: ReadonlySet<Paint['type']> = new Set<Paint['type']>(['VIDEO', 'SHADER']);

export function hasUndrawn(layer: SceneNode, svg: string): boolean {
  const names = undrawnIn(layer);
  if (names.length === 0) return false;
  const ids = svgIds(svg);
  return names.some((name) => !ids.has(name.replace(/_\d+$/, '')));
}

/** Names of layers in it that show nothing else. */
export function undrawnIn(layer: SceneNode): string[] {
  if (!layer.visible) return [];
  const below = drawnIn(layer).flatMap(undrawnIn);
  const paints = [...fillsOf(layer), ...('strokes' in layer ? layer.strokes : [])].filter(shows);
  const isAll = paints.length > 0 && paints.every(({ type }) => UNDRAWN.has(type));
  return isAll ? [layer.name, ...below] : below;
}

/** Somewhere in it. */
export function hasShaderEffect(layer: SceneNode): boolean {
  if (!layer.visible) return false;
  return effectsOf(layer).some(({ type }) => type === 'SHADER') || drawnIn(layer).some(hasShaderEffect);
}

/** What a boolean shape is made of is its outline, and is not drawn. */
function drawnIn(layer: SceneNode): readonly SceneNode[] {
  return 'children' in layer && layer.type !== 'BOOLEAN_OPERATION' ? layer.children : [];
}
