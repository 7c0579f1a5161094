import { expect, it } from 'vitest';
import { isPenless, strokeThings } from '../../../src/core/scene/penless.ts';
import { sceneOf } from '../parts/inked.ts';

const penless = (...colours: string[]): boolean =>
  isPenless(
    sceneOf(colours.map((colour, i) => `<path d="M1 ${i + 1}H9" fill="none" stroke="${colour}"/>`).join(''))
      .drawing.shapes,
  );

it('several bright colours of which none is common are drawn by no pen', () => {
  expect(penless('#e33', '#3a3', '#39f')).toBe(true);
});

it('one that is common, or ink, is a pen', () => {
  expect(penless('#e33', '#e33', '#39f')).toBe(false);
  expect(penless('#111', '#111', '#111', '#e33', '#39f')).toBe(false);
  expect(penless('#111', '#222', '#333')).toBe(false);
});

it('in a two-tone icon the dark strokes beside the bright ones are things, where those are most', () => {
  const roles = (bright: number): string[] =>
    sceneOf(
      `<path d="M1 1h${bright}" fill="none" stroke="#306CFE"/><path d="M1 5h5" fill="none" stroke="#344054"/>`,
    ).pieces.map(({ role }) => role);
  expect(roles(8)).toEqual(['form', 'form']);
  expect(roles(3)).toEqual(['form', 'line']);
});

it('where the dark ones are most they are a pen’s', () => {
  const thingsOf = (bright: number, dark: number): number =>
    strokeThings(
      sceneOf(`<path d="M1 1h${bright}" stroke="#f00"/><path d="M1 3h${dark}" stroke="#000"/>`).drawing
        .shapes,
      { surfaces: false, ink: [0, 0, 0], broad: 3 },
    ).size;
  expect([thingsOf(4, 8), thingsOf(8, 4)]).toEqual([1, 2]);
});
