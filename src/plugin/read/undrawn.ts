// A layer and its SVG in → whether anything in it is not drawn there, as nothing but a video or shader fills
// it.
import { fillsOf } from '../storage/filled.ts';
import { idsIn } from './strip-own-pictures.ts';
import { shows } from './surfaces.ts';

/** Nothing is known of what Figma's export makes of them; a layer that is in it is drawn. */
const UNDRAWN: ReadonlySet<Paint['type']> = new Set<Paint['type']>(['VIDEO', 'SHADER']);

export function hasUndrawn(layer: SceneNode, svg: string): boolean {
  const names = undrawnIn(layer);
  if (names.length === 0) return false;
  const ids = idsIn(svg);
  return names.some((name) => !ids.has(name.replace(/_\d+$/, '')));
}

/** Names of layers in it that show nothing else. */
export function undrawnIn(layer: SceneNode): string[] {
  if (!layer.visible) return [];
  // What a boolean shape is made of is its outline, and is not drawn.
  const holds = 'children' in layer && layer.type !== 'BOOLEAN_OPERATION';
  const below = holds ? layer.children.flatMap(undrawnIn) : [];
  const paints = [...fillsOf(layer), ...('strokes' in layer ? layer.strokes : [])].filter(shows);
  const isAll = paints.length > 0 && paints.every(({ type }) => UNDRAWN.has(type));
  return isAll ? [layer.name, ...below] : below;
}
