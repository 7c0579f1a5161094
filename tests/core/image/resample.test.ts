import { expect, it } from 'vitest';
import { blockMeans, nearest, resampled } from '../../../src/core/image/resample.ts';

const plane = (...data: number[]) => ({ data: Float32Array.from(data), side: Math.sqrt(data.length) });

it('goes on beyond the edge, and lies half-way between the centres of samples', () => {
  const [row] = [[0, 2, 6, 8]];
  expect([...resampled(plane(0, 8, 0, 8), 4)]).toEqual([...row, ...row, ...row, ...row]);
  expect([...resampled(plane(0, 8, 4, 4), 2, true)]).toEqual([8, 0, 4, 4]);
});

it('the nearest keeps values as they are', () => {
  expect([...nearest(plane(1, 2, 3, 4), 4)].slice(0, 8)).toEqual([1, 1, 2, 2, 1, 1, 2, 2]);
  expect([...nearest(plane(1, 2, 3, 4, 5, 6, 7, 8, 9), 2, true)]).toEqual([3, 2, 6, 5]);
});

it('means of blocks leave out what fills none', () => {
  const nine = plane(1, 3, 100, 5, 7, 100, 100, 100, 100);
  expect(blockMeans(nine, 2)).toEqual({ data: Float32Array.of(4), side: 1 });
  expect([...blockMeans(nine, 1).data]).toEqual([...nine.data]);
});
