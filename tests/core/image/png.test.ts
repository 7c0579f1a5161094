import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { encodeGrey, encodePng, openPng } from '../../../src/core/image/png.ts';

const PIXELS = Uint8Array.of(
  255,
  0,
  0,
  255,
  0,
  255,
  0,
  128,
  1,
  2,
  3,
  0,
  9,
  8,
  7,
  6,
  5,
  4,
  3,
  2,
  200,
  100,
  50,
  25,
);

it('another codec reads what was written', () => {
  const read = decode(encodePng({ width: 3, height: 2, data: PIXELS }));
  expect(read).toMatchObject({ width: 3, height: 2, channels: 4, depth: 8 });
  expect([...read.data]).toEqual([...PIXELS]);
});

it('rows may come one after the other', () => {
  const png = openPng(3, 2);
  png.rows(PIXELS.subarray(0, 12));
  png.rows(PIXELS.subarray(12));
  expect([...decode(png.end()).data]).toEqual([...PIXELS]);
});

it('greys have sixteen bits, and a comment', () => {
  const data = Uint16Array.of(0, 1, 256, 65_535);
  const file = encodeGrey({ width: 2, height: 2, data }, 'heights 0…3');
  const read = decode(file);
  expect(read).toMatchObject({ width: 2, height: 2, channels: 1, depth: 16 });
  expect([...read.data]).toEqual([...data]);
  expect(Buffer.from(file).includes('heights')).toBe(true);
});
