// In: an svg, symbol or use element, or a drawing's text. Out: its viewBox; where it lies; the matrix from
// inside to viewport.
import { parseLength } from './basic-shapes.ts';
import { numbersOf } from './numbers.ts';
import type { Box } from '../sketch.ts';
import { after, parseTransform, type Matrix } from './transform.ts';
import type { Element } from './xml.ts';

/**
 * A root's own coordinate system: its viewBox, or (0, 0) to its width and height; null when it has neither.
 */
export function viewBoxOf({ attributes }: Pick<Element, 'attributes'>): Box | null {
  const n = numbersOf(attributes['viewBox'] ?? '') ?? [];
  const [x = NaN, y = NaN, w = NaN, h = NaN] = n;
  if (n.length === 4 && w > 0 && h > 0) return { x, y, width: w, height: h };
  const width = parseLength(attributes['width'], NaN) ?? 0;
  const height = parseLength(attributes['height'], NaN) ?? 0;
  return width > 0 && height > 0 ? { x: 0, y: 0, width, height } : null;
}

/**
 * The same of a drawing's text, without reading the rest of it: for the sandbox
 * and the panel, which have no parser.
 */
export function viewBoxOfText(svg: string): Box | null {
  const root = /<svg\b(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(svg)?.[0] ?? '';
  const attributes: Record<string, string> = {};
  for (const [, name, quoted] of root.matchAll(/\s(viewBox|width|height)\s*=\s*("[^"]*"|'[^']*')/g))
    if (name && quoted) attributes[name] = quoted.slice(1, -1);
  return viewBoxOf({ attributes });
}

/** `port`: where the element sits in the coordinates around it. */
export function fitted(element: Element, port: Box): { matrix: Matrix; inner: Box } {
  const inner = element.attributes['viewBox'] === undefined ? null : viewBoxOf(element);
  if (!inner) return { matrix: [1, 0, 0, 1, port.x, port.y], inner: { ...port, x: 0, y: 0 } };
  const [align = 'xMidYMid', slice] = (element.attributes['preserveAspectRatio'] ?? 'xMidYMid meet').split(
    /\s+/,
  );
  let [sx, sy] = [port.width / inner.width, port.height / inner.height];
  if (align !== 'none') sx = sy = slice === 'slice' ? Math.max(sx, sy) : Math.min(sx, sy);
  const shift = (axis: 'x' | 'Y', free: number): number =>
    align.includes(`${axis}Min`) || align === 'none' ? 0 : align.includes(`${axis}Max`) ? free : free / 2;
  const tx = port.x - inner.x * sx + shift('x', port.width - inner.width * sx);
  const ty = port.y - inner.y * sy + shift('Y', port.height - inner.height * sy);
  return { matrix: [sx, 0, 0, sy, tx, ty], inner };
}

/** Where a root lies on its page, in CSS's pixels; a side that it leaves out follows from the other. */
export function rootPort({ attributes }: Element, box: Box): Box {
  const of = (name: 'width' | 'height'): number => parseLength(attributes[name], NaN) || NaN;
  const [across, down] = [of('width') / box.width, of('height') / box.height];
  const [wide, high] = [across || down || 1, down || across || 1];
  return { x: 0, y: 0, width: wide * box.width, height: high * box.height };
}

/** Coordinates in a drawing: from there to the drawing's own, and the viewport that percentages refer to. */
export interface Space {
  matrix: Matrix;
  across: number;
  down: number;
}

/**
 * An element's own coordinates, in which its clip, mask and filter lie; null where it has no size. `window`:
 * what is seen of an svg within the svg or of a symbol, in coordinates `around` it; `use`: what shows it and
 * may give it its size.
 */
export function entered(
  element: Element,
  use: Element | null,
  { matrix, across, down }: Space,
): (Space & { window: Box | null; around: Matrix }) | null {
  const { tag, attributes } = element;
  const around = after(matrix, parseTransform(attributes['transform']));
  const x = parseLength(attributes['x'], across) ?? 0;
  const y = parseLength(attributes['y'], down) ?? 0;
  const none = { window: null, around };
  // SVG: of a `use` x and y belong to its transform.
  if (tag === 'use') return { ...none, matrix: after(around, [1, 0, 0, 1, x, y]), across, down };
  if (tag !== 'svg' && tag !== 'symbol') return { ...none, matrix: around, across, down };
  const of = (name: string, full: number): number =>
    parseLength(use?.attributes[name], full) ?? parseLength(attributes[name], full) ?? full;
  const port = { x, y, width: of('width', across), height: of('height', down) };
  if (!(port.width > 0 && port.height > 0)) return null;
  const { matrix: fit, inner } = fitted(element, port);
  const isOpen = /visible|auto/.test(attributes['overflow'] ?? '');
  return {
    matrix: after(around, fit),
    across: inner.width,
    down: inner.height,
    window: isOpen ? null : port,
    around,
  };
}
