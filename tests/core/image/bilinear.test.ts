import { describe, expect, it } from 'vitest';
import { bilinearClamped, bilinearZeroOutside, heldInside } from '../../../src/core/image/bilinear.ts';

// A slope: 10 a column, 100 a row; between samples it is the same slope.
const slope = {
  width: 8,
  height: 8,
  data: Float32Array.from({ length: 64 }, (_, i) => 10 * (i % 8) + 100 * (i >> 3)),
};

describe.each([
  ['clamped', bilinearClamped],
  ['zero outside', bilinearZeroOutside],
])('bilinear, %s', (_, sample) => {
  it('gives a sample at its centre and a slope between', () => {
    expect(sample(slope, 3, 5)).toBe(530);
    expect(sample(slope, 3.5, 5)).toBe(535);
    expect(sample(slope, 3.25, 5.75)).toBe(607.5);
    expect(sample(slope, 7, 7)).toBe(770);
  });
});

describe('beyond the edge', () => {
  it('the nearest sample goes on, where it is clamped', () => {
    expect(bilinearClamped(slope, -0.5, 2)).toBe(200);
    expect(bilinearClamped(slope, 9, 2)).toBe(270);
    expect(bilinearClamped(slope, 2.5, 20)).toBe(725);
    expect(bilinearClamped(slope, -4, -4)).toBe(0);
  });

  it('is nothing, where it is zero outside: half a sample out half is left', () => {
    expect(bilinearZeroOutside(slope, -0.5, 2)).toBe(100);
    expect(bilinearZeroOutside(slope, 7.25, 2)).toBe(0.75 * 270);
    expect(bilinearZeroOutside(slope, 2, 7.5)).toBe(360);
    expect(bilinearZeroOutside(slope, 2, -0.5)).toBe(10);
    expect(bilinearZeroOutside(slope, 8, 2)).toBe(0);
    expect(bilinearZeroOutside(slope, -1, 2)).toBe(0);
  });

  it('is never asked for from a place that is held inside', () => {
    expect(heldInside(-3, 8)).toBe(0);
    expect(heldInside(4.5, 8)).toBe(4.5);
    expect(heldInside(12, 8)).toBeCloseTo(6.999, 9);
  });
});

it('reads one of several values that lie side by side', () => {
  const data = Uint8Array.of(0, 50, 100, 255, 20, 150, 100, 55);
  const image = { width: 2, height: 1, data, channels: 4 };
  expect([0, 1, 2, 3].map((channel) => bilinearClamped(image, 0.5, 0, channel))).toEqual([10, 100, 100, 155]);
});
