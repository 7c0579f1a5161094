// The box of a picture, with its shadow and apart from it.
import { describe, expect, it } from 'vitest';
import { extentOf } from '../../../src/core/lit/extent.ts';
import { made } from './plate.ts';

describe('the extent', () => {
  const feet = {
    grid: { box: { x: 0, y: 0, width: 144, height: 144 }, width: 144, height: 144 },
    mask: new Float32Array(0),
    foot: new Float32Array(0),
    stands: new Float32Array(0),
    low: 100,
    from: 20,
    to: 120,
  };

  it('is the object, or that with what its shadow may reach; apart the shadow has its own', () => {
    const { scene } = made.form;
    const { object } = scene.found;
    const of = (shadowApart: boolean, ...all: (typeof feet)[]) =>
      extentOf(scene, all, { shadowApart, background: 'none' });
    expect(of(false)).toEqual({ box: object, below: null });
    expect(of(true)).toEqual({ box: object, below: null });
    const both = of(false, feet);
    expect(both.below).toBeNull();
    // From the object’s top to the ground below its feet.
    expect(both.box.y).toBe(object.y);
    expect(both.box.y + both.box.height).toBeCloseTo(144);
    expect(of(true, feet)).toEqual({ box: object, below: both.box });
  });
});
