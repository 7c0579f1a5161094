// A filter as Figma writes it → effects. In: filter element, what the layer says of its background. Out: list
// of effects.
import type { Plain } from '../document/record.ts';
import { length } from './transform.ts';
import type { Element } from './xml.ts';

/**
 * What stands between one result and the next says what the effect is like. Filters of other programs give
 * none.
 */
export function readEffects(filter: Element | undefined, backgroundBlur: string | undefined): Plain[] {
  const effects: Plain[] = [];
  let seen: Record<string, Element> = {};
  for (const primitive of filter?.children ?? []) {
    const kind = /^effect\d+_(\w+?)_/.exec(primitive.attributes.result ?? '')?.[1];
    seen[primitive.name] = primitive;
    if (primitive.name === 'feMorphology') continue; // it has its shadow's name
    if (kind === 'foregroundBlur') effects.push(blur('LAYER_BLUR', 2 * length(primitive.attributes.stdDeviation, 0)));
    else if (kind === 'dropShadow' || kind === 'innerShadow')
      effects.push(shadow(kind === 'dropShadow' ? 'DROP_SHADOW' : 'INNER_SHADOW', seen));
    if (primitive.name === 'feBlend') seen = {};
  }
  if (backgroundBlur !== undefined) effects.push(blur('BACKGROUND_BLUR', length(backgroundBlur, 0)));
  return effects;
} // prettier-ignore

const blur = (type: string, radius: number): Plain => ({ type, blurType: 'NORMAL', visible: true, radius });

function shadow(type: string, seen: Record<string, Element>): Plain {
  const of = (name: string, key: string): number => length(seen[name]?.attributes[key], 0);
  const values = (seen.feColorMatrix?.attributes.values ?? '').split(/\s+/).map(Number);
  const [r = 0, g = 0, b = 0, a = 0] = [values[4], values[9], values[14], values[18]];
  const grows = (seen.feMorphology?.attributes.operator === 'dilate') === (type === 'DROP_SHADOW');
  return {
    type,
    visible: true,
    blendMode: 'NORMAL',
    color: { r, g, b, a },
    offset: { x: of('feOffset', 'dx'), y: of('feOffset', 'dy') },
    radius: 2 * of('feGaussianBlur', 'stdDeviation'),
    spread: of('feMorphology', 'radius') * (grows ? 1 : -1),
    ...(type === 'DROP_SHADOW' ? { showShadowBehindNode: seen.feComposite === undefined } : {}),
  };
}
