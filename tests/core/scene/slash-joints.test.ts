import { expect, it } from 'vitest';
import {
  asideOf,
  isCut,
  isNearBy,
  jointsOf,
  wayAcross,
  type CutEnd,
} from '../../../src/core/scene/slash-joints.ts';

const end = (at: readonly [number, number], towards: readonly [number, number]): CutEnd => ({
  at,
  towards,
  aside: asideOf(at, [0, 0], [10, 10]),
});
const SLASH = { pen: 1, long: 14 };

it('ends go on to each other across the slash, each once, the nearest first', () => {
  const [from, near, far] = [end([4, 4], [1, 0]), end([6.2, 4], [-1, 0]), end([7, 4], [-1, 0])];
  const joints = jointsOf([far, from, near], SLASH);
  expect(joints.map(({ one, two }) => new Set([one, two]))).toEqual([new Set([from, near])]);
});

it.each([
  ['on one side of it, and apart', end([3, 6], [1, 0]), end([5, 8], [0, -1])],
  ['that pass each other', end([4, 4], [0, -1]), end([6, 4.3], [0, -1])],
])('ends are not joined %s', (_, one, two) => {
  expect(jointsOf([one, two], SLASH)).toEqual([]);
});

it('what goes on across it goes before a corner beside it', () => {
  const [below, above, leg] = [end([6, 6], [0.6, -0.8]), end([7, 4], [0, 1]), end([7.4, 4.4], [-1, 0])];
  const [first, ...others] = jointsOf([leg, above, below], SLASH);
  expect(others).toEqual([]);
  expect(new Set([first!.one, first!.two])).toEqual(new Set([above, below]));
  expect([isNearBy(below, above, SLASH), isNearBy(below, end([2, 3], [1, 0]), SLASH)]).toEqual([true, false]);
});

it('what ends at both sides of it goes on below it', () => {
  expect(jointsOf([end([4.4, 5.2], [1, 0]), end([5.9, 5.1], [-1, 0])], SLASH)).toHaveLength(1);
});

it('gaps are as wide where the pen is thin', () => {
  const far = end([9, 6.4], [0, 1]);
  expect([isCut(far, SLASH), isCut(far, { pen: 0.2, long: 14 })]).toEqual([true, true]);
  expect(isCut(end([9, 3], [0, 1]), SLASH)).toBe(false);
});

it('round a corner the way begins and ends in the ends’ directions', () => {
  const way = wayAcross(end([0, 0], [1, 0]), end([3, 4], [0, -1]));
  expect(way).toBe('M0 0C1.7999999999999998 0 3 2.2 3 4');
});
