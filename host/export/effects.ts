// Effects of a node → one SVG filter, word for word as Figma writes it. In: page,
// record. Out: attributes, definitions.
// R: the form of the filter (BackgroundImageFix, hardAlpha, effectN_…) is that of
// exports in many public repositories.
// D: what each effect means is in plugin-api.d.ts, Effect.
import type { Effect } from '@figma/plugin-typings/plugin-api-standalone';
import { renderBounds } from '../geometry/bounds.ts';
import { boxOf } from '../geometry/rect.ts';
import { visibleEffects } from '../geometry/effect-reach.ts';
import { absoluteBox } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import { blurMark } from './background-blur.ts';
import { noise, texture } from './noise.ts';
import type { Page } from './page.ts';
import { dropShadow, innerShadow } from './shadows.ts';
import { element, num } from './text.ts';

/**
 * The letter of each effect in a filter's id, and its name in its result's:
 * filter0_di_1_23, effect1_dropShadow_1_23.
 */
const NAMES: Partial<Record<Effect['type'], [letter: string, name: string]>> = {
  DROP_SHADOW: ['d', 'dropShadow'],
  INNER_SHADOW: ['i', 'innerShadow'],
  LAYER_BLUR: ['f', 'foregroundBlur'],
  NOISE: ['n', 'noise'],
  TEXTURE: ['g', 'texture'],
};
const GROUND = 'BackgroundImageFix';

/** The attributes that apply the node's effects; none when it has none. */
export function effectAttributes(page: Page, record: NodeRecord): Record<string, string> {
  const marked = blurMark(record);
  // ?: no export was found that is known to be of glass or of a shader; they leave the layer as it is.
  const own = visibleEffects(record).filter(({ type }) => type in NAMES);
  if (own.length === 0) return marked;
  const id = page.idFor('filter', own.map(({ type }) => NAMES[type]?.[0]).join(''));
  const filter = { id, ...regionOf(page, record), filterUnits: 'userSpaceOnUse', 'color-interpolation-filters': 'sRGB' }; // prettier-ignore
  page.definitions.push(element('filter', filter, primitives(page, own).join('\n')));
  return { filter: `url(#${id})`, ...marked };
}

/**
 * Drop shadows lie below the shape; inner shadows, noise, texture and blur are
 * laid on it in the order of the list.
 */
function primitives(page: Page, effects: readonly Effect[]): string[] {
  const lines = [element('feFlood', { 'flood-opacity': '0', result: GROUND })];
  let count = 0;
  const name = ({ type }: Effect): string => `effect${(count += 1)}_${NAMES[type]?.[1]}_${page.ending}`;
  let below = GROUND;
  for (const effect of effects)
    if (effect.type === 'DROP_SHADOW') {
      const result = name(effect);
      lines.push(...dropShadow(effect, below, result));
      below = result;
    }
  // What displaces or covers the shape leaves its shadow alone: it is laid on that at the end.
  const isApart = effects.some(({ type }) => type === 'NOISE' || type === 'TEXTURE');
  const in2 = isApart ? GROUND : below;
  lines.push(element('feBlend', { mode: 'normal', in: 'SourceGraphic', in2, result: 'shape' }));
  let top = 'shape';
  for (const effect of effects) {
    if (effect.type === 'DROP_SHADOW') continue;
    const result = name(effect);
    if (effect.type === 'INNER_SHADOW') lines.push(...innerShadow(effect, top, result));
    else if (effect.type === 'NOISE') lines.push(...noise(effect, top, result));
    else if (effect.type === 'TEXTURE') lines.push(...texture(effect, top, result));
    // ?: no export was found that is known to be of a progressive blur. It is written
    // as an even one of its larger radius.
    else if (effect.type === 'LAYER_BLUR')
      lines.push(element('feGaussianBlur', { stdDeviation: num(effect.radius / 2), result }));
    top = result;
  }
  if (isApart && below !== GROUND)
    lines.push(element('feBlend', { mode: 'normal', in: top, in2: below, result: top }));
  return lines;
}

/** Where the filter may draw, in the SVG's coordinates. */
function regionOf(page: Page, record: NodeRecord): Record<string, string> {
  const drawn = renderBounds(page.store, record) ?? absoluteBox(page.store, record);
  const { x, y, width, height } = boxOf(page.toView, drawn);
  return { x: num(x), y: num(y), width: num(width), height: num(height) };
}
