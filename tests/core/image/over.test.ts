import { expect, it } from 'vitest';
import { layColourUnder, layPixelUnder } from '../../../src/core/image/over.ts';

const under = (pixel: readonly number[], colour: readonly number[], share: number): number[] => {
  const data = Uint8Array.from(pixel);
  layColourUnder(data, 0, colour, share);
  return [...data];
};

it('an empty pixel becomes the colour, as opaque as its share', () => {
  expect(under([0, 0, 0, 0], [200, 100, 50], 1)).toEqual([200, 100, 50, 255]);
  expect(under([9, 9, 9, 0], [200, 100, 50], 0.4)).toEqual([200, 100, 50, 102]);
});

it('alphas add up, and colours mix by what each shows', () => {
  // 0.2 of black over 0.8 of the colour.
  expect(under([0, 0, 0, 51], [200, 100, 50], 0.8)).toEqual([160, 80, 40, 255]);
  // 0.2 over 0.2: half of each, 0.4 in all.
  expect(under([100, 0, 200, 51], [200, 100, 0], 0.2)).toEqual([150, 50, 100, 102]);
});

it('no share changes nothing, and only the pixel that is asked for changes', () => {
  expect(under([10, 20, 30, 40], [200, 100, 50], 0)).toEqual([10, 20, 30, 40]);
  const data = Uint8Array.of(1, 2, 3, 0, 4, 5, 6, 0);
  layColourUnder(data, 4, [7, 8, 9], 1);
  expect([...data]).toEqual([1, 2, 3, 0, 7, 8, 9, 255]);
});

it('a pixel goes under the one at the same place, whatever its own alpha', () => {
  const data = Uint8Array.of(1, 2, 3, 0, 0, 0, 0, 51);
  layPixelUnder(data, Uint8Array.of(9, 9, 9, 255, 200, 100, 50, 3), 4, 0.8);
  expect([...data]).toEqual([1, 2, 3, 0, 160, 80, 40, 255]);
});
