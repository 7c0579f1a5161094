// What a layer of any kind can have, from its style: opacity, blend mode, effects. In: definitions, style.
// Out: properties.
import type { Plain } from '../document/record.ts';
import { readEffects } from './effects.ts';
import type { Style } from './style.ts';
import { length } from './transform.ts';
import type { Element } from './xml.ts';

export function lookOf(definitions: Map<string, Element>, style: Style): Record<string, Plain> {
  const filter = /#([^'")]+)/.exec(style.filter ?? '')?.[1];
  const effects = readEffects(definitions.get(filter ?? ''), style['data-figma-bg-blur-radius']);
  const mode = style['mix-blend-mode'];
  const opacity = Math.min(1, Math.max(0, length(style.opacity, 1, 1)));
  return {
    ...(style.opacity === undefined ? {} : { opacity }),
    ...(mode === undefined ? {} : { blendMode: FIGMAS_OWN[mode] ?? mode.toUpperCase().replace('-', '_') }),
    ...(effects.length > 0 ? { effects } : {}),
  };
}

const FIGMAS_OWN: Partial<Record<string, string>> = {
  'plus-lighter': 'LINEAR_DODGE',
  'plus-darker': 'LINEAR_BURN',
};
