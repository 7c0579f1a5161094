import { expect, it } from 'vitest';
import { channelOf, orderOf } from '../../../src/core/light/surface.ts';
import { cards } from '../fake.ts';

it('the order is the card’s: every channel once', () => {
  const { sampled, high, visible, channels } = orderOf(cards.light);
  expect([...sampled, high, visible].sort()).toEqual(Array.from({ length: channels }, (_, at) => at));
});

it('a channel is a part of the strip, not a copy', () => {
  const intrinsic = Float32Array.of(1, 2, 3, 4);
  const none = new Float32Array(0);
  const strip = {
    pixels: Int32Array.of(5, 6),
    intrinsic,
    base: none,
    material: none,
    position: none,
    bare: null,
  };
  channelOf(strip, intrinsic, 1)[0] = 9;
  expect([...intrinsic]).toEqual([1, 2, 9, 4]);
});
