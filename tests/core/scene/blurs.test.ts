import { expect, it } from 'vitest';
import { blurGroup, blurredMarkup, isBlurredAlone, blurReach } from '../../../src/core/scene/blurs.ts';
import { BLUR } from '../../../src/core/svg/shape.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { isRefusal } from '../../../src/core/sketch.ts';

const GRID = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 10, height: 10 };
const ATTRIBUTE = `${BLUR}2" data-layer="0"`;

function shapeOf(x: number) {
  const drawing = readDrawing(
    `<svg viewBox="0 0 10 10"><g style="filter:blur(2px)"><rect x="${x}" width="4" height="4"/></g></svg>`,
  );
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return drawing.shapes[0]!;
}

it('is worked out near the page alone, three deviations far', () => {
  expect(blurReach({ blur: 2 })).toBe(6);
  expect(blurredMarkup('<a/>', shapeOf(0), GRID)).toMatch(
    /x="-6".* width="17".*stdDeviation="2".*<a\/><\/g>$/,
  );
  expect(blurredMarkup('<a/>', shapeOf(99), GRID)).toBe('');
  expect(blurGroup(ATTRIBUTE, GRID)).toMatch(
    /x="-6" y="-6" width="22" height="22".*stdDeviation="2".*<g filter="url\(#.*\)">$/,
  );
});

it('in a blurred group no shape is blurred once more', () => {
  const shape = shapeOf(0);
  expect(isBlurredAlone(shape)).toBe(true);
  expect(isBlurredAlone({ ...shape, within: [ATTRIBUTE] })).toBe(false);
  expect(isBlurredAlone({ ...shape, blur: 0 })).toBe(false);
});
