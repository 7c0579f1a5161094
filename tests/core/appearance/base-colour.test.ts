import { expect, it } from 'vitest';
import { meansOf } from '../../../src/core/appearance/base-colour.ts';
import { partsFrom } from '../relief/parts.ts';

it('the mean of a part is that of what it shows, without what is as good as transparent', () => {
  const parts = partsFrom(['11..', '1122', '1122', '....'], [null, null]);
  const data = new Uint8Array(64);
  parts.labels.data.forEach((label, i) => {
    if (label === 1) data.set([i < 4 ? 200 : 100, 50, 0, 255], 4 * i);
    if (label === 2) data.set([9, 9, 9, i % 4 === 2 ? 15 : 255], 4 * i);
  });
  const [first, second] = meansOf(parts, { width: 4, height: 4, data });
  // Two of 200 and four of 100.
  expect(first![0]).toBeCloseTo(400 / 3, 6);
  expect([first![1], first![2]]).toEqual([50, 0]);
  expect(second).toEqual([9, 9, 9]);
});

it('is black where a part shows nothing', () => {
  const parts = partsFrom(['11', '11'], [null]);
  expect(meansOf(parts, { width: 2, height: 2, data: new Uint8Array(16) })).toEqual([[0, 0, 0]]);
});
