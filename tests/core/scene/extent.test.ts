import { expect, it } from 'vitest';
import { boxOfAll, longerSide } from '../../../src/core/scene/extent.ts';
import { sceneOf } from '../parts/inked.ts';

const VIEW = { x: 0, y: 0, width: 10, height: 10 };

it('is where all is drawn, with strokes, inside the frame; the frame where nothing is', () => {
  const { shapes } = sceneOf(
    '<rect x="1" y="2" width="3" height="2"/><path d="M5 5H20" stroke="#000" stroke-width="2" fill="none"/>',
  ).drawing;
  expect(boxOfAll(shapes, VIEW)).toEqual({ x: 1, y: 2, width: 9, height: 4 });
  expect(boxOfAll([], VIEW)).toEqual(VIEW);
  expect(longerSide({ x: 0, y: 0, width: 2, height: 7 })).toBe(7);
});
