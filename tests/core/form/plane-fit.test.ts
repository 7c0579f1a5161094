import { expect, it } from 'vitest';
import { SAMPLED, type Settled } from '../../../src/core/form/confidence.ts';
import { fitPlane, PLANE } from '../../../src/core/form/plane-fit.ts';

const SIZE = 9;
/** Of two parts side by side; each value is what `of` says of column and row. */
function settledOf(of: (i: number, j: number) => number): Settled {
  const area = SIZE * SIZE;
  const values = new Float32Array(SAMPLED * area);
  for (let k = 0; k < area; k++)
    for (let c = 0; c < SAMPLED; c++) values[SAMPLED * k + c] = of(k % SIZE, Math.floor(k / SIZE)) + c;
  return {
    size: SIZE,
    values,
    label: Int32Array.from({ length: area }, (_, k) => (k % SIZE < 5 ? 1 : 2)),
    trust: new Float32Array(area).fill(1),
    even: new Uint8Array(area),
    walled: new Uint8Array(area),
  };
}
const plane = new Float32Array(PLANE);

it('through what is level it is level, and each value has its own', () => {
  const settled = settledOf((i) => (i < 5 ? 3 : 70));
  expect(fitPlane(settled, { u: 4.9, v: 4.5, label: 1, far: 3, sees: null }, plane, 0)).toBe(true);
  expect([...plane.subarray(0, SAMPLED)].map((value) => Math.round(1e4 * value) / 1e4)).toEqual([
    3, 4, 5, 6, 7,
  ]);
  for (const slope of plane.subarray(SAMPLED)) expect(slope).toBeCloseTo(0, 5);
});

it('its slope is that of the samples, a little less', () => {
  fitPlane(
    settledOf((i, j) => 2 * i - j),
    { u: 2.5, v: 4.5, label: 1, far: 3, sees: null },
    plane,
    0,
  );
  expect(plane[SAMPLED]).toBeGreaterThan(1);
  expect(plane[SAMPLED]).toBeLessThan(2);
  expect(plane[2 * SAMPLED]).toBeLessThan(-0.5);
});

it('samples that are not seen do not count; there may be none', () => {
  const settled = settledOf((i) => i);
  const asked = { u: 4.5, v: 4.5, label: 1, far: 3 };
  expect(fitPlane(settled, { ...asked, sees: () => false }, plane, 0)).toBe(false);
  fitPlane(settled, { ...asked, sees: (i) => i === 3 }, plane, 0);
  expect(plane[0]).toBeCloseTo(3, 5);
  expect(fitPlane(settled, { ...asked, label: 3, sees: null }, plane, 0)).toBe(false);
});
