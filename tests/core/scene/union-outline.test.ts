import { expect, it } from 'vitest';
import { unionOutline } from '../../../src/core/scene/union-outline.ts';
import { polylines } from '../../../src/core/svg/path.ts';
import { measure } from '../../../src/core/svg/polyline.ts';
import { sceneOf } from '../parts/inked.ts';

const outline = (d: string, rest = ''): string =>
  unionOutline(sceneOf(`<path d="${d}" fill="#c33" ${rest}/>`).drawing.shapes[0]!);
const lengthOf = (d: string): number => measure(polylines(d))!.length;

it('a cross of two bars has one outline: what lies inside the other bar is left out', () => {
  // Bars of 8 by 2: 2 · 20 less 4 edges of 2.
  const cross = outline('M1 4h8v2h-8zM4 1h2v8h-2z');
  expect(lengthOf(cross)).toBeCloseTo(40 - 8, 0);
});

it('a hole is no overlap, nor are contours side by side, nor even-odd ones', () => {
  const ring = 'M1 1h8v8h-8ZM3 3v4h4v-4Z';
  expect(outline(ring)).toBe(outline(ring, 'fill-rule="evenodd"'));
  const paths = [ring, 'M1 1h2v2h-2ZM5 5h2v2h-2Z'];
  for (const d of paths) expect(lengthOf(outline(d))).toBe(lengthOf(d));
});
