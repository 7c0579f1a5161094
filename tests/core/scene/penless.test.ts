import { expect, it } from 'vitest';
import { isPenless } from '../../../src/core/scene/penless.ts';
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
