import { expect, it } from 'vitest';
import { withoutSpurs } from '../../../src/core/photo/spurs.ts';
import { maskFrom, rowsOf } from '../small.ts';

it('a rough edge’s side branches go; the line, its ends and its corners stay', () => {
  const rows = [
    '................',
    '....#......#....',
    '....#......#....',
    '.#############..',
    '.#.........#....',
    '.#.........#....',
    '.#.........#....',
    '.#.........#....',
    '...........#.##.',
    '................',
  ];
  const shown = rowsOf(withoutSpurs(maskFrom(rows), 3));
  expect(shown).toEqual([
    '................',
    '................',
    '................',
    '.###########....',
    '.#.........#....',
    '.#.........#....',
    '.#.........#....',
    '.#.........#....',
    '...........#.##.',
    '................',
  ]);
});

it('longer branches stay, and so does a line that branches off nothing', () => {
  const rows = ['.........', '....#....', '....#....', '.#######.', '.........', '.##......', '.........'];
  expect(rowsOf(withoutSpurs(maskFrom(rows), 1))).toEqual(rows);
});
