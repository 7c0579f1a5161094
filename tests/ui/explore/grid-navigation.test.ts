import { expect, test } from 'vitest';
import { target } from '../../../src/ui/explore/grid-navigation.ts';

test('arrow keys walk the grid and stop at its edges', () => {
  expect(target('ArrowRight', 0, 2, 4)).toBe(1);
  expect(target('ArrowDown', 1, 2, 4)).toBe(3);
  expect(target('ArrowUp', 1, 2, 4)).toBe(1);
  expect(target('End', 3, 3, 9)).toBe(5);
  expect(target('Home', 5, 3, 9)).toBe(3);
  expect(target('a', 0, 2, 4)).toBeNull();
});
