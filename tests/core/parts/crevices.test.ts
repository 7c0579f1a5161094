import { expect, it } from 'vitest';
import { CREVICE, openLone } from '../../../src/core/parts/crevices.ts';

it('a crevice stays where a surface hangs together with its ink, else it is open', () => {
  const map = { width: 7, height: 3, data: Int32Array.of(0, 0, 0, 0, 0, 0, 0, 0, CREVICE, 0, 0, CREVICE, 0, 2, 0, 0, 0, 0, 0, 0, 0) }; // prettier-ignore
  const ink = { width: 7, height: 3, data: Uint8Array.of(1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1) }; // prettier-ignore
  openLone(map, ink);
  expect([...map.data.subarray(7, 14)]).toEqual([0, 0, 0, 0, CREVICE, 0, 2]);
});
