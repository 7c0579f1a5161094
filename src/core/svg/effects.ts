// In: a shape's or group's style, the document's elements. Out: its blend mode, layer blur, tint, whether it
// casts a shadow.
import type { Ids } from './paint.ts';
import { reference, type Style } from './style.ts';
import type { Element } from './xml.ts';

const BLENDS = new Set(
  (
    'multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue ' +
    'saturation color luminosity plus-lighter'
  ).split(' '),
);

/**
 * CSS's name of the mode; null for normal ones, and for plus-darker, which browsers draw as normal.
 * Some of them resvg does not draw so: draw-pieces.ts does.
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

const DYES = /^((brightness|contrast|grayscale|hue-rotate|invert|opacity|saturate|sepia)\([^()]*\)\s*)+$/;
const DYEING = new Set([
  'feColorMatrix',
  'feComponentTransfer',
  'feFlood',
  'feComposite',
  'feBlend',
  'feMerge',
]);

/**
 * A filter that changes colours where they are and nothing else (a tint, greys): its element, or CSS's
 * functions as written; null for any other. What moves, spreads or blurs is no paint of the shape's own.
 */
export function recolours(style: Style, ids: Ids): Element | string | null {
  const filter = style['filter']?.trim() ?? 'none';
  if (DYES.test(filter)) return filter;
  const element = ids.get(reference(filter) ?? '');
  if (element?.tag !== 'filter') return null;
  const steps = element.children;
  const dyes = steps.some(({ tag }) => /^fe(ColorMatrix|ComponentTransfer|Flood)$/.test(tag));
  const isPlain = ({ tag, attributes }: Element): boolean =>
    DYEING.has(tag) && !/^Background/.test(attributes['result'] ?? attributes['in'] ?? '');
  return dyes && steps.every(isPlain) ? element : null;
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
