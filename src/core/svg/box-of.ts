// In: an element. Out: its geometry's box (SVG's object bounding box: no strokes), in its own coordinates.
// Depth first; a `use` is what it shows, a nested svg is not cut off.
import { outline, parseLength, rect } from './basic-shapes.ts';
import { union } from '../image/grid.ts';
import type { Box } from '../sketch.ts';
import { transformed, polylines } from './path.ts';
import { measure } from './polyline.ts';
import { IDENTITY } from './transform.ts';
import { entered, type Space } from './viewbox.ts';
import type { Element } from './xml.ts';

/** use → use → … deeper than this is a circle. */
export const DEEPEST_USE = 16;

const NONE: ReadonlyMap<string, Element> = new Map();
const DRAWS_NOTHING =
  /^(defs|symbol|clipPath|mask|pattern|marker|style|title|desc|metadata|foreignObject|script|.*Gradient|filter)$/;

/** Whether it is nothing where it stands; others may refer to it. */
export const drawsNothing = ({ tag }: Element): boolean => DRAWS_NOTHING.test(tag);

/** Coordinates inside the element that is asked for, and the document around it. */
interface Sight extends Space {
  ids: ReadonlyMap<string, Element>;
  uses: number;
}

/** Null where there is none. `across`, `down`: the viewport, for percentages; `ids`: what may be used. */
export function boxOf(element: Element, across: number, down: number, ids = NONE): Box | null {
  return boxIn(element, { matrix: IDENTITY, across, down, ids, uses: 0 });
}

function boxIn(element: Element, sight: Sight): Box | null {
  const { matrix, across, down, ids, uses } = sight;
  const d = outline(element, across, down) ?? frameOf(element, across, down);
  if (d !== null) return measure(polylines(transformed(d, matrix)))?.box ?? null;
  if (element.tag === 'use') {
    const shown = ids.get((element.attributes['href'] ?? '').slice(1));
    return shown && uses < DEEPEST_USE ? childBox(shown, element, { ...sight, uses: uses + 1 }) : null;
  }
  let all: Box | null = null;
  for (const child of element.children) {
    const box = drawsNothing(child) ? null : childBox(child, null, sight);
    if (box) all = all ? union(all, box) : box;
  }
  return all;
}

function childBox(child: Element, use: Element | null, sight: Sight): Box | null {
  const space = entered(child, use, sight);
  return space && boxIn(child, { ...sight, ...space });
}

/** Of an image; null for all else. */
function frameOf({ tag, attributes: a }: Element, across: number, down: number): string | null {
  if (tag !== 'image') return null;
  const [x, y] = [parseLength(a['x'], across) ?? 0, parseLength(a['y'], down) ?? 0];
  const [width, height] = [parseLength(a['width'], across) ?? 0, parseLength(a['height'], down) ?? 0];
  return width > 0 && height > 0 ? rect({ x, y, width, height }) : null;
}
