import { expect, it } from 'vitest';
import { cutLineTo, cutTo } from '../../../src/core/svg/cut-path.ts';
import { polylines } from '../../../src/core/svg/path.ts';
import { measure } from '../../../src/core/svg/polyline.ts';

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

it('a line ends where it leaves, and begins anew where it comes in', () => {
  expect(cutLineTo('M-5 5H15', SQUARE)).toBe('M0 5L10 5');
  expect(cutLineTo('M2 2H8V8', SQUARE)).toBe('M2 2L8 2L8 8');
  expect(cutLineTo('M2 2H20V8H2', SQUARE)).toBe('M2 2L10 2M10 8L2 8');
  expect(cutLineTo('M-5 -1H15', SQUARE)).toBe('');
  // Round the corner, and closed.
  expect(cutLineTo('M4 4H6V6Z', SQUARE)).toBe('M4 4L6 4L6 6L4 4');
});
