import { expect, it } from 'vitest';
import { openShadowing } from '../../../src/core/light/strip-shadow.ts';
import { channelOf } from '../../../src/core/light/surface.ts';
import { emptyStrip, order, reliefWith, surfaceWith } from './strip.ts';

it('how much of the key light is seen: all of it where no relief is known', () => {
  const [bare, solid] = [emptyStrip(), emptyStrip()];
  openShadowing(surfaceWith(), order, 8)(bare);
  openShadowing(surfaceWith({ relief: reliefWith(0) }), order, 8)(solid);
  expect([...channelOf(bare, bare.intrinsic, order.visible)]).toEqual(Array(8).fill(1));
  expect([...channelOf(solid, solid.intrinsic, order.visible)]).toEqual(Array(8).fill(0.25));
});
