import { expect, it } from 'vitest';
import { coloursOf } from '../../../src/core/colour/palettes.ts';

const PAINTS: Record<string, number[]> = {
  r: [200, 30, 30, 255],
  g: [30, 160, 60, 255],
  w: [250, 250, 250, 255],
  '.': [0, 0, 255, 0],
};
const imageOf = (rows: readonly string[]) => ({
  width: rows[0]!.length,
  height: rows.length,
  data: Uint8Array.from([...rows.join('')].flatMap((character) => PAINTS[character]!)),
});

it('finds the colours that are there, and none of what is transparent', () => {
  const found = coloursOf(imageOf(['rrrrgggg', 'rrrrgggg', 'rrrr....', 'rrrr....']), 4);
  expect(found).toEqual(['#c81e1e', '#1ea03c']);
});

it('takes a small strong colour before a large pale one', () => {
  expect(coloursOf(imageOf(Array<string>(4).fill('wwwrrrww')), 2)).toEqual(['#c81e1e', '#fafafa']);
});

it('has none of an empty picture, or where none is asked for', () => {
  expect(coloursOf(imageOf(['....']), 3)).toEqual([]);
  expect(coloursOf(imageOf(['rrrr']), 0)).toEqual([]);
});
