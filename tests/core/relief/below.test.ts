import { expect, it } from 'vitest';
import { samplesBelow } from '../../../src/core/relief/below.ts';
import { castRoles } from '../../../src/core/scene/roles.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { labelsFrom } from '../small.ts';

const rows = ['........', '.111111.', '.112211.', '.112222.', '.112222.', '.111111.', '........', '........'];
const labels = labelsFrom(rows).data;
const square = { box: { x: 0, y: 0, width: 16, height: 16 }, width: 8, height: 8 };
const shown = (found: Set<number>): string[] =>
  rows.map((row, y) => Array.from(row, (_, x) => (found.has(8 * y + x) ? '#' : '.')).join(''));
/** The piece that a path with these attributes is. */
function pieceOf(d: string, paint: string): Piece {
  const drawing = readDrawing(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none"><path d="${d}" ${paint}/></svg>`,
  );
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return castRoles(drawing).pieces[0]!;
}
const places = (d: string, own: number, paint = 'fill="#c33"'): string[] =>
  shown(new Set(samplesBelow(pieceOf(d, paint), own, labels, square)));

it('a part goes on below what was painted later, as far as its own outline', () => {
  expect(places('M2 2H14V12H2Z', 1)).toEqual([
    ...['........', '........', '...##...', '...####.', '...####.', '........', '........', '........'],
  ]);
});

it('not in a hole of its outline, and not over what was painted before', () => {
  expect(places('M2 2H14V12H2ZM6 6H10V10H6Z', 1, 'fill="#c33" fill-rule="evenodd"')[3]).toBe('.....##.');
  expect(places('M0 0H16V16H0Z', 2)).toEqual(Array(8).fill('........'));
});

it('an outline that leaves the square is cut', () => {
  expect(places('M-50 -50H200V200H-50Z', 1)[3]).toBe('...####.');
});

it('a stroke goes on as broad as it is, and not over what it bends around', () => {
  const around = 'M6 2H14V12';
  // Its right leg runs between columns 6 and 7, a sample broad to each side; what it encloses is none of it.
  expect(places(around, 1, 'stroke="#c33" stroke-width="4"')).toEqual([
    ...['........', '........', '........', '......#.', '......#.', '........', '........', '........'],
  ]);
});
