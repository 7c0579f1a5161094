import { expect, it } from 'vitest';
import { countOnes, threshold } from '../../../src/core/image/threshold.ts';

it('a threshold takes what is at least so much', () => {
  const plane = { width: 4, height: 1, data: Uint8Array.of(0, 95, 96, 255) };
  expect([...threshold(plane, 96).data]).toEqual([0, 0, 1, 1]);
});

it('the ones of a mask are counted', () => {
  expect(countOnes({ width: 2, height: 2, data: Uint8Array.of(1, 0, 1, 1) })).toBe(3);
});
