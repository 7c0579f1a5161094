// Effects of a node → one SVG filter, as Figma writes them, and how far they reach outside. In: record. Out: filter id, reach.
import type { Effect } from '@figma/plugin-typings/plugin-api-standalone';
import * as say from '../sentences.ts';
import type { NodeRecord } from '../store.ts';
import type { Page } from './page.ts';
import { element, num } from './text.ts';

export function visibleEffects(record: NodeRecord): Effect[] {
  return ((record.props.effects ?? []) as unknown as Effect[]).filter(
    // What lies behind a node is no part of its export: Figma leaves background blur out of SVG too.
    (effect) => effect.visible && effect.type !== 'BACKGROUND_BLUR',
  );
}

/** How far effects draw beyond the node, in page units: left, top, right, bottom. */
export function effectReach(record: NodeRecord): [number, number, number, number] {
  const reach: [number, number, number, number] = [0, 0, 0, 0];
  for (const effect of visibleEffects(record)) {
    if (effect.type !== 'DROP_SHADOW' && effect.type !== 'LAYER_BLUR') continue;
    const far = effect.radius + (effect.type === 'DROP_SHADOW' ? (effect.spread ?? 0) : 0);
    const { x, y } = effect.type === 'DROP_SHADOW' ? effect.offset : { x: 0, y: 0 };
    [far - x, far - y, far + x, far + y].forEach((value, side) => {
      reach[side] = Math.max(reach[side] ?? 0, value);
    });
  }
  return reach;
}

/** The attribute that applies the node's effects; nothing when it has none. */
export function filterAttribute(page: Page, record: NodeRecord): { filter?: string } {
  const effects = visibleEffects(record);
  if (effects.length === 0) return {};
  const id = page.idFor('filter', record);
  const whole = { x: '-50%', y: '-50%', width: '200%', height: '200%' };
  const shadows = effects.filter((effect) => effect.type === 'DROP_SHADOW');
  const lines: string[] = ['<feFlood flood-opacity="0" result="below"/>'];
  shadows.forEach((shadow, index) => {
    const { r, g, b, a } = shadow.color;
    if (shadow.spread) throw say.notHere('shadow with spread in SVG export');
    lines.push(
      element('feColorMatrix', {
        in: 'SourceAlpha',
        type: 'matrix',
        values: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0',
      }),
      element('feOffset', { dx: shadow.offset.x, dy: shadow.offset.y }),
      element('feGaussianBlur', { stdDeviation: num(shadow.radius / 2) }),
      element('feColorMatrix', {
        type: 'matrix',
        values: [0, 0, 0, 0, r, 0, 0, 0, 0, g, 0, 0, 0, 0, b, 0, 0, 0, a, 0].map(num).join(' '),
      }),
      element('feBlend', {
        mode: 'normal',
        in2: 'below',
        result: index === shadows.length - 1 ? 'shadows' : 'below',
      }),
    );
  });
  const under = shadows.length > 0 ? 'shadows' : 'below';
  lines.push(element('feBlend', { mode: 'normal', in: 'SourceGraphic', in2: under, result: 'shape' }));
  for (const effect of effects) {
    if (effect.type === 'DROP_SHADOW') continue;
    if (effect.type !== 'LAYER_BLUR') throw say.notHere(`effect ${effect.type} in SVG export`);
    lines.push(element('feGaussianBlur', { stdDeviation: num(effect.radius / 2), result: 'shape' }));
  }
  const filter = { id, ...whole, 'color-interpolation-filters': 'sRGB' };
  page.definitions.push(element('filter', filter, lines.join('\n')));
  return { filter: `url(#${id})` };
}
