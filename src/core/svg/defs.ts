// In: an SVG's root element. Out: markup of the definitions that clips need, and of those that paints need.
import type { Drawing } from './shape.ts';
import { writeXml, type Element } from './xml.ts';

/** Definitions that the written clips and paints need. Images are heavy and only paints show them. */
export function defsOf(root: Element, patterns: readonly string[]): Drawing['defs'] {
  const parts = { clips: '', paints: '' };
  const walk = (element: Element, inside: boolean): void => {
    const paint = /^(linearGradient|radialGradient|pattern|image)$/.test(element.tag);
    const kept = inside || (paint && element.tag !== 'image') || element.tag === 'symbol';
    if (kept && element.tag !== 'style') {
      parts[paint ? 'paints' : 'clips'] += writeXml(element);
      return;
    }
    for (const child of element.children) walk(child, element.tag === 'defs');
  };
  walk(root, false);
  parts.paints += patterns.join('');
  return parts;
}
