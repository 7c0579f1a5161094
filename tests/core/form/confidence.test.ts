import { expect, it } from 'vitest';
import { SAMPLED, settle } from '../../../src/core/form/confidence.ts';
import { maskFrom, rowsOf } from '../small.ts';
import { squareOf } from './square.ts';

const flat = (): [number, number, number] => [0, 0, 1];
const eight = (row: string): string[] => Array<string>(8).fill(row);
const row = (plane: Float32Array, y: number): number[] => [...plane.subarray(8 * y, 8 * y + 8)];

it('lays the five values of each sample side by side, and takes the labels at the centres', () => {
  const { intrinsic, square, found } = squareOf(eight('11112222'), flat);
  const { size, values, label } = settle(intrinsic, square, found, null);
  const at = (x: number, y: number): number[] => [
    ...values.slice(SAMPLED * (8 * y + x), SAMPLED * (8 * y + x + 1)),
  ];
  expect(size).toBe(8);
  expect(at(3, 5)).toEqual([0, 0, 1, Math.fround(0.3), 0.5]);
  expect([...label.slice(16, 24)]).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
});

it('trusts little beside a border, least on it, and the inside of a part', () => {
  // The border's pixel is the last of part 1 (column 3), and the picture's own rim.
  const { intrinsic, square, found } = squareOf(eight('11112222'), flat);
  const { trust, even } = settle(intrinsic, square, found, null);
  const low = Math.fround(0.01);
  const least = Math.fround(0.0005);
  expect(row(trust, 3)).toEqual([least, low, low, least, low, 1, low, least]);
  expect([...even]).not.toContain(1);
});

it('calls even only what has nine trusted samples of one part around it', () => {
  const { intrinsic, square, found } = squareOf(eight('11111111'), flat);
  const { even } = settle(intrinsic, square, found, null);
  // The rim takes the trust of two rings of samples: even is what lies one farther in.
  expect(rowsOf({ width: 8, height: 8, data: even })).toEqual([
    '........',
    '........',
    '........',
    '...##...',
    '...##...',
    '........',
    '........',
    '........',
  ]);
});

it('marks what a line is near to, and trusts none on it', () => {
  const { intrinsic, square, found } = squareOf(eight('11111111'), flat);
  const line = maskFrom(eight('...#....'));
  const { trust, walled } = settle(intrinsic, square, found, line);
  expect(row(trust, 3)[3]).toBe(Math.fround(0.0005));
  expect(row(trust, 3)[4]).toBe(Math.fround(0.01));
  expect(row(trust, 3)[5]).toBe(1);
  expect([...walled]).not.toContain(0);
  expect([...settle(intrinsic, square, found, null).walled]).not.toContain(1);
});
