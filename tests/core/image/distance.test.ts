import { expect, it } from 'vitest';
import { distanceTo } from '../../../src/core/image/distance.ts';
import { maskFrom } from '../small.ts';

it('is the straight distance from pixel to pixel', () => {
  const { data } = distanceTo(
    maskFrom(['........', '........', '..#.....', ...Array<string>(5).fill('........')]),
  );
  const at = (x: number, y: number): number => data[8 * y + x]!;
  expect([at(2, 2), at(3, 2), at(2, 0), at(7, 2)]).toEqual([0, 1, 2, 5]);
  expect(at(3, 3)).toBeCloseTo(Math.SQRT2, 6);
  // 3 across and 4 down, 5 across and 5 down.
  expect(at(5, 6)).toBe(5);
  expect(at(7, 7)).toBeCloseTo(Math.sqrt(50), 5);
});

it('goes to the nearest of several, to within a tenth of a pixel', () => {
  const points = [
    [0, 0],
    [6, 1],
    [3, 7],
  ] as const;
  const data = new Uint8Array(64);
  for (const [x, y] of points) data[8 * y + x] = 1;
  const far = distanceTo({ width: 8, height: 8, data }).data;
  far.forEach((value, i) => {
    const least = Math.min(...points.map(([x, y]) => Math.hypot(x - (i % 8), y - (i >> 3))));
    expect(Math.abs(value - least)).toBeLessThan(0.1);
  });
});
