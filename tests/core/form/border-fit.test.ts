import { expect, it } from 'vitest';
import { besideBorders } from '../../../src/core/form/border-fit.ts';
import { maskFrom } from '../small.ts';
import { settledOf } from './square.ts';

const eight = (row: string): string[] => Array<string>(8).fill(row);
const grid = { box: { x: 0, y: 0, width: 8, height: 8 }, width: 8, height: 8 };
const LEFT = [-0.6, 0, 0.8] as const;
const RIGHT = [0.6, 0, 0.8] as const;
const roof = (x: number): readonly [number, number, number] => (x < 4 ? LEFT : RIGHT);

it('reads a part’s own samples alone, up to the border', () => {
  const ask = besideBorders(settledOf(eight('11112222'), roof), grid, grid, null, false);
  const sum = new Float32Array(5);
  ask(3, 4, 3.9, 4.5, 1, sum);
  [...LEFT, 1, 0.5].forEach((value, c) => expect(sum[c]).toBeCloseTo(value, 5));
  ask(4, 4, 4.1, 4.5, 2, sum);
  [...RIGHT, 1, 0.5].forEach((value, c) => expect(sum[c]).toBeCloseTo(value, 5));
});

it('asks only this side of a line inside a part, where both sides differ', () => {
  const settled = settledOf(eight('11111111'), roof);
  settled.walled.fill(1);
  const sum = new Float32Array(5);
  besideBorders(settled, grid, grid, maskFrom(eight('....#...')), false)(3, 4, 3.5, 4.5, 1, sum);
  expect(sum[0]).toBeCloseTo(-0.6, 5);
  // Without the line the other side counts as well.
  besideBorders(settled, grid, grid, null, false)(3, 4, 3.5, 4.5, 1, sum);
  expect(sum[0]).toBeGreaterThan(-0.5);
});

it('gives a part without a sample of its own the mean around, and in the void a face to the viewer', () => {
  const sum = new Float32Array(5);
  besideBorders(
    settledOf(eight('11111111'), () => LEFT),
    grid,
    grid,
    null,
    false,
  )(3, 3, 3.5, 3.5, 9, sum);
  [...LEFT, 1, 0.5].forEach((value, c) => expect(sum[c]).toBeCloseTo(value, 5));
  besideBorders(
    settledOf(eight('00000000'), () => LEFT),
    grid,
    grid,
    null,
    false,
  )(3, 3, 3.5, 3.5, 9, sum);
  expect([...sum]).toEqual([0, 0, 1, 1, Math.fround(0.1)]);
});
