// In: computed properties. Out: a shape's fill and its pen, with gradients and patterns looked up once.
import { parseColour, type Colour } from '../colour/colour.ts';
import { parseLength } from './basic-shapes.ts';
import { isWithoutStops, paintsNothing } from './paint-server.ts';
import { polylines } from './path.ts';
import { measure } from './polyline.ts';
import { NOTHING, type Paint, type Pen } from './shape.ts';
import { declarations, parseOpacity, reference, type Style } from './style.ts';
import type { Element } from './xml.ts';

export type Ids = ReadonlyMap<string, Element>;
/** Meshes and hatches are in no browser. */
const SERVER = /^(linearGradient|radialGradient|pattern)$/;
const GREY: Colour = { rgb: [128, 128, 128], alpha: 1 };

/** `isFlat`: the box of what wears it has no width or no height. */
export function paintOf(style: Style, name: 'fill' | 'stroke', ids: Ids, isFlat: boolean): Paint {
  const text = style[name] ?? 'none';
  if (text === 'none') return NOTHING;
  const opacity = parseOpacity(style[`${name}-opacity`]);
  const id = reference(text);
  if (id !== null) {
    const server = ids.get(id);
    if (server && SERVER.test(server.tag)) {
      if (isWithoutStops(server, ids)) return NOTHING;
      if (!paintsNothing(server, ids, isFlat))
        return { kind: 'drawn', id, opacity, ...mean(server, ids, opacity) };
    }
    // SVG: a reference to what is no paint (a mesh too) or has no place paints its fallback, or nothing.
    return flatOf(text.slice(text.indexOf(')') + 1).trim(), style, opacity);
  }
  return flatOf(text, style, opacity);
}

function flatOf(text: string, style: Style, opacity: number): Paint {
  const colour = parseColour(text.toLowerCase() === 'currentcolor' ? (style['color'] ?? 'black') : text);
  return colour ? flat(colour, opacity) : NOTHING;
}

function flat(colour: Colour, opacity: number): Paint {
  const alpha = colour.alpha * opacity;
  return alpha > 0 ? { kind: 'flat', colour: { rgb: colour.rgb, alpha } } : NOTHING;
}

/** The mean of a gradient's stops; grey for a pattern. */
function mean(
  server: Element,
  ids: Ids,
  opacity: number,
): Pick<Paint & { kind: 'drawn' }, 'mean' | 'least' | 'most' | 'image'> {
  if (server.tag === 'pattern') {
    const image = holdsImage(server, ids, 0);
    return { mean: { ...GREY, alpha: opacity }, least: opacity, most: opacity, image };
  }
  const stops: Colour[] = [];
  let at: Element | undefined = server;
  for (let depth = 0; at && depth < 8 && stops.length === 0; depth++) {
    for (const stop of at.children) if (stop.tag === 'stop') stops.push(stopColour(stop));
    at = ids.get((at.attributes['href'] ?? '').slice(1));
  }
  const { rgb, alpha } = meanColour(stops);
  const alphas = stops.map((stop) => stop.alpha * opacity);
  const [least, most] = [Math.min(...alphas), Math.max(...alphas)];
  return { mean: { rgb, alpha: alpha * opacity }, least, most, image: false };
}

/** Of at least one colour, weighed by alpha; black where all are clear. */
export function meanColour(colours: readonly Colour[]): Colour {
  const weight = colours.reduce((sum, { alpha }) => sum + alpha, 0);
  const channel = (i: 0 | 1 | 2): number =>
    colours.reduce((sum, { rgb, alpha }) => sum + rgb[i] * alpha, 0) / (weight || 1);
  return { rgb: [channel(0), channel(1), channel(2)], alpha: weight / colours.length };
}

/** A gradient's stop, with its opacity. */
export function stopColour(stop: Element): Colour {
  const style = declarations(stop.attributes['style'] ?? '');
  const of = (name: string): string | undefined => style[name] ?? stop.attributes[name];
  const colour = parseColour(of('stop-color') ?? 'black') ?? GREY;
  return { rgb: colour.rgb, alpha: colour.alpha * parseOpacity(of('stop-opacity')) };
}

function holdsImage(element: Element, ids: Ids, depth: number): boolean {
  if (element.tag === 'image') return true;
  if (depth > 8) return false;
  const target = element.tag === 'use' ? ids.get((element.attributes['href'] ?? '').slice(1)) : undefined;
  if (target && holdsImage(target, ids, depth + 1)) return true;
  return element.children.some((child) => holdsImage(child, ids, depth + 1));
}

/** Chords of a curve: a ring of dashes has to end where it begins. */
const FINE = 64;

/** Where the author says how long the path is, dashes are shares of that: → its own units. */
export function withPathLength(style: Style, d: string, written: string | undefined): Style {
  const [dash, said] = [style['stroke-dasharray'] ?? 'none', Number(written ?? NaN)];
  // Dashes as long as infinity: a line.
  if (said === 0 && written?.trim() !== '') return { ...style, 'stroke-dasharray': 'none' };
  const long = dash === 'none' || !(said > 0) ? 0 : (measure(polylines(d, FINE))?.length ?? 0);
  if (!(long > 0)) return style;
  const scaled = (text: string): string =>
    text
      .split(/[\s,]+/)
      .map((part) => String((parseFloat(part) || 0) * (long / said)))
      .join(' ');
  const offset = scaled(style['stroke-dashoffset'] ?? '0');
  return { ...style, 'stroke-dasharray': scaled(dash), 'stroke-dashoffset': offset };
}

interface Worn {
  /** Drawing units per unit of the shape's own coordinates. */
  scale: number;
  /** What 100 % means. */
  diagonal: number;
  /** The shape's box has no width or no height. */
  isFlat: boolean;
}

export function penOf(style: Style, ids: Ids, { scale, diagonal, isFlat }: Worn): Pen {
  const said = parseLength(style['stroke-width'], diagonal);
  const width = (said !== null && said >= 0 ? said : 1) * scale;
  const dash = (style['stroke-dasharray'] ?? 'none')
    .split(/[\s,]+/)
    .map((part) => (parseLength(part, diagonal) ?? 0) * scale);
  return {
    paint: width > 0 ? paintOf(style, 'stroke', ids, isFlat) : NOTHING,
    width,
    cap: style['stroke-linecap'] ?? 'butt',
    join: style['stroke-linejoin'] ?? 'miter',
    miter: style['stroke-miterlimit'] ?? '4',
    dash: dash.some((part) => part > 0) && dash.every((part) => part >= 0) ? dash : [],
    dashOffset: (parseLength(style['stroke-dashoffset'], diagonal) ?? 0) * scale,
  };
}
