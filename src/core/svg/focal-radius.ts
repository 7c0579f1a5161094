// In: a document's elements, changed in place. Out: radial gradients that begin at a circle (fr, SVG 2) as
// such that begin at a point, which is all that resvg knows.
// Circles between two circles are those of a cone: where it has shrunk to its tip the stops begin, the first
// one's colour lasts up to `fr`.
import { parseLength } from './basic-shapes.ts';
import type { Box } from '../sketch.ts';
import type { Ids } from './paint.ts';
import type { Element } from './xml.ts';

/** Just below 1: where the two circles are one, the colour changes there at once. */
const HARD = 0.9999;

/** `box`: the viewBox, to which percentages refer. */
export function beginAtPoints(root: Element, box: Box): void {
  const ids = new Map<string, Element>();
  const gradients: Element[] = [];
  const walk = (element: Element): void => {
    const { id } = element.attributes;
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    if (element.tag === 'radialGradient') gradients.push(element);
    element.children.forEach(walk);
  };
  walk(root);
  const settled = gradients.map((gradient) => settle(gradient, ids, box));
  gradients.forEach((gradient, i) => Object.assign(gradient, settled[i]));
}

/** Null where it begins at a point. */
function settle(gradient: Element, ids: Ids, box: Box): Partial<Element> | null {
  const chain = chainOf(gradient, ids);
  const of = (name: string): string | undefined =>
    chain.find(({ attributes }) => attributes[name] !== undefined)?.attributes[name];
  const isOwn = of('gradientUnits') === 'userSpaceOnUse';
  const { width, height } = isOwn ? box : { width: 1, height: 1 };
  const [across, down, round] = [width, height, Math.hypot(width, height) / Math.SQRT2];
  const fr = parseLength(of('fr'), round) ?? 0;
  const stops = chain.find(({ children }) => children.some(({ tag }) => tag === 'stop'))?.children;
  if (!(fr > 0) || !stops) return null;
  const r = parseLength(of('r') ?? '50%', round) ?? 0;
  const [cx, cy] = [parseLength(of('cx') ?? '50%', across) ?? 0, parseLength(of('cy') ?? '50%', down) ?? 0];
  const [fx, fy] = [parseLength(of('fx'), across) ?? cx, parseLength(of('fy'), down) ?? cy];
  const begin = Math.min(fr / r, HARD);
  // Where the radius is nought, seen from the outer circle's middle.
  const tip = (f: number, c: number): string => `${begin >= HARD ? c : c + (f - c) / (1 - begin)}`;
  const plain = { cx: `${cx}`, cy: `${cy}`, r: `${r}`, fx: tip(fx, cx), fy: tip(fy, cy) };
  const { fr: _, ...attributes } = gradient.attributes;
  return { attributes: { ...attributes, ...plain }, children: stops.map((stop) => shifted(stop, begin)) };
}

function chainOf(gradient: Element, ids: Ids): Element[] {
  const chain: Element[] = [];
  let at: Element | undefined = gradient;
  while (at && !chain.includes(at)) {
    chain.push(at);
    at = ids.get((at.attributes['href'] ?? '').slice(1));
  }
  return chain;
}

function shifted(stop: Element, begin: number): Element {
  const at = parseLength(stop.attributes['offset'], 1) ?? 0;
  const offset = begin + (1 - begin) * Math.min(1, Math.max(0, at));
  return { ...stop, attributes: { ...stop.attributes, offset: `${offset}` } };
}
