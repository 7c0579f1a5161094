// In: a gradient or pattern. Out: whether it paints nothing, so that the paint's fallback is seen, as in
// Chromium: laid out on a line, without a tile, or in units of a box that is flat. And whether it has a stop.
import { parseLength } from './basic-shapes.ts';
import { parseTransform } from './transform.ts';
import type { Element } from './xml.ts';

type Ids = ReadonlyMap<string, Element>;

/** An href of an href of … */
const DEEPEST = 8;

/** `isFlat`: the box of what wears it has no width or no height. */
export function paintsNothing(server: Element, ids: Ids, isFlat: boolean): boolean {
  const chain = chainOf(server, ids);
  const of = (name: string): string | undefined =>
    chain.find(({ attributes }) => attributes[name] !== undefined)?.attributes[name];
  const isPattern = server.tag === 'pattern';
  const kind = isPattern ? 'pattern' : 'gradient';
  const [a, b, c, d] = parseTransform(of(`${kind}Transform`));
  if (a * d === b * c) return true;
  if (isFlat && of(`${kind}Units`) !== 'userSpaceOnUse') return true;
  if (!isPattern) return false;
  const isNone = (side: string): boolean => !((parseLength(of(side) ?? '0', 1) ?? 0) > 0);
  return isNone('width') || isNone('height') || chain.every(({ children }) => children.length === 0);
}

/** A gradient without a stop is as `none`, whatever fallback stands behind its name (SVG 2, 14.2.4). */
export function isWithoutStops(server: Element, ids: Ids): boolean {
  const hasStop = ({ children }: Element): boolean => children.some(({ tag }) => tag === 'stop');
  return server.tag !== 'pattern' && !chainOf(server, ids).some(hasStop);
}

function chainOf(server: Element, ids: Ids): Element[] {
  const chain: Element[] = [];
  let at: Element | undefined = server;
  while (at && chain.length < DEEPEST) {
    chain.push(at);
    at = ids.get((at.attributes['href'] ?? '').slice(1));
  }
  return chain;
}
