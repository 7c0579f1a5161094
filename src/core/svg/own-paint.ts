// In: an element in its place. Out: the paint that it brings itself: an image's pixels, an angular or diamond
// gradient of Figma's.
import { parseLength, rect } from './basic-shapes.ts';
import { boxOf } from './box-of.ts';
import { meanOf, patternOf, type FigmaGradient } from './figma-gradient.ts';
import type { Paint } from './shape.ts';
import type { HandedDown } from './shapes-of.ts';
import { parseTransform } from './transform.ts';
import { writeXml, type Element } from './xml.ts';

const OWN = ['href', 'preserveAspectRatio', 'image-rendering'];

type Where = Pick<HandedDown, 'matrix' | 'across' | 'down'>;

/** `frame`: path data. Null where it has no size, or its pixels lie elsewhere. */
export function imageIn(
  element: Element,
  { matrix, across, down }: Where,
): { frame: string; paint: Paint } | null {
  const a = element.attributes;
  const [x, y] = [parseLength(a['x'], across) ?? 0, parseLength(a['y'], down) ?? 0];
  const [width, height] = [parseLength(a['width'], across) ?? 0, parseLength(a['height'], down) ?? 0];
  if (!(width > 0 && height > 0) || !/^data:/.test(a['href'] ?? '')) return null;
  // Percentages are of the viewport around it, which the markup leaves behind.
  const transform = `matrix(${matrix.join(' ')})`;
  const frame = { x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}`, transform };
  // How it fades and is cut is its place's.
  const own = OWN.flatMap((name) => (a[name] === undefined ? [] : [[name, a[name]] as const]));
  const attributes = { ...Object.fromEntries(own), ...frame };
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
