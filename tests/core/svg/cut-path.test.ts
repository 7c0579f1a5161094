import { expect, it } from 'vitest';
import { cutTo } from '../../../src/core/svg/cut-path.ts';
import { measure, polylines } from '../../../src/core/svg/path.ts';

const SQUARE = { x: 0, y: 0, width: 10, height: 10 };
const areaOf = (d: string): number => measure(polylines(d))!.area;

it('leaves what lies inside', () => {
  expect(cutTo('M1 1H4V4Z', SQUARE)).toBe('M1 1L4 1L4 4Z');
});

it('cuts what hangs over each side', () => {
  expect(measure(polylines(cutTo('M-5 -5H15V15H-5Z', SQUARE)))!.box).toEqual(SQUARE);
  expect(areaOf(cutTo('M5 5H15V15H5Z', SQUARE))).toBe(25);
  expect(areaOf(cutTo('M-5 -5H5V5H-5Z', SQUARE))).toBe(25);
});

it('puts corners where slanted edges cross a side', () => {
  // A triangle with its point out on the right: its edges cross x = 10 at y = 2 and y = 8.
  expect(cutTo('M6 0L14 5L6 10Z', { x: 0, y: 0, width: 10, height: 10 })).toBe('M6 0L10 2.5L10 7.5L6 10Z');
});

it('leaves nothing of what lies outside, and keeps the other contours', () => {
  expect(cutTo('M20 20H24V24Z', SQUARE)).toBe('');
  expect(cutTo('M20 20H24V24ZM1 1H4V4Z', SQUARE)).toBe('M1 1L4 1L4 4Z');
});

it('keeps holes as they turn', () => {
  const ring = 'M-2 2H8V8H-2ZM4 4V6H6V4Z';
  expect(areaOf(cutTo(ring, SQUARE))).toBe(8 * 6 - 4);
});
