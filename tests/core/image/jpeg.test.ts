import { expect, it } from 'vitest';
import { frameOf, orientationOf } from '../../../src/core/image/jpeg.ts';
import { exifOf } from '../svg/exif.ts';

const START = [0xff, 0xd8];
// An application's segment that is none of Exif's: its length, and three bytes.
const OTHER = [0xff, 0xe0, 0, 5, 1, 2, 3];
const SCAN = [0xff, 0xda, 0, 2];
const of = (...bytes: number[]): number => orientationOf(Uint8Array.from(bytes));

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'reads orientation %i in both byte orders, behind other segments',
  (wanted) => {
    expect(of(...START, ...exifOf(wanted, 'big'), ...SCAN)).toBe(wanted);
    expect(of(...START, ...OTHER, ...exifOf(wanted, 'little'), ...SCAN)).toBe(wanted);
  },
);

it('is upright where nothing is said, or what is no orientation', () => {
  expect(of(...START, ...OTHER, ...SCAN)).toBe(1);
  expect(of(...START, ...exifOf(9, 'big'), ...SCAN)).toBe(1);
  expect(of(...START, ...SCAN, ...exifOf(6, 'big'))).toBe(1);
  expect(of(0x89, 0x50, 0x4e, 0x47)).toBe(1);
  expect(of()).toBe(1);
});

it('a file that is cut off anywhere is upright as far as is known', () => {
  const whole = [...START, ...exifOf(6, 'little'), ...SCAN];
  const found = whole.map((_, length) => of(...whole.slice(0, length)));
  expect(new Set(found)).toEqual(new Set([1, 6]));
  expect(found.slice(0, 20)).toEqual(Array<number>(20).fill(1));
});

it('tells size and colours of its frame, whichever coding it has', () => {
  const frame = (marker: number, components: number): number[] => [
    ...[0xff, marker, 0, 8, 8, 0, 9, 1, 4, components],
  ];
  for (const marker of [0xc0, 0xc1, 0xc2])
    for (const components of [1, 3, 4])
      expect(frameOf(Uint8Array.from([...START, ...OTHER, ...frame(marker, components)]))).toEqual({
        width: 260,
        height: 9,
        components,
      });
  // Tables are no frame.
  expect(frameOf(Uint8Array.from([...START, ...frame(0xc4, 4), ...SCAN]))).toBeNull();
});
