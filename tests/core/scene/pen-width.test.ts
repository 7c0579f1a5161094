import { expect, it } from 'vitest';
import { penWidth } from '../../../src/core/scene/pen-width.ts';
import { sceneOf } from '../parts/inked.ts';

const line = (width: number): string =>
  `<path d="M1 1V9" fill="none" stroke="#000" stroke-width="${width}"/>`;

it('is the median of the lines, forms left out', () => {
  const form = '<path d="M1 1h8v8h-8z" fill="#c33" stroke="#000" stroke-width=".2"/>';
  expect(penWidth(sceneOf(form + line(0.1) + line(0.2) + line(0.21)).pieces)).toBe(0.2);
});

it('is that of brush strokes too, twice area by perimeter', () => {
  const { pieces } = sceneOf('<path d="M1 1h8v.2h-8z"/>');
  expect(pieces.map(({ role }) => role)).toEqual(['brush']);
  expect(penWidth(pieces)).toBeCloseTo(3.2 / 16.4);
});

it('is 0 without any', () => {
  expect(penWidth(sceneOf('<path d="M1 1h8v8h-8z" fill="#c33"/>').pieces)).toBe(0);
});
