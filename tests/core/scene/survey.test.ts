import { expect, it } from 'vitest';
import { padded, threshold } from '../../../src/core/scene/survey.ts';

it('a padded grid has the same pixels, and more of them on each side', () => {
  const grid = { box: { x: 10, y: 20, width: 16, height: 8 }, width: 8, height: 4 };
  expect(padded(grid, 2)).toEqual({ box: { x: 6, y: 16, width: 24, height: 16 }, width: 12, height: 8 });
});

it('a threshold takes what is at least so much', () => {
  const plane = { width: 4, height: 1, data: Uint8Array.of(0, 95, 96, 255) };
  expect([...threshold(plane, 96).data]).toEqual([0, 0, 1, 1]);
});
