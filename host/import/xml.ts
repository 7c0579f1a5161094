// SVG text → a tree of elements with attributes, styles resolved on demand. In: text. Out: Element.
import { XMLParser } from 'fast-xml-parser';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

type Parsed = Record<string, unknown> & { ':@'?: Record<string, string>; '#text'?: string };

export function readXml(text: string): Element {
  const parser = new XMLParser({
    preserveOrder: true,
    htmlEntities: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
  });
  const roots = elementsOf(parser.parse(text) as Parsed[]);
  const svg = roots.find((root) => root.name === 'svg');
  if (!svg) throw new Error(`not an SVG file: it starts with ${JSON.stringify(text.slice(0, 40))}`);
  return svg;
}

function elementsOf(nodes: readonly Parsed[]): Element[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined || name.startsWith('?') || name.startsWith('!')) return [];
    const inner = node[name] as Parsed[];
    const text = inner.map((child) => child['#text'] ?? '').join('');
    return [{ name, attributes: node[':@'] ?? {}, children: elementsOf(inner), text }];
  });
}

/** Every element with an id, at any depth. */
export function byId(root: Element): Map<string, Element> {
  const found = new Map<string, Element>();
  const visit = (element: Element): void => {
    const id = element.attributes.id;
    if (id !== undefined && !found.has(id)) found.set(id, element);
    element.children.forEach(visit);
  };
  visit(root);
  return found;
}
