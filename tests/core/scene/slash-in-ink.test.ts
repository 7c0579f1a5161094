import { expect, it } from 'vitest';
import { slashInInk, type InkSlash } from '../../../src/core/scene/slash-in-ink.ts';
import { sceneOf } from '../parts/inked.ts';

const slashIn = (d: string): InkSlash | null =>
  slashInInk(
    sceneOf(`<path fill-rule="evenodd" d="${d}"/>`).pieces.map((piece) => ({ ...piece, role: 'brush' })),
  );
/** From the top left to the bottom right, 0.85 broad. */
const SLASH = 'M1 0.4L0.4 1L9 9.6L9.6 9Z';
const ARCS = 'M5 0.8H9V5H8.4V1.4H5ZM1 5H1.6V8.6H5V9.2H1Z';

it('a slash with free ends and ink on both sides of it: where it is, and how broad', () => {
  const { from, to, width } = slashIn(SLASH + ARCS)!;
  [...from, ...to, width].forEach((value, i) => expect(value).toBeCloseTo([0.7, 0.7, 9.3, 9.3, 0.85][i]!, 1));
});

it('one whose end lies in a box’s corner', () => {
  const corner = 'M0.4 5V1.6A1.2 1.2 0 0 1 1.2 0.5L9.6 9L9 9.6L1 1.6V5ZM4 0.4H9V5H8.4V1H4Z';
  expect(slashIn(corner)?.to.map(Math.round)).toEqual([9, 9]);
});

it('not a crossing, a diagonal of a box, one side of a triangle', () => {
  expect(slashIn(`${SLASH}M9 0.4L9.6 1L5.6 5L5 4.4ZM1 9.6L0.4 9L4.4 5L5 5.6Z`)).toBeNull();
  expect(slashIn('M0.4 0.4H9.6V9.6H0.4ZM1 1.8V9H8.2ZM1.8 1H9V8.2Z')).toBeNull();
  expect(slashIn('M0.4 0.4L9.6 9.6H0.4ZM1 1.8V9H8.2Z')).toBeNull();
});
