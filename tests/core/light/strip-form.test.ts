import { expect, it } from 'vitest';
import { openForming } from '../../../src/core/light/strip-form.ts';
import { channelOf } from '../../../src/core/light/surface.ts';
import { emptyStrip, order, reliefWith, surfaceWith } from './strip.ts';

it('over an edge normals lean; the relief’s openness is multiplied with that of the form', () => {
  const strip = emptyStrip();
  openForming(surfaceWith({ relief: reliefWith(90) }), order, 8)(strip);
  const [nx, , , open] = order.sampled.map((at) => channelOf(strip, strip.intrinsic, at));
  expect(nx![3]).toBeGreaterThan(0.5);
  expect([...nx!.subarray(0, 3)]).toEqual([0, 0, 0]);
  expect([...open!]).toEqual(Array(8).fill(0.25));
  expect([...channelOf(strip, strip.intrinsic, order.high)]).toEqual(Array(8).fill(0.5));
});

it('where a seam runs openness is less', () => {
  const seams = { width: 4, height: 2, data: Float32Array.of(0, 1, 0, 0, 0, 0, 0, 0) };
  const strip = emptyStrip();
  openForming(surfaceWith({ seams }), order, 8)(strip);
  const open = channelOf(strip, strip.intrinsic, order.sampled[3]!);
  expect(open[0]).toBe(0.5);
  expect(open[1]).toBeCloseTo(0.15);
});
