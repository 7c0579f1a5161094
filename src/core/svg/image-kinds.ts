// In: an SVG's root element. Out: the same, each image in it called what its first bytes say that it is.
// Browsers go by the bytes, resvg 2.6.2 by the name: what is misnamed it leaves out
// (findings/resvg-images-by-their-label.sh).
import { fromBase64 } from '../image/base64.ts';
import type { Element } from './xml.ts';

const HEAD = /^\s*data:([^,]*);base64,\s*/i;
/** Letters of base64 that hold the bytes that tell. */
const LETTERS = 8;

/** First bytes of a file as letters of one byte each. */
const KINDS: readonly (readonly [start: string, type: string])[] = [
  ['\x89PNG', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF8', 'image/gif'],
];

/** In place. */
export function callByBytes(element: Element): void {
  const { tag, attributes, children } = element;
  if (tag === 'image') attributes['href'] = called(attributes['href'] ?? '');
  children.forEach(callByBytes);
}

function called(href: string): string {
  const [head, said] = HEAD.exec(href) ?? [];
  if (head === undefined) return href;
  const letters = href.slice(head.length, head.length + LETTERS);
  const start = String.fromCharCode(...fromBase64(letters));
  const type = KINDS.find(([bytes]) => start.startsWith(bytes))?.[1];
  return type === undefined || type === said ? href : `data:${type};base64,${href.slice(head.length)}`;
}
