import { expect, it } from 'vitest';
import { copiesDrawn } from '../../../src/core/svg/hard-shadows.ts';
import type { HandedDown } from '../../../src/core/svg/shapes-of.ts';
import { INITIAL } from '../../../src/core/svg/style.ts';
import { idsOf } from './elements.ts';

const PLACE: HandedDown = {
  matrix: [2, 0, 0, 2, 0, 0],
  style: { ...INITIAL, filter: 'url(#f)' },
  opacity: 1,
  veil: 1,
  names: [],
  named: false,
  within: [],
  blur: 0,
  shadow: false,
  innerForm: null,
  silhouette: null,
  across: 10,
  down: 10,
  uses: 0,
};
const drawn = (steps: string) => copiesDrawn(PLACE, idsOf(`<filter id="f">${steps}</filter>`));
const BLACK = { rgb: [0, 0, 0], alpha: 1 };

it('a hard shadow lies below, in drawing units', () => {
  expect(drawn('<feDropShadow dx="3" dy="1" stdDeviation="0"/>')).toEqual([
    { ...PLACE, matrix: [2, 0, 0, 2, 6, 2], silhouette: { colour: BLACK, grow: 0 } },
    PLACE,
  ]);
  const grown = '<feMorphology in="SourceAlpha" operator="dilate" radius="3"/>';
  expect(drawn(grown)).toEqual([{ ...PLACE, silhouette: { colour: BLACK, grow: 6 } }]);
});

it('a soft one is left out, unless it is all there is', () => {
  expect(drawn('<feDropShadow dx="3" dy="1" stdDeviation="4"/>')).toEqual([PLACE]);
  expect(drawn('<feGaussianBlur in="SourceAlpha" stdDeviation="4"/>')).toMatchObject([{ blur: 8 }]);
});

it('what moves, blurs or thickens the element does so; what is not known leaves it', () => {
  const blurred = '<feGaussianBlur stdDeviation="4" result="b"/><feMerge><feMergeNode in="b"/></feMerge>';
  expect(drawn(blurred)).toEqual([{ ...PLACE, blur: 8 }]);
  const thick = '<feMorphology operator="dilate" radius="3"/>';
  expect(drawn(thick)).toEqual([{ ...PLACE, silhouette: { colour: null, grow: 6 } }]);
  expect(drawn('<feOffset dx="3"/>')).toEqual([{ ...PLACE, matrix: [2, 0, 0, 2, 6, 0] }]);
  expect(drawn('<feTurbulence/>')).toEqual([PLACE]);
  expect(copiesDrawn(PLACE, new Map())).toEqual([PLACE]);
});
