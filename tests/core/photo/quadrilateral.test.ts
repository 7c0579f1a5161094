import { expect, it } from 'vitest';
import type { Corner } from '../../../src/core/photo-tune.ts';
import { areaOf, fromTopLeft, quadrilateralAround } from '../../../src/core/photo/quadrilateral.ts';

const SQUARE: Corner[] = [
  [2, 2],
  [8, 2],
  [8, 8],
  [2, 8],
];
/** The square with its corner at the top right cut off. */
const CUT: Corner[] = [
  [2, 2],
  [6, 2],
  [8, 4],
  [8, 8],
  [2, 8],
];
const IMAGE = { width: 10, height: 10 };

it('a corner that is cut off comes back where its edges meet', () => {
  const found = quadrilateralAround(CUT, IMAGE);
  expect(found && fromTopLeft(found)).toEqual(SQUARE);
});

it('a square stays as it is, three corners make none', () => {
  expect(quadrilateralAround(SQUARE, IMAGE)).toEqual(SQUARE);
  expect(quadrilateralAround(SQUARE.slice(1), IMAGE)).toBeNull();
});

it('no corner comes to lie out of the picture', () => {
  expect(quadrilateralAround(CUT, { width: 6, height: 10 })).toBeNull();
});

it('has the area that its corners enclose', () => {
  expect([areaOf(SQUARE), areaOf(CUT)]).toEqual([36, 34]);
});

it('corners are told from the top left on', () => {
  const [a, b, c, d] = SQUARE;
  expect(fromTopLeft([c!, d!, a!, b!])).toEqual(SQUARE);
});
