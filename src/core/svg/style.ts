// In: an element whose style sheets are applied (cascade.ts), what it inherits. Out: its computed
// presentation properties.
// CSS: attributes, then the style attribute.
import { parseColour } from '../colour/colour.ts';
import { declared } from './sheet.ts';
import type { Element } from './xml.ts';

export type Style = Readonly<Record<string, string>>;

const INHERITED = new Set(
  (
    'color fill fill-opacity fill-rule stroke stroke-opacity stroke-width stroke-linecap stroke-linejoin ' +
    'stroke-miterlimit stroke-dasharray stroke-dashoffset paint-order visibility clip-rule ' +
    'marker marker-start marker-mid marker-end image-rendering'
  ).split(' '),
);
const OWN = new Set(
  'opacity display clip-path mask mask-mode mix-blend-mode mask-type filter isolation vector-effect'.split(
    ' ',
  ),
);

export const INITIAL: Style = {
  color: 'black',
  fill: 'black',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  visibility: 'visible',
};

/** `name: value; …` → values by name; what comes later wins. */
export function declarations(body: string): Record<string, string> {
  const rules: Record<string, string> = {};
  for (const { name, value } of declared(body)) {
    // Figma repeats colours as color(display-p3 …) for wide-gamut files; the
    // sRGB one before it is meant for us.
    if (value.startsWith('color(') && rules[name] !== undefined) continue;
    rules[name] = value;
  }
  return rules;
}

export function styleOf(element: Element, inherited: Style): Style {
  const style: Record<string, string> = {};
  for (const name of INHERITED) if (inherited[name] !== undefined) style[name] = inherited[name];
  const own = (rules: Style): void => {
    for (const [name, value] of Object.entries(rules)) {
      const isHandedDown =
        value === 'inherit' ||
        (name === 'color' && /^currentcolor$/i.test(value)) ||
        (/^(unset|revert|revert-layer)$/.test(value) && INHERITED.has(name));
      if (isHandedDown) {
        if (inherited[name] !== undefined) style[name] = inherited[name];
      } else if (/^(initial|unset|revert|revert-layer)$/.test(value)) {
        delete style[name];
        if (INITIAL[name] !== undefined) style[name] = INITIAL[name];
      } else if ((INHERITED.has(name) || OWN.has(name)) && isKnown(name, value)) style[name] = value;
    }
  };
  own(element.attributes);
  if (element.attributes['style']) own(declarations(element.attributes['style']));
  return style;
}

/** In which order an element's fill, stroke and markers are drawn. */
export function paintOrder(style: Style): readonly string[] {
  const said = (style['paint-order'] ?? '').trim().split(/\s+/);
  return [...new Set([...said, 'fill', 'stroke', 'markers'])].filter((name) =>
    /^(?:fill|stroke|markers)$/.test(name),
  );
}

/** What is painted before the markers and what after them; null: nothing. */
export function aroundMarkers(style: Style): [before: Style | null, after: Style | null] {
  const order = paintOrder(style);
  const only = (names: readonly string[]): Style | null => {
    if (names.length !== 1) return names.length > 0 ? style : null;
    return { ...style, [names[0] === 'fill' ? 'stroke' : 'fill']: 'none' };
  };
  const at = order.indexOf('markers');
  return [only(order.slice(0, at)), only(order.slice(at + 1))];
}

/** CSS: a declaration that cannot be read is left out. */
function isKnown(name: string, value: string): boolean {
  if (name !== 'fill' && name !== 'stroke' && name !== 'color') return true;
  return PLAIN_PAINT.test(value) || /^url\([^\s()]*\)/.test(value) || parseColour(value) !== null;
}
const PLAIN_PAINT = /^\s*(?:none|currentcolor|context-fill|context-stroke|#[\da-f]{3}|#[\da-f]{6})\s*$/i;

/** Numbers with or without per cent, 0…1. */
export function parseOpacity(text: string | undefined): number {
  if (text === undefined) return 1;
  const value = text.trim().endsWith('%') ? parseFloat(text) / 100 : parseFloat(text);
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1;
}

/** `url(#name)` → name. */
export function reference(text: string | undefined): string | null {
  return /^url\(#([^)]+)\)/.exec(text?.trim() ?? '')?.[1] ?? null;
}
