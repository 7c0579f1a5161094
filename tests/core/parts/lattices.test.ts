import { expect, it } from 'vitest';
import { isLattice } from '../../../src/core/parts/lattices.ts';
import { sceneOf } from './inked.ts';
import { see } from '../seen.ts';

function lattice(...paths: string[]): boolean {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.2"/>`).join('');
  return isLattice(sceneOf(body).pieces.map((piece) => ({ ...piece, role: 'line' })));
}
const ACROSS = 'M1 2H9M1 5H9M1 8H9';
const DOWN = 'M2 1V9M5 1V9M8 1V9';

it('lines across and down, whatever lies among them', () => {
  expect(lattice(ACROSS, DOWN)).toBe(true);
  expect(lattice(ACROSS, DOWN, 'M5 2A3 3 0 0 1 5 8A3 3 0 0 1 5 2Z')).toBe(true);
});

it.each([
  ['a hash', ['M1 3H9M1 7H9', 'M3 1V9M7 1V9']],
  ['ruled paper', [ACROSS, 'M2 1V9']],
  ['a table in its frame', [ACROSS, DOWN, 'M1 1H9V9H1Z']],
  ['lines that do not go across', ['M1 2H9M1 5H5M1 8H9', DOWN]],
  ['lines at a slant', ['M1 2L9 3M1 5L9 6M1 8L9 9', DOWN]],
])('%s is none', (_, paths) => {
  expect(lattice(...paths)).toBe(false);
});

it('is seen through', async () => {
  const { at } = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="${ACROSS}${DOWN}" fill="none" stroke="#2f2e33" stroke-width="0.1"/></svg>`,
  );
  expect([at(3.5, 3.5)[3], at(6.5, 6.5)[3]]).toEqual([0, 0]);
  expect(at(3.5, 5)[3]).toBeGreaterThan(200);
});
