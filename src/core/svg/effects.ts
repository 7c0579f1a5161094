// In: a shape's or group's style, the document's elements. Out: its blend mode, its layer blur, whether it casts a shadow.
import type { Ids } from './paint.ts';
import { reference, type Style } from './style.ts';

const BLENDS = new Set(
  (
    'multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue ' +
    'saturation color luminosity plus-lighter'
  ).split(' '),
);

/**
 * CSS's name of the mode; null for normal ones, and for plus-darker, which browsers draw as normal.
 * resvg has no plus-lighter: draw-pieces.ts adds it.
 */
export function blendOf(style: Style): string | null {
  const mode = style['mix-blend-mode'];
  return mode !== undefined && BLENDS.has(mode) ? mode : null;
}

/**
 * Standard deviation in the units around the element, 0 where it is not blurred. A filter that ends with a
 * Gaussian blur blurs the layer itself (Figma's foreground blur); shadows and the like end otherwise.
 */
export function blurOf(style: Style, ids: Ids): number {
  const filter = style['filter'];
  if (filter === undefined) return 0;
  const css = /^blur\(\s*([\d.]+)(?:px)?\s*\)/.exec(filter);
  if (css) return Number(css[1]);
  const last = ids.get(reference(filter) ?? '')?.children.at(-1);
  if (last?.tag !== 'feGaussianBlur') return 0;
  const deviation = parseFloat(last.attributes['stdDeviation'] ?? '0');
  return Number.isFinite(deviation) && deviation > 0 ? deviation : 0;
}

/** Whether its filter draws a drop shadow. Figma names it; other tools have an element for it. */
export function castsShadow(style: Style, ids: Ids): boolean {
  const filter = style['filter'] ?? '';
  if (/^drop-shadow\(/.test(filter)) return true;
  const steps = ids.get(reference(filter) ?? '')?.children ?? [];
  return steps.some(
    ({ tag, attributes }) => tag === 'feDropShadow' || /drop_?shadow/i.test(attributes['result'] ?? ''),
  );
}
