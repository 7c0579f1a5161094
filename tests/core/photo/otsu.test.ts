import { expect, it } from 'vitest';
import { greyOf, otsu } from '../../../src/core/photo/otsu.ts';

it('grey is luma, and black where nothing is', () => {
  const data = Uint8Array.from([255, 0, 0, 255, 0, 255, 0, 255, 255, 255, 255, 255, 255, 255, 255, 0]);
  const grey = greyOf({ width: 2, height: 2, data });
  // 0.299 and 0.587 of 255.
  expect([grey.width, grey.height, ...grey.data]).toEqual([2, 2, 76, 150, 255, 0]);
});

it('the threshold is the highest grey of the dark side', () => {
  const greys = Uint8Array.from([10, 12, 14, 14, 200, 210, 210, 220]);
  expect(otsu(greys)).toBe(14);
});

it('few of one side are enough', () => {
  expect(otsu(Uint8Array.from([...Array<number>(60).fill(230), 40, 42, 44]))).toBe(44);
});
