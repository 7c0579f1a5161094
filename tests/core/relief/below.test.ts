import { expect, it } from 'vitest';
import { samplesBelow } from '../../../src/core/relief/below.ts';
import { labelsFrom } from '../small.ts';

const rows = ['........', '.111111.', '.112211.', '.112222.', '.112222.', '.111111.', '........', '........'];
const labels = labelsFrom(rows).data;
const square = { box: { x: 0, y: 0, width: 16, height: 16 }, width: 8, height: 8 };
const places = (border: string, own: number): string[] => {
  const found = new Set(samplesBelow(border, own, labels, square));
  return rows.map((row, y) => Array.from(row, (_, x) => (found.has(8 * y + x) ? '#' : '.')).join(''));
};

it('a part goes on below what was painted later, as far as its own outline', () => {
  expect(places('M2 2H14V12H2Z', 1)).toEqual([
    ...['........', '........', '...##...', '...####.', '...####.', '........', '........', '........'],
  ]);
});

it('not in a hole of its outline, and not over what was painted before', () => {
  expect(places('M2 2H14V12H2ZM6 6H10V10H6Z', 1)[3]).toBe('.....##.');
  expect(places('M0 0H16V16H0Z', 2)).toEqual(Array(8).fill('........'));
});

it('an outline that leaves the square is cut', () => {
  expect(places('M-50 -50H200V200H-50Z', 1)[3]).toBe('...####.');
});
