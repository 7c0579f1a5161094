import { expect, it } from 'vitest';
import { endure } from '../../bench/endure.ts';

// `npm run bench -- endure --runs 1000` is the whole of it.

/** Percent. What a worker and its process hold settles only after a hundred runs. */
const FLAT = 5;

it('twenty runs in one session: nothing is left behind', { timeout: 300_000 }, async () => {
  const { growth, trouble, workersLeft, imagesStored, imagesUnplaced } = await endure(20, () => undefined);
  expect({ trouble, workersLeft, imagesUnplaced }).toEqual({
    trouble: [],
    workersLeft: 0,
    imagesUnplaced: 0,
  });
  expect(imagesStored).toBeGreaterThan(0);
  for (const { phase, memory, from, to } of growth)
    if (memory === 'page') expect(100 * (to / from - 1), phase).toBeLessThan(FLAT);
});
