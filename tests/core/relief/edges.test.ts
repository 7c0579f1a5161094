import { expect, it } from 'vitest';
import { edgesOf, type Meet } from '../../../src/core/relief/edges.ts';
import { labelsFrom } from '../small.ts';

const lying: Meet = (first, second) => ({ rise: 10 * (second - first), weight: 0.5, sloped: false });
const beside: Meet = () => ({ rise: 1, weight: 0.25, sloped: true });
/** 3 × 3, the slope to the right a sample's column, downwards its row. */
const edges = (rows: readonly string[], meet: Meet, step = 1) => {
  const labels = labelsFrom(rows).data;
  const right = Float32Array.from(labels, (_, i) => i % 3);
  const down = Float32Array.from(labels, (_, i) => Math.floor(i / 3));
  return edgesOf({ size: 3, step, labels, right, down }, meet);
};

it('within a part a step rises by the mean slope of its ends', () => {
  const { right, down } = edges(['111', '111', '111'], lying);
  expect([...right.target.subarray(0, 3)]).toEqual([0.5, 1.5, 0]);
  expect([...right.weight.subarray(0, 3)]).toEqual([1, 1, 0]);
  expect([down.target[0], down.target[3], down.target[6]]).toEqual([0.5, 1.5, 0]);
  expect([down.weight[0], down.weight[3], down.weight[6]]).toEqual([1, 1, 0]);
});

it('coarser squares rise by as much more', () => {
  expect([...edges(['111', '111', '111'], lying, 4).right.target.subarray(0, 2)]).toEqual([2, 6]);
});

it('where parts meet the way they meet says it, with the slope or without', () => {
  const { right, down } = edges(['112', '112', '333'], lying);
  expect([right.target[1], right.weight[1]]).toEqual([10, 0.5]);
  expect([down.target[5], down.weight[5]]).toEqual([10, 0.5]);
  const sloped = edges(['112', '112', '333'], beside);
  expect([sloped.right.target[1], sloped.right.weight[1]]).toEqual([1 + 1.5, 0.25]);
});

it('off the drawing there is no step', () => {
  const { right, down } = edges(['1.1', '1.1', '...'], lying);
  expect([...right.weight]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect([...down.weight]).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 0]);
});
