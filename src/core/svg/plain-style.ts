// In: a document's elements, changed in place. Out: the same look in words that resvg 0.45 understands.
// Colours of CSS Color 4, var(), and mask-type in a style attribute become plain attributes, references lose
// their quotes (resvg paints such colours and references black).
import { hex, parseColour } from '../colour/colour.ts';
import { declarations, opacityOf } from './style.ts';
import type { Element } from './xml.ts';

const COLOURS = ['fill', 'stroke', 'stop-color', 'flood-color'] as const;
const OPACITY_OF = {
  fill: 'fill-opacity',
  stroke: 'stroke-opacity',
  'stop-color': 'stop-opacity',
  'flood-color': 'flood-opacity',
} as const;

/** Attributes and style are each changed where they stand, so that what overrides what stays the same. */
export function makePlain(element: Element): void {
  const { attributes } = element;
  for (const [name, value] of Object.entries(attributes))
    if (value.includes('url(')) attributes[name] = bare(value);
  inPlainColours(attributes);
  const style = attributes['style'];
  if (style !== undefined && /\(|mask-type/.test(style)) {
    const rules = declarations(style);
    inPlainColours(rules);
    // resvg looks for it among the attributes alone.
    if (rules['mask-type'] !== undefined) attributes['mask-type'] = rules['mask-type'];
    attributes['style'] = Object.entries(rules)
      .map((rule) => rule.join(':'))
      .join(';');
  }
  element.children.forEach(makePlain);
}

/** References without the quotes that CSS allows; resvg follows none that has them. */
const bare = (value: string): string => value.replace(/url\(\s*(['"])(#[^'")]*)\1\s*\)/g, 'url($2)');

function inPlainColours(rules: Record<string, string>): void {
  for (const name of COLOURS) {
    const value = rules[name];
    if (value === undefined || !value.includes('(') || /^\s*url\(/.test(value)) continue;
    const colour = parseColour(value);
    if (!colour) continue;
    rules[name] = hex(colour.rgb);
    const opacity = OPACITY_OF[name];
    if (colour.alpha < 1) rules[opacity] = String(colour.alpha * opacityOf(rules[opacity]));
  }
}
