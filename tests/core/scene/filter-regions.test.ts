import { expect, it } from 'vitest';
import { fitFilters } from '../../../src/core/scene/filter-regions.ts';

const page = { x: 100, y: 50, width: 10, height: 20 };
const filter = (x: number, y: number, width: number, height: number): string =>
  `<filter id="a" filterUnits="userSpaceOnUse" x="${x}" y="${y}" width="${width}" height="${height}" color-interpolation-filters="sRGB"><feFlood/></filter>`;

it('a filter that is pages wide ends near the page', () => {
  expect(fitFilters(filter(-1000, -1000, 3000, 3000), page)).toBe(filter(82, 32, 46, 56));
});

it('one that ends nearer stays as it is, and so does all that is none', () => {
  const near = `<g>${filter(99.5, 49, 12, 1e1)}<mask x="-1000" y="0" width="3000" height="9"/></g>`;
  expect(fitFilters(near, page)).toBe(near);
});

it('one that lies elsewhere is over the page, where it shows nothing', () => {
  expect(fitFilters(filter(-1000, 0, 10, 10), page)).toBe(filter(100, 50, 10, 20));
});
