import { expect, it } from 'vitest';
import { faintBelow } from '../../../src/core/scene/ink-order.ts';
import { sceneOf } from '../parts/inked.ts';

it('of a duotone sign what is drawn full lies on what is faint, in whichever order both are written', () => {
  const full = '<path d="M3 3h4v4H3z" fill="#222"/>';
  const faint = '<path d="M0 0h10v10H0z" fill="#222" opacity="0.3"/>';
  const sides = [full + faint, faint + full].map((body) =>
    sceneOf(body).pieces.map(({ shape }) => Math.sqrt(shape.measure.area)),
  );
  expect(sides).toEqual([
    [10, 4],
    [10, 4],
  ]);
});

it('what is in two colours stays in its order', () => {
  const { pieces } = sceneOf(
    '<path d="M3 3h4v4H3z" fill="#222"/><path d="M0 0h10v10H0z" fill="#c33" opacity="0.3"/>',
  );
  expect(pieces.map(({ shape }) => Math.sqrt(shape.measure.area))).toEqual([4, 10]);
});

it('keeps the order among what hides and among what does not', () => {
  const { pieces } = sceneOf(
    [1, 0.3, 1, 0.5].map((opacity) => `<path d="M0 0h5v5H0z" fill="#c33" opacity="${opacity}"/>`).join(''),
  );
  expect(faintBelow(pieces).map(({ shape }) => shape.opacity)).toEqual([0.3, 0.5, 1, 1]);
});
