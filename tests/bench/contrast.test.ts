import { expect, it } from 'vitest';
import { contrastsOf, flattened } from '../../bench/fidelity/contrast.ts';
import type { Rgba } from '../../src/core/sketch.ts';

const SIDE = 20;
const regions = { data: new Int32Array(SIDE * SIDE).fill(2), count: 3 };

/** Grey that goes from `from` to `to` from left to right; 3 or 4 channels. */
const ramp = (from: number, to: number, channels: 3 | 4): Uint8Array =>
  Uint8Array.from({ length: channels * SIDE * SIDE }, (_, i) => {
    const x = Math.floor(i / channels) % SIDE;
    return i % channels === 3 ? 255 : from + ((to - from) * x) / (SIDE - 1);
  });
const lit = (from: number, to: number): Rgba => ({ width: SIDE, height: SIDE, data: ramp(from, to, 4) });

it('contrast is measured beside that of the same form in one colour', () => {
  const images = { softened: lit(80, 140), kept: lit(50, 170), flat: lit(80, 140) };
  const [one, ...more] = contrastsOf(regions, ramp(80, 160, 3), images);
  expect(more).toEqual([]);
  expect(one!.softened).toBe(one!.wanted);
  expect(one!.kept / one!.wanted).toBeGreaterThan(1.8);
  expect(one!.kept / one!.wanted).toBeLessThan(2.3);
});

it('what is flat, or goes from one colour to another, paints no shade', () => {
  const images = { softened: lit(80, 140), kept: lit(80, 140), flat: lit(80, 140) };
  expect(contrastsOf(regions, ramp(120, 124, 3), images)).toEqual([]);
  const toBlue = ramp(80, 160, 3).map((value, i) => [value, 128, 255 - value][i % 3]!);
  expect(contrastsOf(regions, toBlue, images)).toEqual([]);
});

it('regions become their mean colour, what lies between them stays', () => {
  const base = ramp(100, 150, 3);
  const half = { data: Int32Array.from(regions.data, (_, i) => (i < SIDE ? 0 : 2)), count: 3 };
  const flat = flattened(base, half);
  expect([...flat.subarray(0, 3 * SIDE)]).toEqual([...base.subarray(0, 3 * SIDE)]);
  expect(new Set(flat.subarray(3 * SIDE))).toEqual(new Set([125]));
});
