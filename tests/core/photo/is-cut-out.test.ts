import { expect, it } from 'vitest';
import { isCutOut } from '../../../src/core/photo/is-cut-out.ts';

it('what is clear in places is cut out; all of an image, rounded corners or a few specks are not', () => {
  const opaque = (share: number): boolean => {
    const data = Uint8Array.from({ length: 400 }, (_, i) => (i % 4 === 3 && i / 4 < 100 * share ? 255 : 0));
    return isCutOut({ width: 10, height: 10, data });
  };
  expect([0, 0.01, 0.5, 0.9, 0.99, 1].map(opaque)).toEqual([false, false, true, true, false, false]);
});
