import { expect, test } from 'vitest';
import { firstTurns } from '../../src/plugin/turns.ts';

test('on from the one that is wished, then the other way, each once', () => {
  expect(firstTurns(5, { index: 2, way: 1 })).toEqual([2, 3, 4, 1, 0]);
  expect(firstTurns(5, { index: 2, way: -1 })).toEqual([2, 1, 0, 3, 4]);
  expect(firstTurns(1, { index: 0, way: 1 })).toEqual([0]);
});
