import { expect, it } from 'vitest';
import { enclosedBy } from '../../../src/core/image/closing.ts';
import { maskFrom, rowsOf } from '../small.ts';

const RING = ['........', '.######.', '.#....#.', '.#....#.', '.#....#.', '.#....#.', '.######.', '........'];
const FULL = ['........', ...Array<string>(6).fill('.######.'), '........'];
/** A gap of two pixels in its upper side. */
const GAPPED = RING.map((row, y) => (y === 1 ? '.##..##.' : row));

it('all that is cut off from the rim is enclosed, ink included', () => {
  expect(rowsOf(enclosedBy(maskFrom(RING), 0))).toEqual(FULL);
});

it('through a gap the outside comes in, unless the gap is narrower than twice the radius', () => {
  expect(rowsOf(enclosedBy(maskFrom(GAPPED), 0))).toEqual(GAPPED);
  // Both ends grow by one pixel and meet; the outside then takes one pixel back: the gap itself stays open.
  expect(rowsOf(enclosedBy(maskFrom(GAPPED), 1)).slice(2)).toEqual(FULL.slice(2));
});

it('ink that encloses nothing stays itself, however far it is grown', () => {
  const dot = [
    '........',
    '........',
    '........',
    '...#....',
    '........',
    '........',
    '........',
    '........',
  ];
  expect(rowsOf(enclosedBy(maskFrom(dot), 3))).toEqual(dot);
});

it('the web between a cross’s arms is no room, a room behind a gap is one', () => {
  const cross = ['.......', '...#...', '...#...', '.#####.', '...#...', '...#...', '.......'];
  expect(rowsOf(enclosedBy(maskFrom(cross), 2))).toEqual(cross);
  expect(rowsOf(enclosedBy(maskFrom(GAPPED), 1))[4]).toBe(FULL[4]);
});
