// In: XML text. Out: its root element as a plain tree, and such a tree as text again. Nothing about SVG.
import { XMLParser } from 'fast-xml-parser';

export interface Element {
  /** Without a namespace prefix: `svg:path` reads as `path`. */
  tag: string;
  /** `xlink:href` reads as `href`. */
  attributes: Record<string, string>;
  children: Element[];
  /** All text directly inside, joined. */
  text: string;
}

type Node = Record<string, unknown>;

// Figma nests a group a level; 400 is far beyond any drawing and far below the stack's end.
// Entities are not expanded beyond XML's own five: an SVG has no need for others, and expanding
// them is how small files grow without bound.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 400,
  processEntities: { enabled: true, maxExpansionDepth: 1, maxTotalExpansions: 100_000, maxEntityCount: 50 },
});

const MARKS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Throws what the parser throws on broken XML; null when there is no root element called `root`. */
export function parseXml(text: string, root: string): Element | null {
  const nodes = parser.parse(withCharacters(text)) as Node[];
  for (const node of nodes) {
    const element = toElement(node);
    if (element?.tag === root) return element;
  }
  return null;
}

/** Puts characters where their numbers stand, which the parser would leave: "&#195;" is "Ã". */
function withCharacters(text: string): string {
  return text.replace(/&#(?:(\d{1,7})|x([0-9a-fA-F]{1,6}));/g, (written, decimal?: string, hex?: string) => {
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    if (code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return written;
    const character = String.fromCodePoint(code);
    return MARKS[character] ?? character;
  });
}

function toElement(node: Node): Element | null {
  const written = Object.keys(node).find((key) => key !== ':@');
  if (written === undefined || written === '#text') return null;
  const children: Element[] = [];
  let text = '';
  for (const child of node[written] as Node[]) {
    if (typeof child['#text'] === 'string') text += child['#text'];
    const element = toElement(child);
    if (element) children.push(element);
  }
  const attributes = withoutPrefixes((node[':@'] ?? {}) as Record<string, string>);
  return { tag: bare(written), attributes, children, text };
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Of `href` and `xlink:href`, or `id` and `serif:id`, the one without a prefix is SVG's own. */
function withoutPrefixes(written: Record<string, string>): Record<string, string> {
  const names = Object.keys(written);
  if (!names.some((name) => name.includes(':'))) return written;
  const attributes: Record<string, string> = {};
  for (const name of names) {
    const own = bare(name);
    if (name === own || !(own in written || name.startsWith('xmlns:'))) attributes[own] = written[name]!;
  }
  return attributes;
}

/** Attribute text, safe between double quotes. */
export function quoted(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

export function writeXml(element: Element): string {
  let out = `<${element.tag}`;
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!/^xmlns/.test(name)) out += ` ${name}="${quoted(value)}"`;
  }
  const text = element.text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `${out}>${text}${element.children.map(writeXml).join('')}</${element.tag}>`;
}
