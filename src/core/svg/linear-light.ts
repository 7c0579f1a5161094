// In: a document's elements, changed in place. Out: gradients that mix in linear light (color-interpolation:
// linearRGB) with so many stops that mixing in sRGB, all that resvg does, looks the same.
import { converter } from 'culori/fn';
import { hex, type Colour, type Rgb } from '../colour/colour.ts';
import { stopColour, type Ids } from './paint.ts';
import { declarations } from './style.ts';
import type { Element } from './xml.ts';

/** Between two stops. */
const STEPS = 8;
const toLinear = converter('lrgb');
const toRgb = converter('rgb');

export function mixInLinearLight(root: Element): void {
  const ids = new Map<string, Element>();
  const gradients: Element[] = [];
  const walk = (element: Element, above: string): void => {
    const { attributes } = element;
    const style = attributes['style'];
    const said = (style && declarations(style)['color-interpolation']) ?? attributes['color-interpolation'];
    const own = said === undefined || said === 'inherit' ? above : said;
    if (attributes['id'] !== undefined) ids.set(attributes['id'], element);
    if (/^(linear|radial)Gradient$/.test(element.tag) && own === 'linearRGB') gradients.push(element);
    for (const child of element.children) walk(child, own);
  };
  walk(root, 'sRGB');
  const mixed = gradients.map((gradient) => between(stopsOf(gradient, ids)));
  gradients.forEach((gradient, i) => (gradient.children = mixed[i]!));
}

/** Its own, or those of the gradient that it refers to. */
function stopsOf(gradient: Element, ids: Ids): Element[] {
  let at: Element | undefined = gradient;
  for (let depth = 0; at && depth < 8; depth++) {
    const stops: Element[] = at.children.filter(({ tag }) => tag === 'stop');
    if (stops.length > 0) return stops;
    at = ids.get((at.attributes['href'] ?? '').slice(1));
  }
  return [];
}

function between(stops: readonly Element[]): Element[] {
  let last = 0;
  const read = stops.map((stop) => {
    const text = stop.attributes['offset'] ?? '0';
    const offset = (parseFloat(text) || 0) / (text.trim().endsWith('%') ? 100 : 1);
    last = Math.min(1, Math.max(last, offset));
    return { offset: last, colour: stopColour(stop) };
  });
  return read.flatMap((one, i) => {
    const next = read[i + 1];
    if (!next || next.offset === one.offset) return [written(one.offset, one.colour)];
    return Array.from({ length: STEPS }, (_, step) => {
      const share = step / STEPS;
      return written(one.offset + share * (next.offset - one.offset), mix(one.colour, next.colour, share));
    });
  });
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const [a, b] = [from, to].map(({ rgb: [r, g, blue] }) =>
    toLinear({ mode: 'rgb', r: r / 255, g: g / 255, b: blue / 255 }),
  );
  const of = (one: number, two: number): number => one + share * (two - one);
  const { r, g, b: blue } = toRgb({ mode: 'lrgb', r: of(a!.r, b!.r), g: of(a!.g, b!.g), b: of(a!.b, b!.b) });
  const rgb: Rgb = [255 * r, 255 * g, 255 * blue];
  return { rgb, alpha: of(from.alpha, to.alpha) };
}

function written(offset: number, { rgb, alpha }: Colour): Element {
  const attributes = { offset: `${offset}`, 'stop-color': hex(rgb), 'stop-opacity': `${alpha}` };
  return { tag: 'stop', attributes, children: [], text: '' };
}
