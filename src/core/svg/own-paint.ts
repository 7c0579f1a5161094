// In: an element in its place. Out: the paint that it brings itself: an image's pixels, an angular or diamond
// gradient of Figma's; patterns that are repeated, spread over it.
import { parseLength, rect } from './basic-shapes.ts';
import { boxOf } from './box-of.ts';
import { meanOf, patternOf, type FigmaGradient } from './figma-gradient.ts';
import { cutAtExtrema } from './extrema.ts';
import type { Ids } from './paint.ts';
import { polylines } from './path.ts';
import { measure } from './polyline.ts';
import { spreadPattern } from './spread-pattern.ts';
import { grown } from '../image/grid.ts';
import type { Paint, Shape } from './shape.ts';
import type { HandedDown } from './shapes-of.ts';
import { parseTransform, scaleOf } from './transform.ts';
import { writeXml, type Element } from './xml.ts';

/** Kinds of images that resvg 2.6.2 draws; what names none it takes for what it is. */
const DRAWN = /^\s*data:(image\/(png|jpe?g|gif|svg\+xml)|(text\/plain)?)\s*[;,]/i;
const OWN = ['href', 'preserveAspectRatio'];

type Where = Pick<HandedDown, 'matrix' | 'across' | 'down'>;

/** `frame`: path data. Null where it has no size, or its pixels lie elsewhere. */
export function imageIn(
  element: Element,
  { matrix, across, down, style }: Where & Pick<HandedDown, 'style'>,
): { frame: string; paint: Paint } | null {
  const a = element.attributes;
  const [x, y] = [parseLength(a['x'], across) ?? 0, parseLength(a['y'], down) ?? 0];
  const [width, height] = [parseLength(a['width'], across) ?? 0, parseLength(a['height'], down) ?? 0];
  if (!(width > 0 && height > 0) || !DRAWN.test(a['href'] ?? '')) return null;
  // Percentages are of the viewport around it, which the markup leaves behind.
  const transform = `matrix(${matrix.join(' ')})`;
  const frame = { x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}`, transform };
  // How it fades and is cut is its place's.
  const own = OWN.flatMap((name) => (a[name] === undefined ? [] : [[name, a[name]] as const]));
  const rendering = style['image-rendering'];
  const sharp = rendering === undefined ? {} : { 'image-rendering': rendering };
  const attributes = { ...Object.fromEntries(own), ...sharp, ...frame };
  const markup = writeXml({ ...element, attributes });
  return { frame: rect({ x, y, width, height }), paint: { kind: 'image', markup } };
}

/**
 * The gradient as a pattern in the element's own coordinates, put into `patterns`; null where the element has
 * no area.
 */
export function gradientWorn(
  gradient: FigmaGradient,
  element: Element,
  { across, down }: Where,
  patterns: string[],
): Paint | null {
  const box = boxOf(element, across, down);
  if (!box || box.width === 0 || box.height === 0) return null;
  const id = `figma-gradient-${patterns.length}-of-realize`;
  patterns.push(patternOf(gradient, id, box, parseTransform(element.attributes['transform'])));
  const alphas = gradient.stops.map(({ colour }) => colour.alpha * gradient.opacity);
  const [least, most] = [Math.min(...alphas), Math.max(...alphas)];
  return { kind: 'drawn', id, opacity: 1, mean: meanOf(gradient), least, most, image: false };
}

/** The shape with patterns of its own, put into `patterns`, where one would be repeated. */
export function spreadPaints(shape: Shape, ids: Ids, patterns: string[]): Shape {
  const spread = (paint: Paint, reach: number): Paint => {
    const pattern = paint.kind === 'drawn' && !paint.image ? ids.get(paint.id) : undefined;
    const box =
      pattern?.tag === 'pattern' ? measure(polylines(cutAtExtrema(shape.source.d)))?.box : undefined;
    if (!pattern || !box) return paint;
    const id = `pattern-${patterns.length}-of-realize`;
    const made = spreadPattern(pattern, { box, painted: grown(box, reach), ids, id });
    if (!made) return paint;
    patterns.push(writeXml(made));
    return { ...(paint as Extract<Paint, { kind: 'drawn' }>), id };
  };
  const { fill, stroke, source } = shape;
  const reach = stroke.width / (scaleOf(source.matrix) || 1);
  return { ...shape, fill: spread(fill, 0), stroke: { ...stroke, paint: spread(stroke.paint, reach) } };
}
