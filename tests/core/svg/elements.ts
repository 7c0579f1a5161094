// In: SVG markup. Out: its elements as svg/xml.ts reads them: the first one, or all by id.
import type { Ids } from '../../../src/core/svg/paint.ts';
import { parseXml, type Element } from '../../../src/core/svg/xml.ts';

const read = (markup: string): Element => parseXml(`<svg>${markup}</svg>`, 'svg')!;

export const elementOf = (markup: string): Element => read(markup).children[0]!;

export function idsOf(markup: string): Ids {
  const ids = new Map<string, Element>();
  const walk = (element: Element): void => {
    const id = element.attributes['id'];
    if (id !== undefined) ids.set(id, element);
    element.children.forEach(walk);
  };
  walk(read(markup));
  return ids;
}
