import { expect, it } from 'vitest';
import { holds } from '../../../src/core/scene/holds.ts';
import { sceneOf } from '../parts/inked.ts';

it('one shape holds another where that share of its box lies in its own, stroke and all', () => {
  const [big, small, line] = sceneOf(
    '<path d="M0 0H5V5H0Z"/><path d="M4 0H6V2H4Z"/><path d="M1 1H4" stroke="red" fill="none" stroke-width="2"/>',
  ).drawing.shapes;
  expect(holds(big!, small!, 0.4)).toBe(true);
  expect(holds(big!, small!, 0.6)).toBe(false);
  expect(holds(big!, line!, 0.99)).toBe(true);
});
