import { expect, it } from 'vitest';
import { glassOver } from '../../../src/core/light/ground-glass.ts';

const grid = { box: { x: 0, y: 0, width: 8, height: 4 }, width: 8, height: 4 };
// Part 1 at the left, part 2 over the next three columns, nothing, part 2 once more.
const labels = {
  width: 8,
  height: 4,
  data: Int32Array.from({ length: 32 }, (_, i) => [1, 2, 2, 2, 0, 0, 2, 1][i % 8]!),
};
const red = [200, 0, 0] as const;
const black = [0, 0, 0] as const;

it('light passes where the parts are clear, each run of columns about its own middle', () => {
  const glass = glassOver(grid, { grid, labels }, { clear: [0, 0.5], colours: [black, red] })!;
  expect([...glass.passes.subarray(0, 8)]).toEqual([0, 0.5, 0.5, 0.5, 0, 0, 0.5, 0]);
  expect([glass.middle[1], glass.middle[3], glass.middle[6]]).toEqual([2, 2, 6]);
});

it('it has the colour of the glass, a little paler', () => {
  const { colour } = glassOver(grid, { grid, labels }, { clear: [0, 1], colours: [black, red] })!;
  expect(colour[0]).toBeGreaterThan(200);
  expect(colour[1]).toBeGreaterThan(20);
  expect(colour[1]).toBeLessThan(60);
});

it('where nothing is clear there is none; cells beside the picture have none', () => {
  expect(glassOver(grid, { grid, labels }, { clear: [0, 0], colours: [black, red] })).toBeNull();
  const wider = { box: { x: -8, y: 0, width: 16, height: 4 }, width: 16, height: 4 };
  const glass = glassOver(wider, { grid, labels }, { clear: [1, 1], colours: [black, red] })!;
  expect(glass.passes.subarray(0, 8).every((share) => share === 0)).toBe(true);
});
