import { expect, it } from 'vitest';
import { drawCuts } from '../../../src/core/scene/clip-edges.ts';
import { fakeEngine } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';

const { rasterise } = await fakeEngine();
const grid = { box: { x: 0, y: 0, width: 10, height: 10 }, width: 10, height: 10 };
const clip = '<clipPath id="c"><path d="M0 0h5v10h-5z"/></clipPath>';

it('draws ink along what a clip cuts, half on each side', () => {
  const scene = sceneOf(`${clip}<path clip-path="url(#c)" d="M2 2h6v6h-6z" fill="#c33"/>`);
  const { data } = drawCuts(scene, grid, 1, rasterise)!;
  const row = (y: number): number[] => [...data.subarray(10 * y, 10 * y + 10)];
  // The cut is at x = 5. Seen twice as fine its border is sample 9 of 20, just left of it: full there and
  // half beside it; two samples are a pixel: (1/2 + 1) / 2 and (1/2 + 0) / 2. So is the outline at x = 2.
  expect(row(5)).toEqual([0, 0.75, 0.25, 0, 0.75, 0.25, 0, 0, 0, 0]);
  expect(row(9)).toEqual(Array<number>(10).fill(0));
});

it('draws what hangs over the frame to its edge', () => {
  const { data } = drawCuts(sceneOf('<path d="M5 5h9v3h-9z" fill="#c33"/>'), grid, 1, rasterise)!;
  expect(Math.max(...data)).toBeGreaterThan(0.7);
});

it('is null where nothing is cut', () => {
  expect(drawCuts(sceneOf('<path d="M2 2h6v6h-6z" fill="#c33"/>'), grid, 1, rasterise)).toBeNull();
});
