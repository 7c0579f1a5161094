import { expect, it } from 'vitest';
import { isWithin, scanLines } from '../../../src/core/relief/scan-lines.ts';

/** Pixels of half a unit. */
const grid = { box: { x: 2, y: 1, width: 6, height: 4 }, width: 12, height: 8 };

function rowsOf(path: string): string[] {
  const lines = scanLines(path, grid);
  return Array.from({ length: grid.height }, (_, y) =>
    Array.from({ length: grid.width }, (_, x) => (isWithin(lines, x, y) ? '#' : '.')).join(''),
  );
}

it('pixels whose middle is inside, holes left out', () => {
  expect(rowsOf('M3 2H7V4H3ZM4 2.5H5V3.5H4Z')).toEqual([
    '............',
    '............',
    '..########..',
    '..##..####..',
    '..##..####..',
    '..########..',
    '............',
    '............',
  ]);
});

it('what lies beyond the grid is cut off, all of it or a part', () => {
  expect(rowsOf('M0 0H3V2H0Z')).toEqual(['##..........', '##..........', ...Array(6).fill('............')]);
  expect(rowsOf('M20 20H30V30H20Z')).toEqual(Array(8).fill('............'));
  expect(rowsOf('')).toEqual(Array(8).fill('............'));
});

it('slanting sides', () => {
  expect(rowsOf('M2 1L6 5H2Z')).toEqual([
    '............',
    '#...........',
    '##..........',
    '###.........',
    '####........',
    '#####.......',
    '######......',
    '#######.....',
  ]);
});
