import { expect, it } from 'vitest';
import { besideBorders } from '../../../src/core/form/border-fit.ts';
import type { Settled } from '../../../src/core/form/confidence.ts';
import type { Plane } from '../../../src/core/sketch.ts';
import { maskFrom } from '../small.ts';
import { settledOf } from './square.ts';

const eight = (row: string): string[] => Array<string>(8).fill(row);
const grid = { box: { x: 0, y: 0, width: 8, height: 8 }, width: 8, height: 8 };
const LEFT = [-0.6, 0, 0.8] as const;
const RIGHT = [0.6, 0, 0.8] as const;
const roof = (x: number): readonly [number, number, number] => (x < 4 ? LEFT : RIGHT);

/** The five values at a pixel, its place in the square and its part. */
function asked(
  settled: Settled,
  walls: Plane<Uint8Array> | null,
  [x, y, u, v, label]: readonly [x: number, y: number, u: number, v: number, label: number],
): Float32Array {
  const sum = new Float32Array(5);
  besideBorders(settled, { square: grid, grid, walls, coarse: false })({ x, y, u, v, label }, sum);
  return sum;
}

it('reads a part’s own samples alone, up to the border', () => {
  const settled = settledOf(eight('11112222'), roof);
  const left = asked(settled, null, [3, 4, 3.9, 4.5, 1]);
  [...LEFT, 1, 0.5].forEach((value, c) => expect(left[c]).toBeCloseTo(value, 5));
  const right = asked(settled, null, [4, 4, 4.1, 4.5, 2]);
  [...RIGHT, 1, 0.5].forEach((value, c) => expect(right[c]).toBeCloseTo(value, 5));
});

it('asks only this side of a line inside a part, where both sides differ', () => {
  const settled = settledOf(eight('11111111'), roof);
  settled.walled.fill(1);
  expect(asked(settled, maskFrom(eight('....#...')), [3, 4, 3.5, 4.5, 1])[0]).toBeCloseTo(-0.6, 5);
  // Without the line the other side counts as well.
  expect(asked(settled, null, [3, 4, 3.5, 4.5, 1])[0]).toBeGreaterThan(-0.5);
});

it('gives a part without a sample of its own the mean around, and in the void a face to the viewer', () => {
  const full = asked(
    settledOf(eight('11111111'), () => LEFT),
    null,
    [3, 3, 3.5, 3.5, 9],
  );
  [...LEFT, 1, 0.5].forEach((value, c) => expect(full[c]).toBeCloseTo(value, 5));
  const none = asked(
    settledOf(eight('00000000'), () => LEFT),
    null,
    [3, 3, 3.5, 3.5, 9],
  );
  expect([...none]).toEqual([0, 0, 1, 1, Math.fround(0.1)]);
});
