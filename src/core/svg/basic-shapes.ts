// In: a basic shape's element. Out: its outline as path data, in its own coordinates; null: it draws nothing.
// The equivalent paths of SVG 2, chapter 10 (Basic Shapes), and the units of CSS lengths.
import type { Box } from '../sketch.ts';
import { leadingNumbers } from './numbers.ts';
import type { Element } from './xml.ts';

/** Reads a length attribute in user units. `full`: what 100 % means. */
export function parseLength(text: string | undefined, full: number): number | null {
  if (text === undefined) return null;
  const match = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(px|pt|pc|mm|cm|in|q|em|rem|%)?\s*$/i.exec(
    text,
  );
  if (!match) return null;
  const value = Number(match[1]);
  const unit = (match[2] ?? 'px').toLowerCase();
  return unit === '%' ? (value / 100) * full : inPixels(value, unit);
}

/** Null for a unit that is none, or hangs on something. */
export function inPixels(value: number, unit: string): number | null {
  const size = UNITS[unit === '' ? 'px' : unit];
  return size === undefined ? null : value * size;
}

// CSS pixels per unit; em and rem as in a page that set no font size.
const UNITS: Record<string, number> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
};

/** `across` and `down`: the viewport, for percentages. */
export function outline(element: Element, across: number, down: number): string | null {
  const a = element.attributes;
  const x = (name: string): number => parseLength(a[name], across) ?? 0;
  const y = (name: string): number => parseLength(a[name], down) ?? 0;
  switch (element.tag) {
    case 'path':
      return a['d']?.trim() || null;
    case 'rect': {
      const [w, h] = [x('width'), y('height')];
      if (!(w > 0 && h > 0)) return null;
      const [rx, ry] = radii(a, across, down);
      const box = { x: x('x'), y: y('y'), width: w, height: h };
      return rect(box, Math.min(rx, w / 2), Math.min(ry, h / 2));
    }
    case 'circle': {
      const r = parseLength(a['r'], Math.hypot(across, down) / Math.SQRT2) ?? 0;
      return r > 0 ? ellipse(x('cx'), y('cy'), r, r) : null;
    }
    case 'ellipse': {
      const [rx, ry] = radii(a, across, down);
      return rx > 0 && ry > 0 ? ellipse(x('cx'), y('cy'), rx, ry) : null;
    }
    case 'line':
      return `M${x('x1')} ${y('y1')}L${x('x2')} ${y('y2')}`;
    case 'polygon':
    case 'polyline': {
      const n = leadingNumbers(a['points'] ?? '');
      const pairs = Math.floor(n.length / 2);
      if (pairs < 2) return null;
      return `M${n.slice(0, pairs * 2).join(' ')}${element.tag === 'polygon' ? 'Z' : ''}`;
    }
    default:
      return null;
  }
}

/** The radii of an ellipse or a corner; a negative one is none, and one that is not said is as the other. */
function radii(a: Element['attributes'], across: number, down: number): [rx: number, ry: number] {
  const said = (text: string | undefined, full: number): number | null => {
    const radius = parseLength(text, full);
    return radius !== null && radius >= 0 ? radius : null;
  };
  const [rx, ry] = [said(a['rx'], across), said(a['ry'], down)];
  return [rx ?? ry ?? 0, ry ?? rx ?? 0];
}

/** `rx`, `ry`: radii of the corners. */
export function rect({ x, y, width: w, height: h }: Box, rx = 0, ry = 0): string {
  if (!(rx > 0 && ry > 0)) return `M${x} ${y}h${w}v${h}h${-w}Z`;
  const corner = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
  const [ww, hh] = [w - 2 * rx, h - 2 * ry];
  return `M${x + rx} ${y}h${ww}${corner(rx, ry)}v${hh}${corner(-rx, ry)}h${-ww}${corner(-rx, -ry)}v${-hh}${corner(rx, -ry)}Z`;
}

/** From the right, clockwise: that is where dashes begin. */
export function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx + rx} ${cy}a${rx} ${ry} 0 1 1 ${-2 * rx} 0a${rx} ${ry} 0 1 1 ${2 * rx} 0Z`;
}

/**
 * Whether a rectangle is written as Figma writes the fill of a frame that does not begin at the origin, for
 * its shadow's sake or for what hangs over its edges: moved as a whole. Layers have x and y.
 */
export const isFramed = ({ tag, attributes: { x, y, transform = '' } }: Element): boolean =>
  tag === 'rect' && x === undefined && y === undefined && /^\s*translate\([^()]*\)\s*$/.test(transform);
