import { expect, it } from 'vitest';
import { reachesRim, runsOf, sizesOf, withoutSpecks } from '../../../src/core/image/components.ts';
import { maskFrom, rowsOf } from '../small.ts';

const PICTURE = [
  '##.....#',
  '##....#.',
  '....#...',
  '#..###..',
  '#...#...',
  '#.......',
  '###...##',
  '..#.....',
];

it('a run lies at the rim in the first and last row and column', () => {
  const plane = { width: 4, height: 3, data: new Uint8Array(12) };
  const rims = [[1, 3], [4, 5], [5, 7], [7, 8], [9, 10]].map(([from, to]) => reachesRim(from!, to!, plane)); // prettier-ignore
  expect(rims).toEqual([true, true, false, true, true]);
});

it('groups are what shares a side, as runs in reading order', () => {
  const runs = runsOf(maskFrom(PICTURE), 1);
  // The square, two single pixels, the cross, the hook, the dash.
  expect([...sizesOf(runs)].filter((size) => size > 0)).toEqual([4, 1, 1, 5, 7, 2]);
  expect([runs.from[0], runs.to[0]]).toEqual([0, 2]);
});

it('with corners the diagonal hangs together', () => {
  const sizes = sizesOf(runsOf(maskFrom(PICTURE), 1, true));
  expect([...sizes].filter((size) => size > 0)).toEqual([4, 2, 5, 7, 2]);
});

it('specks go, diagonals counted as one', () => {
  expect(rowsOf(withoutSpecks(maskFrom(PICTURE), 3))).toEqual([
    '##......',
    '##......',
    '....#...',
    '#..###..',
    '#...#...',
    '#.......',
    '###.....',
    '..#.....',
  ]);
  expect(rowsOf(withoutSpecks(maskFrom(PICTURE), 2))).toEqual(PICTURE);
});
