import { expect, it } from 'vitest';
import { hovers } from '../../../src/core/light/hovering.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';

/** 10 units wide and high, its foot at `foot`. */
function piece(names: string[], foot: number): Piece {
  const box = { x: 0, y: foot - 10, width: 10, height: 10 };
  return { role: 'form', shape: { names, measure: { box } } } as unknown as Piece;
}
const square = { box: { x: -10, y: -100, width: 200, height: 200 } };

it.each<[string, string[], string, boolean]>([
  ['a flame', ['flame'], 'icon', true],
  ['a flame in a group', ['fire', 'Vector'], 'icon', true],
  ['a drawing of that name', ['Vector'], 'Steam', true],
  ['in other languages', ['Wölkchen', 'Dampf'], 'icon', true],
  ['a thing that begins with such a word', ['fire truck'], 'icon', false],
  ['anything else', ['leg'], 'chair', false],
])('%s', (_what, names, name, wanted) => {
  expect(hovers({ pieces: [piece(names, 50)] }, square.box, name)).toBe(wanted);
});

it('goes by what is lowest: a flame on a candle stands', () => {
  const both = [piece(['flame'], 20), piece(['candle'], 50)];
  expect(hovers({ pieces: both }, square.box, 'icon')).toBe(false);
});

it('asks each object of its own square', () => {
  const away = piece(['table'], 50);
  away.shape.measure.box.x = 500;
  expect(hovers({ pieces: [piece(['flame'], 50), away] }, square.box, 'icon')).toBe(true);
});
