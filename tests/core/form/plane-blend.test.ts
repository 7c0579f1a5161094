import { expect, it } from 'vitest';
import { SAMPLED, type Settled } from '../../../src/core/form/confidence.ts';
import { openBlend } from '../../../src/core/form/plane-blend.ts';
import { fitPlane, PLANE } from '../../../src/core/form/plane-fit.ts';

const SIZE = 40;
/** Two parts side by side over waves. */
const settled: Settled = {
  size: SIZE,
  values: Float32Array.from({ length: SAMPLED * SIZE * SIZE }, (_, k) => {
    const at = Math.floor(k / SAMPLED);
    return Math.sin(0.2 * (at % SIZE)) + Math.cos(0.15 * Math.floor(at / SIZE)) + (k % SAMPLED);
  }),
  label: Int32Array.from({ length: SIZE * SIZE }, (_, k) => (k % SIZE < 20 ? 1 : 2)),
  trust: new Float32Array(SIZE * SIZE).fill(1),
  even: new Uint8Array(SIZE * SIZE),
  walled: new Uint8Array(SIZE * SIZE),
};

it('is everywhere nearly what a plane of its own at the place would be, and goes on without a step', () => {
  const blend = openBlend(settled, 3);
  const [to, own] = [new Float32Array(SAMPLED), new Float32Array(PLANE)];
  let last: number | null = null;
  // All of a row and more planes than there is room for at first.
  for (let v = 1.3; v < SIZE - 1; v++) {
    last = null;
    for (let u = 1; u < 20; u += 0.05) {
      expect(blend({ u, v, label: 1 }, to)).toBe(true);
      fitPlane(settled, { u, v, label: 1, far: 3, sees: null }, own, 0);
      if (Math.abs(to[0]! - own[0]!) > 0.02) throw new Error(`${to[0]} instead of ${own[0]} at ${u}, ${v}`);
      if (last !== null && Math.abs(to[0]! - last) > 0.02) throw new Error(`a step at ${u}, ${v}`);
      last = to[0]!;
    }
  }
  expect(last).not.toBeNull();
});

it('knows of each part by itself, and of none where none is near', () => {
  const blend = openBlend(settled, 3);
  const to = new Float32Array(SAMPLED);
  expect(blend({ u: 20, v: 10, label: 2 }, to)).toBe(true);
  const right = to[1]! - to[0]!;
  expect(right).toBeCloseTo(1, 4);
  expect(blend({ u: 30.2, v: 10, label: 1 }, to)).toBe(false);
});
