import { expect, it } from 'vitest';
import { isWhole, reaches, sidesOf } from '../../../src/core/scene/frame-edges.ts';
import { sceneOf } from '../parts/inked.ts';

const FRAME = { x: 0, y: 0, width: 10, height: 10 };

it('a box lies on sides of the frame, or beyond, within a little', () => {
  expect(reaches({ x: -1, y: 0.04, width: 12, height: 9.95 }, FRAME)).toBe(true);
  expect(reaches({ x: 0, y: 0.1, width: 10, height: 9.9 }, FRAME)).toBe(false);
  expect(sidesOf({ x: 0, y: 6, width: 10, height: 5 }, FRAME)).toEqual({
    left: true,
    right: true,
    top: false,
    bottom: true,
  });
});

it('what a clip cuts inside the frame is not whole', () => {
  const clip = (r: number) =>
    `<clipPath id="c"><rect x="${5 - r}" y="${5 - r}" width="${2 * r}" height="${2 * r}"/></clipPath><rect width="10" height="10" clip-path="url(#c)"/>`;
  const isShownWhole = (r: number): boolean => {
    const { drawing } = sceneOf(clip(r));
    return isWhole(drawing.shapes[0]!, drawing);
  };
  expect([3, 5].map(isShownWhole)).toEqual([false, true]);
});
