// In: an SVG's root element. Out: the same, no image drawn at a scale that resvg takes for nothing.
// Figma fills shapes by patterns in units of the shape's box, which show an image by its number of pixels:
// `<use href="#image0" transform="scale(0.000132)"/>`. To tiny-skia less than 1/4096 is nothing.
import { parseLength } from './basic-shapes.ts';
import { after, parseTransform } from './transform.ts';
import type { Element } from './xml.ts';

/** Well above what resvg takes for nothing. */
const SMALL = 1 / 2048;

/** In place: such images become one unit long, and their uses as much larger. */
export function enlargeImages(root: Element): void {
  const images = new Map<string, Element>();
  const uses = new Map<string, Element[]>();
  const walk = (element: Element): void => {
    const { tag, attributes, children } = element;
    const id = attributes['id'];
    if (tag === 'image' && id !== undefined) images.set(id, element);
    if (tag === 'use') {
      const of = (attributes['href'] ?? '').slice(1);
      const shown = uses.get(of);
      if (shown) shown.push(element);
      else uses.set(of, [element]);
    }
    children.forEach(walk);
  };
  walk(root);
  for (const [id, image] of images) {
    const shown = uses.get(id) ?? [];
    const size = sizeOf(image);
    if (!size || !shown.some(isSmall) || shown.some(isMoved)) continue;
    const longer = Math.max(...size);
    for (const { attributes } of shown) {
      const matrix = after(parseTransform(attributes['transform']), [longer, 0, 0, longer, 0, 0]);
      attributes['transform'] = `matrix(${matrix.join(' ')})`;
    }
    const [width, height] = size.map((side) => String(side / longer)) as [string, string];
    Object.assign(image.attributes, { width, height });
  }
}

/** Width and height of an image that stands where its coordinates begin; null for others. */
function sizeOf({ attributes }: Element): [number, number] | null {
  const [width, height] = [parseLength(attributes['width'], NaN), parseLength(attributes['height'], NaN)];
  const isPlain = ['x', 'y', 'transform'].every((name) => attributes[name] === undefined);
  return isPlain && width && height ? [width, height] : null;
}

function isSmall({ attributes }: Element): boolean {
  const [a, b, c, d] = parseTransform(attributes['transform']);
  return Math.hypot(a, b) < SMALL || Math.hypot(c, d) < SMALL;
}

const isMoved = ({ attributes }: Element): boolean => ['x', 'y'].some((name) => name in attributes);
