import { expect, it } from 'vitest';
import { crumbOf, dropCrumbs } from '../../../src/core/parts/seam-crumbs.ts';

/** `#` is a seam, `x` what the silhouette took of one. */
function leftOf(pen: number, ...rows: string[]): string[] {
  const [width, height] = [rows[0]!.length, rows.length];
  const is = (sign: string): number[] => [...rows.join('')].map((letter) => (letter === sign ? 1 : 0));
  const seams = { width, height, data: Float32Array.from(is('#')) };
  dropCrumbs(seams, Uint8Array.from(is('x')), pen);
  const text = Array.from(seams.data, (value) => (value > 0 ? '#' : '.')).join('');
  return rows.map((_, y) => text.slice(y * width, (y + 1) * width));
}

it('what is left of a line is gone where it is no longer than a pen and a half is wide', () => {
  expect(leftOf(5, '..........', 'xx###xx...', '..........')).toEqual(Array<string>(3).fill('..........'));
  expect(leftOf(5, '...x......', '....#.....', '.....#....')).toEqual(Array<string>(3).fill('..........'));
});

it('a longer one stays, and so does a short detail that nothing was taken of', () => {
  expect(leftOf(5, 'xx#########')).toEqual(['..#########']);
  expect(leftOf(5, '..###.....')).toEqual(['..###.....']);
  expect(leftOf(5, 'x.##......')).toEqual(['..##......']);
});

it('a drawing without lines has no crumbs', () => {
  expect(crumbOf(0)).toBe(0);
  expect(leftOf(0, 'x#........')).toEqual(['.#........']);
});
