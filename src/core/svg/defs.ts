// In: an SVG's root element. Out: markup of the definitions that clips need, and of those that paints need.
import type { Drawing } from './shape.ts';
import { writeXml, type Element } from './xml.ts';

const REFERS = /^(clipPath|mask|pattern|symbol|filter)$/;

/**
 * Definitions that the written clips and paints need, wherever they stand. Images are heavy and only paints
 * show them.
 */
export function defsOf(root: Element, patterns: readonly string[]): Drawing['defs'] {
  const parts = { clips: '', paints: '' };
  const needed = referredTo(root);
  const walk = (element: Element, inside: boolean): void => {
    const paint = /^(linearGradient|radialGradient|pattern|image)$/.test(element.tag);
    const kept =
      inside ||
      (paint && element.tag !== 'image') ||
      element.tag === 'symbol' ||
      needed.has(element.attributes['id'] ?? '');
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

/**
 * Ids of what clips, masks, patterns and symbols refer to: their own kind, a filter, or what `use` draws; and
 * what that refers to.
 */
function referredTo(root: Element): ReadonlySet<string> {
  const elements = new Map<string, Element>();
  const ids = new Set<string>();
  const refer = (id: string): void => {
    const element = elements.get(id);
    if (ids.has(id)) return;
    ids.add(id);
    if (element) walk(element, true);
  };
  const walk = (element: Element, inside: boolean): void => {
    const refers = inside || REFERS.test(element.tag);
    if (refers) {
      for (const [name, value] of Object.entries(element.attributes)) {
        if (name === 'href' && /^#./.test(value)) refer(value.slice(1));
        for (const [, id] of value.matchAll(/url\(#([^)]+)\)/g)) refer(id!);
      }
    }
    for (const child of element.children) walk(child, refers);
  };
  const list = (element: Element): void => {
    const { id } = element.attributes;
    if (id !== undefined && !elements.has(id)) elements.set(id, element);
    element.children.forEach(list);
  };
  list(root);
  walk(root, false);
  return ids;
}
