import { expect, it } from 'vitest';
import { islandsIn } from '../../../src/core/scene/islands.ts';
import { maskFrom } from '../small.ts';

it('finds what hangs together, at corners too, and how much of it is ink', () => {
  const whole = maskFrom(['##....', '##..#.', '...#..']);
  const ink = maskFrom(['##....', '#...#.', '......']);
  const { map, islands } = islandsIn(whole, ink);
  expect(islands.map(({ whole: all, ink: drawn }) => [all, drawn])).toEqual([
    [4, 3],
    [2, 1],
  ]);
  expect([...map]).toEqual([0, 0, -1, -1, -1, -1, 0, 0, -1, -1, 1, -1, -1, -1, -1, 1, -1, -1]);
});
