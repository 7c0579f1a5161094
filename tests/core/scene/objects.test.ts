import { expect, it } from 'vitest';
import { splitObjects, zonesOver } from '../../../src/core/scene/objects.ts';
import { maskFrom, rowsOf } from '../small.ts';

const grid = { box: { x: 10, y: 20, width: 16, height: 16 }, width: 8, height: 8 };
const whole = grid.box;
const split = (rows: readonly string[]): ReturnType<typeof splitObjects> =>
  splitObjects(maskFrom(rows), grid, whole);
const blank = '........';

it('two things apart are two objects, largest first, and every place belongs to the nearer', () => {
  const objects = split([blank, '.##.....', '.##..##.', '.##..##.', '.##.....', blank, blank, blank]);
  expect(objects.boxes).toEqual([
    { x: 12, y: 22, width: 4, height: 8 },
    { x: 20, y: 24, width: 4, height: 4 },
  ]);
  // Columns 1–2 and 5–6: column 3 is one from the first, column 4 one from the second.
  const zones = rowsOf({ width: 8, height: 8, data: zonesOver(objects, grid)! });
  expect(zones[2]).toBe('....####');
});

it('what is minor belongs to its neighbour, and widens its box', () => {
  const objects = split([
    '#.......',
    '..####..',
    '..####..',
    '........',
    '........',
    '..####..',
    '..####..',
    blank,
  ]);
  expect(objects.boxes).toHaveLength(2);
  expect(objects.boxes).toContainEqual({ x: 10, y: 20, width: 12, height: 6 });
});

it('one thing, or one thing and a speck, is the whole', () => {
  const speck = ['.####...', '.####...', '.####...', '.####...', blank, blank, '.......#', blank];
  expect(split(speck)).toEqual({ boxes: [whole], zones: null });
  expect(zonesOver(split(speck), grid)).toBeNull();
});
