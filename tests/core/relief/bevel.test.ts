import { describe, expect, it } from 'vitest';
import { bevelOf, reachOf } from '../../../src/core/relief/bevel.ts';
import { lean } from '../../../src/core/relief/lean.ts';
import type { Levels } from '../../../src/core/relief/levels.ts';
import { labelsFrom } from '../small.ts';

const levels = (level: number[], edge: number[], outer: number[]): Levels => ({
  level: Float32Array.from(level),
  edge: Float32Array.from(edge),
  outer: Float32Array.from(outer),
});
/** Two halves, side by side. */
const halves = labelsFrom(Array.from({ length: 16 }, () => '1111111122222222'));
const row = (plane: Int8Array): number[] => [...plane.subarray(8 * 16, 9 * 16)];

describe('edges', () => {
  it('the higher part leans over its edge, less and less inwards; the lower one not at all', () => {
    const { x, y } = bevelOf(halves, levels([0, 3], [4, 4], [0, 0]), 1);
    expect(row(x).slice(0, 8)).toEqual(Array(8).fill(0));
    const [first, second, third] = row(x).slice(8) as [number, number, number];
    expect(first).toBeLessThan(-70);
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
    expect(row(x).slice(13)).toEqual([0, 0, 0]);
    expect(row(y)).toEqual(Array(16).fill(0));
  });

  it('parts of one level have none', () => {
    const { x } = bevelOf(halves, levels([3, 3], [4, 4], [0, 0]), 1);
    expect(row(x)).toEqual(Array(16).fill(0));
  });

  it('towards nothing each part has its outer one; y is up', () => {
    const island = labelsFrom([
      ...Array.from({ length: 4 }, () => '0'.repeat(16)),
      ...Array.from({ length: 12 }, () => '1'.repeat(16)),
    ]);
    const { x, y } = bevelOf(island, levels([0], [0], [3]), 1);
    expect(y[4 * 16 + 8]).toBeGreaterThan(70);
    expect(y[9 * 16 + 8]).toBe(0);
    expect(x[4 * 16 + 8]).toBe(0);
  });

  it('a slanting border leans one way along all its length', () => {
    const size = 48;
    const data = Int32Array.from({ length: size * size }, (_, i) =>
      (i % size) + 0.4 * Math.floor(i / size) > 32 ? 2 : 1,
    );
    const { x, y } = bevelOf({ width: size, height: size, data }, levels([0, 5], [6, 6], [0, 0]), 1);
    const true_ = Math.atan2(0.4, -1);
    for (let v = 10; v < 38; v++) {
      // Two pixels inside the border.
      const u = Math.ceil(32 - 0.4 * v) + 2;
      const i = v * size + u;
      const angle = Math.atan2(y[i]!, x[i]!);
      expect(Math.abs(angle - true_)).toBeLessThan(0.12);
      expect(Math.hypot(x[i]!, y[i]!)).toBeGreaterThan(30);
    }
  });

  it('says how far around a pixel is looked', () => {
    expect(reachOf(levels([0, 1], [2, 6], [1, 1]), 2)).toBe(8);
  });
});

describe('leaning', () => {
  const leaned = (normal: number[], x: number, y: number): number[] => {
    const to = Float32Array.from(normal);
    lean(to, x, y);
    return [...to];
  };

  it('turns a surface that faces the viewer as far as is wanted', () => {
    const [x, y, z] = leaned([0, 0, 1], 64, 0) as [number, number, number];
    expect(x).toBeCloseTo(64 / 127, 3);
    expect(y).toBe(0);
    expect(Math.hypot(x, y, z)).toBeCloseTo(1, 5);
  });

  it('leaves alone what leans that way further by itself, and what no edge is near', () => {
    expect(leaned([0.8, 0, 0.6], 64, 0)).toEqual([...Float32Array.of(0.8, 0, 0.6)]);
    expect(leaned([0.1, 0.2, 0.97], 0, 0)).toEqual([...Float32Array.of(0.1, 0.2, 0.97)]);
  });

  it('turns what leans the other way over evenly, as a bowl’s lip from its wall', () => {
    const after = (edge: number): number => leaned([-0.8, 0, 0.6], edge, 0)[0]!;
    expect(after(1)).toBeCloseTo(-0.8 * (1 - 1 / 127 / 0.78) + 1 / 127, 5);
    expect(after(2)).toBeCloseTo(-0.8 * (1 - 2 / 127 / 0.78) + 2 / 127, 5);
    expect(after(99)).toBeGreaterThan(0.75);
  });

  it('never turns it away from the viewer', () => {
    expect(leaned([0, 0.99, 0.1], 127, 0)[2]).toBeGreaterThan(0);
  });
});
