import { expect, it } from 'vitest';
import { standingFeet } from '../../../src/core/light/standing-feet.ts';
import { fakeEngine } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';
import { openView } from './view.ts';

const { rasterise } = await fakeEngine();
/** The generator sees specks far below a bar; ten drawing units are a hundred of the view's. */
const seen = openView(200, (x, y) => x > 40 && x < 45 && y > 80 && y < 90);
const square = { ...seen.square, box: { x: 0, y: 0, width: 10, height: 10 } };
const bar = '<path d="M2 5H8" fill="none" stroke="#222" stroke-width="1"/>';

it('a bar stands where it is drawn, and not where the generator sees specks', () => {
  const [feet] = standingFeet(sceneOf(bar), [{ ...seen, square, silhouette: null }], 'icon', rasterise);
  const { grid, low } = feet!;
  expect(grid.box.y + (low * grid.box.height) / grid.height).toBeCloseTo(5.5, 1);
});

it('what lines enclose stands, and each object keeps to its own zone', () => {
  const ring = sceneOf('<circle cx="5" cy="5" r="3" fill="none" stroke="#222"/>' + bar);
  const zones = { grid: square, data: new Uint8Array(200 * 200) };
  for (let i = 0; i < zones.data.length; i++) zones.data[i] = i % 200 < 100 ? 0 : 1;
  const boxes = [square.box, square.box];
  const scene = { ...ring, found: { ...ring.found, objects: { boxes, zones } } };
  const view = { ...seen, square, silhouette: null };
  const [left, right] = standingFeet(scene, [view, view], 'icon', rasterise);
  const columns = (feet: typeof left): number => feet!.foot.filter((row) => row >= 0).length;
  expect(columns(left)).toBe(columns(right));
  const { mask, grid } = left!;
  const at = (x: number, y: number): number =>
    mask[
      Math.floor(((y - grid.box.y) / grid.box.height) * grid.height) * grid.width +
        Math.floor(((x - grid.box.x) / grid.box.width) * grid.width)
    ]!;
  expect([at(4, 3.5), at(6, 3.5)]).toEqual([1, 0]);
});

it('the silhouette goes before, and what hovers has no feet', () => {
  const { low, grid } = standingFeet(sceneOf(bar), [{ ...seen, square }], 'icon', rasterise)[0]!;
  expect(grid.box.y + (low * grid.box.height) / grid.height).toBeCloseTo(9, 1);
  expect(standingFeet(sceneOf(bar), [{ ...seen, square }], 'steam', rasterise)).toEqual([]);
});
