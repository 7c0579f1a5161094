import { expect, it } from 'vitest';
import { openBits } from '../../../src/core/image/bits.ts';

const CODES = { bits: Uint32Array.of(0b1, 0b10, 0x2aaaaa), lengths: Uint8Array.of(1, 3, 22) };

it('codes follow each other, the first bit lowest, and what is left waits for the next', () => {
  const { put, rest } = openBits();
  // 1, then 010, then 22 bits: 26 in all, of which two wait.
  expect([...put(Uint16Array.of(0, 1, 2), CODES)]).toEqual([0b10100101, 0b10101010, 0b10101010]);
  expect([...put(Uint16Array.of(1, 1), CODES)]).toEqual([0b01001010]);
  expect([...rest()]).toEqual([]);
});

it('at the end what waits is a byte of its own', () => {
  const { put, rest } = openBits();
  expect([...put(Uint16Array.of(1), CODES)]).toEqual([]);
  expect([...rest()]).toEqual([0b10]);
});
