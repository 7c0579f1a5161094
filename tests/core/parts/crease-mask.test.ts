import { expect, it } from 'vitest';
import { drawWalls } from '../../../src/core/parts/crease-mask.ts';
import { labelsFrom, rowsOf } from '../small.ts';
import { inkFrom, sceneOf } from './inked.ts';

const SHEET = '<path d="M0 0H10V10H0Z" fill="#fff"/>';
/** So thin that a wall's pixel asks 3 pixels to each side, and not more. */
const LINE = '<path d="M5 1V9" stroke="#000" stroke-width="0.01" fill="none"/>';
const grid = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 10, height: 10 };

function wallsOf(
  body: string,
  labels: readonly string[],
  ink: readonly string[],
  over = grid,
): string[] | null {
  const alpha = { width: 10, height: 10, data: new Uint8Array(100) };
  const parts = { grid: over, labels: labelsFrom(labels), alpha, parts: [] };
  const walls = drawWalls(sceneOf(body), parts, inkFrom(ink));
  return walls && rowsOf(walls);
}

const ten = (row: string): string[] => Array<string>(10).fill(row);

it('are where a line runs inside one part, as far as that part reaches around', () => {
  // Faint ink is the line's rim, and within 3 pixels of the picture's edge nobody knows what lies around.
  expect(wallsOf(SHEET + LINE, ten('1111111111'), ten('....#-....'))).toEqual([
    ...Array<string>(3).fill('..........'),
    ...Array<string>(4).fill('....#.....'),
    ...Array<string>(3).fill('..........'),
  ]);
});

it('are not where another part is within reach: that line is the border', () => {
  // Column 4 sees part 2 at column 7, column 3 at column 6 still part 1.
  expect(wallsOf(SHEET + LINE, ten('1111111222'), ten('...##.....'))).toEqual([
    ...Array<string>(3).fill('..........'),
    ...Array<string>(4).fill('...#......'),
    ...Array<string>(3).fill('..........'),
  ]);
});

it('ask farther along broader lines, whose border lies farther from their middle', () => {
  const [labels, ink] = [ten('1111111222'), ten('...#......')];
  const near = { ...grid, box: { x: 4, y: 4, width: 1, height: 1 } };
  // A pixel is a tenth of a unit: a stroke of 0.25 asks ⌈2 + 0.55 × 2.5⌉ =
  // 4 pixels away, one of 0.01 still 3.
  expect(wallsOf(SHEET + LINE, labels, ink, near)?.[5]).toBe('...#......');
  expect(wallsOf(SHEET + LINE.replace('0.01', '0.25'), labels, ink, near)).toBeNull();
});

it('there are none without lines, and none where no pixel is left', () => {
  expect(wallsOf(SHEET, ten('1111111111'), ten('....#.....'))).toBeNull();
  expect(wallsOf(SHEET + LINE, ten('1111122222'), ten('....#.....'))).toBeNull();
});
