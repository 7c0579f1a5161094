import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { openPng } from '../../../src/core/image/png.ts';

/** Read again as it was written, in steps of so many rows. */
function roundTrip(
  width: number,
  height: number,
  step: number,
  pixel: (x: number, y: number) => number,
): void {
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set([pixel(x, y), 18, 18, 255], 4 * (y * width + x));
  const png = openPng(width, height);
  for (let y = 0; y < height; y += step)
    png.rows(data.subarray(4 * width * y, 4 * width * Math.min(height, y + step)));
  const read = decode(png.end());
  expect([read.width, read.height]).toEqual([width, height]);
  expect(Buffer.compare(Buffer.from(read.data as Uint8Array), Buffer.from(data))).toBe(0);
}

// Of one colour but for a square: the first row comes again and again.
const square = (x: number, y: number): number => (x > 100 && x < 160 && y > 100 && y < 160 ? 250 : 18);

it.each([1, 7, 16, 64, 512])('rows that are all alike are read again, written %i at a time', (step) => {
  for (const side of [3, 65, 200, 256, 512]) roundTrip(side, side, step, square);
});

it('so are rows that are like each other for a while', () => {
  for (let k = 1; k < 40; k++)
    roundTrip(64 + k, 200, 1 + (k % 5), (x, y) => (x % (k + 3) === 0 ? (y >> 4) * k : 0));
});

it('so is noise, and more than a buffer of it', () => {
  let state = 7;
  const noise = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  roundTrip(700, 300, 50, noise);
  roundTrip(300, 700, 700, (_, y) => (y % 90 < 45 ? 0 : noise()));
});

it('so is a body with clear corners, where a row ends and the next begins with nothing', () => {
  const width = 512;
  const data = new Uint8Array(4 * width * 8);
  for (let y = 1; y < 8; y++)
    for (let x = 1; x < width - 1; x++)
      data.set(
        [254 - (x % 3), 150 + ((x * 7 + y) % 60), 27 + ((x * x + 5 * y) % 90), 127 + 16 * y],
        4 * (y * width + x),
      );
  const png = openPng(width, 8);
  png.rows(data);
  expect(Buffer.compare(Buffer.from(decode(png.end()).data as Uint8Array), Buffer.from(data))).toBe(0);
});
