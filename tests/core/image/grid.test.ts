import { expect, it } from 'vitest';
import {
  between,
  boxOfCells,
  contains,
  gridOver,
  grown,
  padded,
  pixelAt,
} from '../../../src/core/image/grid.ts';

const grid = { box: { x: 10, y: 20, width: 16, height: 16 }, width: 8, height: 8 };

it('a box of cells reaches from the first one’s near side to the last one’s far side', () => {
  expect(boxOfCells(grid, { x0: 1, y0: 2, x1: 3, y1: 7 })).toEqual({ x: 12, y: 24, width: 6, height: 12 });
  expect(boxOfCells(grid, { x0: 0, y0: 0, x1: 7, y1: 7 })).toEqual(grid.box);
  expect(boxOfCells(grid, { x0: 0, y0: 1, x1: 0, y1: 1 }, 3)).toEqual({ x: 10, y: 23, width: 2, height: 3 });
});

it('a grid has square pixels and grows to whole ones around its middle', () => {
  expect(gridOver({ x: 0, y: 0, width: 8, height: 3.2 }, 8)).toEqual({
    box: { x: 0, y: (3.2 - 3) / 2, width: 8, height: 3 },
    width: 8,
    height: 3,
  });
});

it('a padded grid has the same pixels, and more of them on each side', () => {
  const wide = { box: { x: 10, y: 20, width: 16, height: 8 }, width: 8, height: 4 };
  expect(padded(wide, 2)).toEqual({ box: { x: 6, y: 16, width: 24, height: 16 }, width: 12, height: 8 });
});

it('pixel centres of one grid are found in another', () => {
  const to = between(grid, { box: { x: 10, y: 20, width: 8, height: 8 }, width: 8, height: 8 });
  expect([to.x(0), to.x(1), to.y(7)]).toEqual([1, 3, 15]);
});

it('a box grows on every side, and holds what it held, borders included', () => {
  const box = { x: 1, y: 2, width: 3, height: 4 };
  expect(grown(box, 2)).toEqual({ x: -1, y: 0, width: 7, height: 8 });
  expect(contains(box, box)).toBe(true);
  expect(contains(box, grown(box, 0.001))).toBe(false);
  expect(contains(grown(box, 0.002), grown(box, 0.001))).toBe(true);
});

it('finds the pixel at a place, and none off the grid', () => {
  const wide = { box: { x: 10, y: 20, width: 8, height: 4 }, width: 4, height: 2 };
  expect([pixelAt(wide, 10, 20), pixelAt(wide, 13.9, 22.1), pixelAt(wide, 17.9, 23.9)]).toEqual([0, 5, 7]);
  expect([pixelAt(wide, 9.9, 20), pixelAt(wide, 18, 20), pixelAt(wide, 12, 24)]).toEqual([null, null, null]);
});
