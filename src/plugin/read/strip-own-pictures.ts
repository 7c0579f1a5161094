// A drawing in which pictures of ours stand (frames take them as guests), or that is filled
// with one → its SVG without them: what was made of a drawing is no part of it, or the second
// picture would be one of the first.
import { FILLED, filledWith, fillsOf } from '../storage/filled.ts';
import { layerNameOf } from '../../core/svg/layer-name.ts';
import { markOf, MARKED } from '../storage/picture-mark.ts';

/** The pictures of ours below a node. */
export function picturesIn(node: SceneNode): RectangleNode[] {
  if (!('findAllWithCriteria' in node)) return [];
  return node
    .findAllWithCriteria({ types: ['RECTANGLE'], pluginData: MARKED })
    .filter((one) => markOf(one) !== null);
}

/** A layer that is filled with pictures of ours. */
export interface Filled {
  /** null for the drawing itself, whose fills come first in its SVG. */
  name: string | null;
  /** Which of its image fills are ours, from 0, bottom-most first. */
  ours: number[];
}

export function filledIn(node: SceneNode): Filled[] {
  const below = 'findAllWithCriteria' in node ? node.findAllWithCriteria({ pluginData: FILLED }) : [];
  return [node, ...below].flatMap((one) => {
    const ours = ourImages(one);
    return ours.length > 0 ? [{ name: one === node ? null : one.name, ours }] : [];
  });
}

function ourImages(node: SceneNode): number[] {
  const hashes = filledWith(node);
  if (hashes.length === 0) return [];
  return fillsOf(node)
    .flatMap((paint) => (paint.type === 'IMAGE' && paint.visible !== false ? [paint.imageHash] : []))
    .flatMap((hash, index) => (hashes.includes(hash ?? '') ? [index] : []));
}

/**
 * `names`: of the pictures' layers. Figma writes each as one <rect> with the name as its id, filled by a
 * pattern of its own around an image; layers of one name get _2, _3 … behind it.
 */
export function without(svg: string, names: readonly string[]): string {
  const ids = new Set(names);
  const isOne = (id: string): boolean => ids.has(id) || ids.has(id.replace(/_\d+$/, ''));
  const patterns: string[] = [];
  const rest = svg.replace(/<(?:rect|path)\b[^>]*>\n?/g, (tag) => {
    const pattern = patternOf(tag);
    if (pattern === undefined || !isOne(idOf(tag))) return tag;
    patterns.push(pattern);
    return '';
  });
  return withoutUnused(rest, patterns);
}

/**
 * Figma writes a layer's fills as elements of their own, bottom-most first, before what stands in it; the
 * layer's name is the id of the group around them, or of the first of them. Where several layers have the
 * name it is not told which one it is, and all is left as it is.
 */
export function withoutFills(svg: string, filled: readonly Filled[]): string {
  const patterns: string[] = [];
  let rest = svg;
  for (const { name, ours } of filled) {
    const from = name === null ? 0 : startOf(rest, name);
    if (from === null) continue;
    let image = -1;
    const tail = rest.slice(from).replace(/<(?:rect|path|circle|ellipse)\b[^>]*>\n?/g, (tag) => {
      const pattern = patternOf(tag);
      if (pattern === undefined) return tag;
      image += 1;
      if (!ours.includes(image)) return tag;
      patterns.push(pattern);
      return '';
    });
    rest = rest.slice(0, from) + tail;
  }
  return withoutUnused(rest, patterns);
}

const patternOf = (tag: string): string | undefined => /\bfill="url\(#(pattern[^)"]+)\)"/.exec(tag)?.[1];
const idOf = (tag: string): string => unescaped(/\bid="([^"]*)"/.exec(tag)?.[1] ?? '');

/** What the SVG's elements are called, without what Figma counts them by. */
export const svgIds = (svg: string): ReadonlySet<string> =>
  new Set([...svg.matchAll(/<[a-z][^>]*\bid="[^>]*>/gi)].map(([tag]) => idOf(tag).replace(/_\d+$/, '')));

/** Where the one layer of this name begins; null when there is none, or more than one. */
function startOf(svg: string, name: string): number | null {
  const starts = [...svg.matchAll(/<(?:g|rect|path|circle|ellipse)\b[^>]*>/g)].filter(
    ([tag]) => idOf(tag).replace(/_\d+$/, '') === name || idOf(tag) === name,
  );
  return starts.length === 1 ? starts[0]!.index : null;
}

/** Takes definitions away that nothing paints with any more: the rest is as if they had never been there. */
function withoutUnused(svg: string, patterns: readonly string[]): string {
  let rest = svg;
  for (const pattern of patterns) {
    if (rest.includes(`url(#${pattern})`)) continue; // somebody else paints with it
    const [from, to] = spanOf(rest, `<pattern id="${pattern}"`, '</pattern>');
    const image = /href="#([^"]+)"/.exec(rest.slice(from, to))?.[1];
    rest = rest.slice(0, from) + rest.slice(to);
    if (image === undefined || rest.includes(`"#${image}"`)) continue;
    const [start, end] = spanOf(rest, `<image id="${image}"`, '/>');
    rest = rest.slice(0, start) + rest.slice(end);
  }
  if (patterns.length === 0 || /\sxlink:/.test(rest)) return rest;
  return rest.replace(/\sxmlns:xlink="[^"]*"/, '').replace(/<defs>\s*<\/defs>\n?/, '');
}

/** From `start` to the end of the next `end` and of its line; nothing where either is missing. */
function spanOf(text: string, start: string, end: string): [from: number, to: number] {
  const from = text.indexOf(start);
  const to = from < 0 ? -1 : text.indexOf(end, from);
  if (to < 0) return [0, 0];
  const over = to + end.length;
  return [from, text[over] === '\n' ? over + 1 : over];
}

/** Figma writes each byte of a name beyond ASCII as a decimal reference, and marks as such, too. */
function unescaped(text: string): string {
  const plain = text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  return layerNameOf(plain);
}
