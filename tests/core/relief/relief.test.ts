import { expect, it } from 'vitest';
import { reliefOf } from '../../../src/core/relief/relief.ts';
import { stackingOf } from '../../../src/core/relief/stacking.ts';
import { badge } from './parts.ts';

it('a badge on a plate rises over it, and the plate beside it sees less of the sky', () => {
  const parts = badge();
  const square = { box: { x: -250, y: -250, width: 512, height: 512 }, width: 512, height: 512 };
  const data = new Int32Array(512 * 512);
  for (let y = 0; y < 12; y++)
    for (let x = 0; x < 12; x++) data[(250 + y) * 512 + 250 + x] = parts.labels.data[12 * y + x]!;
  const labels = { width: 512, height: 512, data };
  const bodies = Array.from({ length: 2 }, () => ({ thickness: 8, raised: 1, edge: 1, carries: 1 }));
  const { levels, views } = reliefOf(parts, stackingOf(parts), [{ square, labels }], bodies);
  expect(levels.level[1]).toBeCloseTo(8 * 0.018 * 10, 4);
  const [{ heights, sky }] = views as [(typeof views)[number]];
  expect(heights.own[256 * 512 + 256]).toBeCloseTo(levels.level[1]!, 4);
  expect(sky[256 * 512 + 253]).toBeLessThan(0.95);
  expect(sky[256 * 512 + 256]).toBe(1);
});
