import { expect, it } from 'vitest';
import { closedAt } from '../../../src/core/parts/closed-at.ts';
import { sceneOf } from './inked.ts';

it('pixels on what closes an outline, inside the grid, and on nothing else', () => {
  const lines =
    '<path d="M1 5H15M1 1H9" stroke="#000" fill="none"/><path d="M1 8H9" stroke="#000" fill="none"/>';
  const [across, ...others] = sceneOf(lines).pieces;
  const grid = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 20, height: 20 };
  const rows = (pixels: number[]): Set<number> => new Set(pixels.map((i) => Math.floor(i / 20)));
  const found = closedAt([{ ...across!, closes: true }, ...others], grid);
  expect(rows(found)).toEqual(new Set([2, 10]));
  expect(found.length).toBeGreaterThan(8);
  expect(closedAt(others, grid)).toEqual([]);
});
