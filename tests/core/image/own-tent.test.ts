import { expect, it } from 'vitest';
import { ownTent } from '../../../src/core/image/own-tent.ts';
import { labelsFrom } from '../small.ts';

const labels = labelsFrom(['1112', '1112', '1112']);
const values = Float32Array.of(0, 0, 0, 100, 0, 16, 0, 100, 0, 0, 0, 100);

it('spreads a value over its neighbours of the same label, and takes none of another', () => {
  const even = ownTent(labels, new Uint8Array(12).fill(1), values);
  expect(even[5]).toBeCloseTo((16 * 4) / 16, 5);
  // Six of nine neighbours count: 12 of the tent's 16.
  expect(even[6]).toBeCloseTo((16 * 2) / 12, 5);
});

it('leaves the rim and what is not wanted as it is', () => {
  const wanted = new Uint8Array(12);
  wanted[6] = 1;
  const even = ownTent(labels, wanted, values);
  expect(even[5]).toBe(16);
  expect([...even.subarray(8)]).toEqual([0, 0, 0, 100]);
});
