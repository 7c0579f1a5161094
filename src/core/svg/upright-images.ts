// In: an SVG's root element. Out: the same, each JPEG turned as its Exif orientation says.
// Browsers turn such images themselves, resvg 2.6.2 does not: a phone's photo would lie on its side.
import { fromBase64 } from '../image/base64.ts';
import { orientationOf } from '../image/jpeg.ts';
import { parseLength } from './basic-shapes.ts';
import { after, parseTransform, type Matrix } from './transform.ts';
import type { Element } from './xml.ts';

/** Letters of base64 that are looked at: what comes before the pixels is at the beginning. */
const HEAD = 4096;
const JPEG = /^data:image\/jpe?g;base64,/i;

/**
 * From the stored picture to the upright one, in units of the upright one's box: x and y of its first
 * pixel, then the steps to the right and down. By orientation.
 */
const TURNS: Readonly<Record<number, readonly [x: number, y: number, right: string, down: string]>> = {
  2: [1, 0, '-x', 'y'],
  3: [1, 1, '-x', '-y'],
  4: [0, 1, 'x', '-y'],
  5: [0, 0, 'y', 'x'],
  6: [1, 0, 'y', '-x'],
  7: [1, 1, '-y', '-x'],
  8: [0, 1, '-y', 'x'],
};

/** In place. An image without a width and height stays as it is. */
export function turnUpright(element: Element): void {
  if (element.tag === 'image') turn(element.attributes);
  element.children.forEach(turnUpright);
}

function turn(attributes: Record<string, string>): void {
  const href = attributes['href'] ?? '';
  const head = JPEG.exec(href)?.[0];
  if (head === undefined) return;
  const turned = TURNS[orientationOf(fromBase64(href.slice(head.length, head.length + HEAD)))];
  const length = (name: string): number => parseLength(attributes[name], NaN) ?? 0;
  const [x, y, width, height] = [length('x'), length('y'), length('width'), length('height')];
  if (!turned || !(width > 0 && height > 0)) return;
  const [fromX, fromY, right, down] = turned;
  const step = (way: string): [number, number] => {
    const sign = way.startsWith('-') ? -1 : 1;
    return way.endsWith('x') ? [sign, 0] : [0, sign];
  };
  const matrix: Matrix = [...step(right), ...step(down), x + fromX * width, y + fromY * height];
  const outer = parseTransform(attributes['transform']);
  const lies = right.endsWith('y');
  Object.assign(attributes, {
    x: '0',
    y: '0',
    width: String(lies ? height : width),
    height: String(lies ? width : height),
    transform: `matrix(${after(outer, matrix).join(' ')})`,
    preserveAspectRatio: aligned(attributes['preserveAspectRatio'] ?? '', right, down),
  });
}

/** The same alignment along the stored picture's own sides. */
function aligned(given: string, right: string, down: string): string {
  const [, x = 'Mid', y = 'Mid'] = /x(Min|Mid|Max)Y(Min|Mid|Max)/.exec(given) ?? [];
  if (/^\s*none/.test(given)) return 'none';
  const along = (way: string): string => {
    const own = way.endsWith('x') ? x : y;
    if (!way.startsWith('-') || own === 'Mid') return own;
    return own === 'Min' ? 'Max' : 'Min';
  };
  return `x${along(right)}Y${along(down)} ${/slice/.test(given) ? 'slice' : 'meet'}`;
}
