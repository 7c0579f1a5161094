// In: an element. Out: its geometry's box (SVG's object bounding box: no strokes), in its own coordinates.
import { outline } from './basic-shapes.ts';
import { union } from '../image/grid.ts';
import type { Box } from '../sketch.ts';
import { measure, transformed, polylines } from './path.ts';
import { after, IDENTITY, parseTransform, type Matrix } from './transform.ts';
import type { Element } from './xml.ts';

/** Null where there is none. `across`, `down`: the viewport, for percentages. */
export function boxOf(element: Element, across: number, down: number): Box | null {
  return boxIn(element, IDENTITY, across, down);
}

function boxIn(element: Element, matrix: Matrix, across: number, down: number): Box | null {
  const d = outline(element, across, down);
  if (d !== null) return measure(polylines(transformed(d, matrix)))?.box ?? null;
  let all: Box | null = null;
  for (const child of element.children) {
    const inner = after(matrix, parseTransform(child.attributes['transform']));
    const box = boxIn(child, inner, across, down);
    if (box) all = all ? union(all, box) : box;
  }
  return all;
}
