// A drawing in which pictures of ours stand (frames take them as guests) → its SVG without them: what was made of a
// drawing is no part of it, or the second picture would be one of the first.
import { markOf } from './made.ts';

/** The pictures of ours below a node. */
export function picturesIn(node: SceneNode): RectangleNode[] {
  if (!('findAllWithCriteria' in node)) return [];
  return node.findAllWithCriteria({ types: ['RECTANGLE'] }).filter((one) => markOf(one) !== null);
}

/** `names`: of the pictures' layers. Figma writes each as one <rect> with the name as its id, filled by a pattern of its
 * own around an image; layers of one name get _2, _3 … behind it. */
export function without(svg: string, names: readonly string[]): string {
  const ids = new Set(names);
  const isOne = (id: string): boolean => ids.has(id) || ids.has(id.replace(/_\d+$/, ''));
  const patterns: string[] = [];
  let rest = svg.replace(/<rect\b[^>]*>/g, (tag) => {
    const pattern = /\bfill="url\(#([^)"]+)\)"/.exec(tag)?.[1];
    if (pattern === undefined || !isOne(unescaped(/\bid="([^"]*)"/.exec(tag)?.[1] ?? ''))) return tag;
    patterns.push(pattern);
    return '';
  });
  for (const pattern of patterns) {
    if (rest.includes(`url(#${pattern})`)) continue; // somebody else paints with it
    const [from, to] = spanOf(rest, `<pattern id="${pattern}"`, '</pattern>');
    const image = /href="#([^"]+)"/.exec(rest.slice(from, to))?.[1];
    rest = rest.slice(0, from) + rest.slice(to);
    if (image === undefined || rest.includes(`"#${image}"`)) continue;
    const [start, end] = spanOf(rest, `<image id="${image}"`, '/>');
    rest = rest.slice(0, start) + rest.slice(end);
  }
  return rest;
}

/** From `start` to the end of the next `end`; nothing where either is missing. */
function spanOf(text: string, start: string, end: string): [from: number, to: number] {
  const from = text.indexOf(start);
  const to = from < 0 ? -1 : text.indexOf(end, from);
  return to < 0 ? [0, 0] : [from, to + end.length];
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
