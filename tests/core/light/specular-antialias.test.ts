import { expect, it } from 'vitest';
import { antialiasMetal } from '../../../src/core/light/specular-antialias.ts';
import { labelsFrom } from '../small.ts';
import { emptyStrip, order } from './strip.ts';

/** Roughness of 4 × 2 pixels that had 0.07, for the normals' x. */
function roughnessOf(xs: readonly number[], { rows = ['1111', '1111'], metal = 1 } = {}): number[] {
  const strip = { ...emptyStrip(), material: new Float32Array(8 * 2) };
  strip.material.fill(0.07, 0, 8).fill(metal, 8);
  for (const [k, x] of xs.entries()) {
    strip.intrinsic[order.sampled[0]! * 8 + k] = x;
    strip.intrinsic[order.sampled[2]! * 8 + k] = Math.sqrt(1 - x * x);
  }
  const { data } = labelsFrom(rows);
  antialiasMetal(strip, { labels: data, width: 4 }, { ...order, roughness: 0, metal: 1 });
  return [...strip.material.subarray(0, 8)].map((value) => Math.round(1000 * value) / 1000);
}

it('what turns from pixel to pixel is rougher there, what is flat stays as smooth as it is', () => {
  const [flat, before, turning] = roughnessOf([0, 0, 0.1, 0.2, 0, 0, 0.1, 0.2]) as [number, number, number];
  expect(flat).toBe(0.07);
  // Half the lobe is 1.5 times the turn: 0.02 + 0.3 r + 1.6 r² = 0.158.
  expect(before).toBeGreaterThan(0.19);
  expect(turning).toBeGreaterThan(0.19);
  expect(turning).toBeLessThan(0.24);
});

it('down the rows, too', () => {
  expect(roughnessOf([0, 0, 0, 0, 0.1, 0.1, 0.1, 0.1]).every((value) => value > 0.19)).toBe(true);
});

it('another part and another face are no turn, and only metal mirrors like that', () => {
  const steps = [0, 0, 0.1, 0.1, 0, 0, 0.1, 0.1];
  const same = Array<number>(8).fill(0.07);
  expect(roughnessOf(steps, { rows: ['1122', '1122'] })).toEqual(same);
  expect(roughnessOf(steps.map((x) => 8 * x))).toEqual(same);
  expect(roughnessOf(steps, { metal: 0 })).toEqual(same);
});
