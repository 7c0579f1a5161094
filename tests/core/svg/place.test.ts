import { expect, it } from 'vitest';
import { Clips } from '../../../src/core/svg/clip.ts';
import { placeOf, rootPlace, type Context } from '../../../src/core/svg/place.ts';
import { elementOf, idsOf } from './elements.ts';

const BOX = { x: 0, y: 0, width: 10, height: 10 };
const DOT = '<rect width="2" height="2"/>';
const BLUR = '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>';

function placed(markup: string) {
  const ids = idsOf(BLUR);
  let layers = 0;
  const layer = (attribute: string): string => `${attribute} data-layer="${layers++}"`;
  const context: Context = { ids, clips: new Clips(ids, BOX, new Map()), blends: false, layer };
  return placeOf(elementOf(markup), rootPlace(elementOf('<svg/>'), BOX, context), context);
}

it('hands down matrix, name and what is left of the light', () => {
  expect(placed(`<g id="wheel" opacity="0.5" transform="scale(2)">${DOT}</g>`)).toMatchObject({
    names: ['wheel'],
    matrix: [2, 0, 0, 2, 0, 0],
    opacity: 0.5,
    veil: 0.5,
    within: [],
  });
  expect(placed(`<g display="none">${DOT}</g>`)).toBeNull();
  expect(placed(`<g opacity="0">${DOT}</g>`)).toBeNull();
});

it('a group of several, or one that cuts, is blurred as one', () => {
  const within = (inner: string): readonly string[] =>
    placed(`<g filter="url(#f)" transform="scale(2)">${inner}</g>`)!.within;
  expect(within(DOT)).toEqual([]);
  expect(within(DOT + DOT)).toEqual(['data-blur="4" data-layer="0"']);
  expect(within('<g mask="url(#m)"><rect width="2" height="2"/></g>')).toEqual([
    'data-blur="4" data-layer="0"',
  ]);
  expect(within('<g style="clip-path:url(#m)"><rect width="2" height="2"/></g>')).toHaveLength(1);
});
