import { expect, it } from 'vitest';
import { huffman } from '../../../src/core/image/huffman.ts';

/**
 * What a code of these lengths fills of all that is possible (Kraft); exactly 1: every row of bits can be
 * read.
 */
const filled = (lengths: Uint8Array): number =>
  lengths.reduce((sum, length) => sum + (length > 0 ? 2 ** -length : 0), 0);

it('what comes often is short, what never comes has no code', () => {
  const { lengths, bits } = huffman(Uint32Array.of(1, 0, 8, 2));
  expect([...lengths]).toEqual([2, 0, 1, 2]);
  // Canonical: 0 for the short one, then 10 and 11, each with its first bit lowest.
  expect([...bits]).toEqual([0b01, 0, 0b0, 0b11]);
});

it('no code is longer than deflate allows, however seldom a symbol comes', () => {
  const counts = new Uint32Array(40);
  counts[0] = 1;
  counts[1] = 1;
  for (let k = 2; k < counts.length; k++) counts[k] = counts[k - 1]! + counts[k - 2]!;
  const { lengths } = huffman(counts);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
  expect(Math.min(...lengths)).toBeGreaterThan(0);
  expect(filled(lengths)).toBe(1);
});
