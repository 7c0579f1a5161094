// The parts of a plate with a badge, pixel by pixel.
import { describe, expect, it } from 'vitest';
import { halved } from '../../../src/core/lit/figure.ts';
import { made, at } from './plate.ts';

describe('the figure', () => {
  it('has the parts pixel by pixel, what is painted in them, and how they lie', () => {
    const { parts, means, stacking, zones } = made.figure;
    expect(parts.parts.map(({ piece }) => piece?.shape.names.at(-1))).toEqual(['plate', 'badge']);
    expect([parts.labels.data[at(2, 2)], parts.labels.data[at(12, 12)]]).toEqual([1, 2]);
    expect(means.map((rgb) => rgb.map(Math.round))).toEqual([
      [0xcc, 0x44, 0x33],
      [0x33, 0x66, 0xcc],
    ]);
    expect(stacking.contacts.map(({ lower, upper, over }) => [lower, upper, over])).toEqual([[0, 1, 1]]);
    expect(zones).toBeNull();
  });

  it('at half the size covers the same box', () => {
    const { box } = made.grid;
    expect(halved({ box, width: 25, height: 24 })).toEqual({ box, width: 13, height: 12 });
  });
});
