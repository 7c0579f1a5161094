import { expect, it } from 'vitest';
import { polylines } from '../../../src/core/svg/path.ts';
import { contoursIn, fillsAt, shut, turn, windings } from '../../../src/core/svg/winding.ts';

const CLOCKWISE = 'M1 1H5V5H1Z';
const COUNTER = 'M1 1V5H5V1Z';
const linesOf = (d: string) => polylines(d).map(shut);

it('counts once round for each turn, and −1 the other way', () => {
  expect(windings(linesOf(CLOCKWISE), 3, 3)).toBe(1);
  expect(windings(linesOf(COUNTER), 3, 3)).toBe(-1);
  expect(windings(linesOf(CLOCKWISE + CLOCKWISE), 3, 3)).toBe(2);
  expect(windings(linesOf(CLOCKWISE + COUNTER), 3, 3)).toBe(0);
  expect(windings(linesOf(CLOCKWISE), 6, 3)).toBe(0);
});

it('tells whether a point is filled, by either rule', () => {
  const filled = (d: string, rule: 'evenodd' | 'nonzero') => fillsAt(polylines(d), rule, 3, 3);
  expect([filled(CLOCKWISE + CLOCKWISE, 'nonzero'), filled(CLOCKWISE + COUNTER, 'nonzero')]).toEqual([
    true,
    false,
  ]);
  expect([filled(CLOCKWISE, 'evenodd'), filled(CLOCKWISE + CLOCKWISE, 'evenodd')]).toEqual([true, false]);
});

it('tells which way an outline turns', () => {
  expect([CLOCKWISE, COUNTER].map((d) => turn(linesOf(d)[0]!))).toEqual([1, -1]);
});

it('draws the closing edge out, of closed lines alone', () => {
  expect(shut({ points: [1, 1, 5, 1, 5, 5], closed: true }).points).toEqual([1, 1, 5, 1, 5, 5, 1, 1]);
  expect(shut({ points: [1, 1, 5, 1], closed: false }).points).toEqual([1, 1, 5, 1]);
});

it('counts subpaths', () => {
  expect([contoursIn(CLOCKWISE), contoursIn(`${CLOCKWISE}${COUNTER}`), contoursIn('')]).toEqual([1, 2, 0]);
});
