// In: a document's elements, changed in place. Out: the same look in words that resvg 0.45 understands.
// Colours of CSS Color 4 and mask-type in a style attribute become plain attributes: resvg paints such
// colours black.
import { hex, parseColour } from '../colour/colour.ts';
import { declarations, parseOpacity } from './style.ts';
import type { Element } from './xml.ts';

const COLOURS = ['fill', 'stroke', 'stop-color', 'flood-color'] as const;
const OWN: ReadonlySet<string> = new Set(['stop-color', 'flood-color']);
const OPACITY_OF = {
  fill: 'fill-opacity',
  stroke: 'stroke-opacity',
  'stop-color': 'stop-opacity',
  'flood-color': 'flood-opacity',
} as const;

/**
 * Attributes and style are each changed where they stand, so that what overrides what stays the same.
 * `current`: the colour that holds around the element.
 */
export function makePlain(element: Element, current = 'black'): void {
  const { attributes } = element;
  const own = currentIn(attributes, current);
  inPlainColours(attributes, own);
  inPlainPixels(attributes);
  const style = attributes['style'];
  if (style !== undefined && /\(|mask-type|overflow|image-rendering|currentcolor/i.test(style)) {
    const rules = declarations(style);
    inPlainColours(rules, own);
    inPlainPixels(rules);
    // The first resvg looks for among the attributes alone; markers hand on the second.
    for (const name of ['mask-type', 'overflow'])
      if (rules[name] !== undefined) attributes[name] = rules[name];
    attributes['style'] = Object.entries(rules)
      .map((rule) => rule.join(':'))
      .join(';');
  }
  for (const child of element.children) makePlain(child, own);
}

/** The element's `color`, which currentColor stands for. */
function currentIn({ color, style = '' }: Element['attributes'], around: string): string {
  const said = (style.includes('color') ? declarations(style)['color'] : undefined) ?? color;
  return said !== undefined && parseColour(said) ? said : around;
}

/** CSS's words for enlarging without smoothing, in SVG 1.1's (findings/resvg-pixelated-is-smooth.sh). */
function inPlainPixels(rules: Record<string, string>): void {
  if (/^\s*(pixelated|(-\w+-)?crisp-edges)\s*$/.test(rules['image-rendering'] ?? ''))
    rules['image-rendering'] = 'optimizeSpeed';
}

function inPlainColours(rules: Record<string, string>, current: string): void {
  for (const name of COLOURS) {
    // Gradients and filters are written without the groups whose colour they refer to.
    const isAround = OWN.has(name) && /^\s*currentcolor\s*$/i.test(rules[name] ?? '');
    if (isAround) rules[name] = current;
    const value = rules[name];
    if (value === undefined || !value.includes('(') || /^\s*url\(/.test(value)) continue;
    const colour = parseColour(value.replace(/\bcurrentcolor\b/gi, current));
    if (!colour) continue;
    rules[name] = hex(colour.rgb);
    const opacity = OPACITY_OF[name];
    if (colour.alpha < 1) rules[opacity] = String(colour.alpha * parseOpacity(rules[opacity]));
  }
}
