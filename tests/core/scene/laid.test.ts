import { expect, it } from 'vitest';
import { NOTHING_LAID, isFaint } from '../../../src/core/scene/laid.ts';
import { sceneOf } from '../parts/inked.ts';

it('faint is what is seen through, by itself or with its group, and lies on nothing opaque', () => {
  const { shapes } = sceneOf(
    '<path d="M1 1h8v8z" fill="#000" fill-opacity=".5" stroke="#000"/>' +
      '<g opacity=".5"><path d="M1 1h8v8z" fill="#000" stroke="#000" stroke-opacity=".2"/></g>',
  ).drawing;
  const faint = (area: 'fill' | 'stroke', laid = NOTHING_LAID): boolean[] =>
    shapes.map((shape) => isFaint(shape, area, laid));
  expect(faint('fill')).toEqual([true, true]);
  expect(faint('stroke')).toEqual([false, true]);
  expect(faint('fill', { ...NOTHING_LAID, fills: new Set(shapes.slice(0, 1)) })).toEqual([false, true]);
});
