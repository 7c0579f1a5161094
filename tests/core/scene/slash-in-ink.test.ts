import { expect, it } from 'vitest';
import { isSlashedInk } from '../../../src/core/scene/slash-in-ink.ts';
import { sceneOf } from '../parts/inked.ts';

const slashed = (d: string): boolean =>
  isSlashedInk(
    sceneOf(`<path fill-rule="evenodd" d="${d}"/>`).pieces.map((piece) => ({ ...piece, role: 'brush' })),
  );
/** From the top left to the bottom right, 0.8 broad. */
const SLASH = 'M1 0.4L0.4 1L9 9.6L9.6 9Z';
const ARCS = 'M5 0.8H9V5H8.4V1.4H5ZM1 5H1.6V8.6H5V9.2H1Z';

it('a slash with free ends and ink on both sides of it', () => {
  expect(slashed(SLASH + ARCS)).toBe(true);
});

it('not a crossing, a diagonal of a box, one side of a triangle', () => {
  expect(slashed(`${SLASH}M9 0.4L9.6 1L5.6 5L5 4.4ZM1 9.6L0.4 9L4.4 5L5 5.6Z`)).toBe(false);
  expect(slashed('M0.4 0.4H9.6V9.6H0.4ZM1 1.8V9H8.2ZM1.8 1H9V8.2Z')).toBe(false);
  expect(slashed('M0.4 0.4L9.6 9.6H0.4ZM1 1.8V9H8.2Z')).toBe(false);
});
