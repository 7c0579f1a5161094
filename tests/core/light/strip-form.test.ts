import { expect, it } from 'vitest';
import { openForming, openShadowing } from '../../../src/core/light/strip-form.ts';
import { channelOf, type Surface } from '../../../src/core/light/surface.ts';
import { emptyStrip, order, surfaceWith } from './strip.ts';

function reliefWith(x: number): NonNullable<Surface['relief']> {
  const bevel = { x: new Int8Array(8), y: new Int8Array(8) };
  bevel.x[3] = x;
  const heights = {
    ...{ size: 2, labels: Int32Array.of(1, 1, 1, 1), data: new Float32Array(4) },
    ...{
      near: new Uint8Array(4),
      far: new Uint8Array(4),
      slivers: new Int32Array(),
      own: new Float32Array(4).fill(0.5),
    },
  };
  return {
    bevel,
    views: [{ heights, sky: new Float32Array(4).fill(0.5) }],
    seen: [new Float32Array(4).fill(0.25)],
  };
}

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

it('how much of the key light is seen: all of it where no relief is known', () => {
  const [bare, solid] = [emptyStrip(), emptyStrip()];
  openShadowing(surfaceWith(), order, 8)(bare);
  openShadowing(surfaceWith({ relief: reliefWith(0) }), order, 8)(solid);
  expect([...channelOf(bare, bare.intrinsic, order.visible)]).toEqual(Array(8).fill(1));
  expect([...channelOf(solid, solid.intrinsic, order.visible)]).toEqual(Array(8).fill(0.25));
});
