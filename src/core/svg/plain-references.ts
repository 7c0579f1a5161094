// In: a document's elements, changed in place. Out: the same, each reference as `url(#name)` or `#name`, each
// name that is referred to in plain letters.
// CSS Syntax 3: url() with and without quotes, escapes; URL: fragments are percent-decoded.
import { ESCAPED, unescaped } from './css-escapes.ts';
import { keepName } from './layer-name.ts';
import type { Element } from './xml.ts';

const PLAIN = /^[\w.:\u00a0-\uffff-]+$/;
const URLS = new RegExp(
  `\\burl\\(\\s*(?:"((?:[^"\\\\]|${ESCAPED})*)"|'((?:[^'\\\\]|${ESCAPED})*)'|((?:[^\\s"'()\\\\]|${ESCAPED})*))\\s*\\)`,
  'gi',
);
/** Attributes that hold words, whatever these look like. */
const WORDS: ReadonlySet<string> = new Set(['id', 'data-name', 'label', 'class']);

export function makePlainReferences(root: Element): void {
  const ids = new Set<string>();
  each(root, ({ attributes: { id } }) => id !== undefined && ids.add(id));
  const plainly = namer(ids);
  each(root, ({ attributes }) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'href') {
        const target = targetOf(value);
        if (target !== null) attributes[name] = `#${plainly.nameOf(target)}`;
      } else if (!WORDS.has(name) && /url\(/i.test(value))
        attributes[name] = value.replace(URLS, (written, ...texts: (string | undefined)[]) => {
          const target = targetOf(unescaped(texts.slice(0, 3).find((text) => text !== undefined) ?? ''));
          return target === null ? written : `url(#${plainly.nameOf(target)})`;
        });
    }
  });
  if (plainly.names.size === 0) return;
  each(root, ({ attributes }) => {
    const name = plainly.names.get(attributes['id'] ?? '');
    if (name === undefined) return;
    keepName(attributes);
    attributes['id'] = name;
  });
}

/** Of `#name`: the id that it means; null: it refers to nothing in the document. */
export function targetOf(address: string): string | null {
  if (!/^\s*#\S/.test(address)) return null;
  const fragment = address.trim().slice(1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

interface Namer {
  nameOf: (id: string) => string;
  /** By id, what it is called instead. */
  names: ReadonlyMap<string, string>;
}

function namer(ids: ReadonlySet<string>): Namer {
  const names = new Map<string, string>();
  let count = 0;
  const unused = (): string => {
    let name: string;
    do name = `reference-${count++}`;
    while (ids.has(name));
    return name;
  };
  const nameOf = (id: string): string => {
    if (PLAIN.test(id)) return id;
    if (!names.has(id)) names.set(id, unused());
    return names.get(id)!;
  };
  return { nameOf, names };
}

function each(element: Element, see: (element: Element) => unknown): void {
  see(element);
  for (const child of element.children) each(child, see);
}
