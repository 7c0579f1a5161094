import { describe, expect, it } from 'vitest';
import { lattice, noise } from '../../../src/core/texture/noise.ts';
import { tilesByFootprint } from '../../../src/core/texture/tile.ts';
import { knit, leather, mesh, suede, twill, weave } from '../../../src/core/texture/woven.ts';

const REPEATS = { knit, leather, mesh, suede, twill, weave };
const TURN = 2 * Math.PI;

const read = (tile: ReturnType<ReturnType<typeof tilesByFootprint>>, u: number, v: number): number[] => {
  const to = new Float32Array(3);
  tile.read(u, v, to);
  return [...to];
};

describe('a tile', () => {
  // A wave to the right, as high as 1; its tone is bright by 0.5 all over and rises upwards by steps.
  const tiles = tilesByFootprint((u, v) => [Math.sin(TURN * u), v < 0.5 ? 0 : 1]);

  it('gives slopes in heights per repeat, and a tone that is 0 on the whole', () => {
    const [right, up, tone] = read(tiles(0), 0, 0.25);
    expect(right).toBeCloseTo(TURN, 1);
    expect(up).toBeCloseTo(0, 5);
    expect(tone).toBeCloseTo(-0.5, 5);
    expect(read(tiles(0), 0.25, 0.75)[0]).toBeCloseTo(0, 1);
  });

  it('goes round and round', () => {
    const near = read(tiles(0), 0.3, 0.7);
    for (const [u, v] of [
      [1.3, 0.7],
      [-4.7, 2.7],
    ] as const)
      read(tiles(0), u, v).forEach((value, c) => expect(value).toBeCloseTo(near[c]!, 3));
  });

  it('keeps waves of six pixels, and hardly any of two and a half or of half of one', () => {
    const highest = (waves: number): number => {
      const wavy = tilesByFootprint((u) => [Math.sin(TURN * waves * u), 0])(1 / 46);
      const slopes = Array.from({ length: 46 }, (_, x) => Math.abs(read(wavy, (x + 0.5) / 46, 0.3)[0]!));
      return Math.max(...slopes) / (TURN * waves);
    };
    expect(highest(8)).toBeGreaterThan(0.75);
    expect(highest(19)).toBeLessThan(0.2);
    expect(highest(92)).toBeLessThan(0.02);
  });

  it('is even where a pixel covers all of it', () => {
    for (const value of read(tiles(1), 0.3, 0.1)) expect(value).toBeCloseTo(0, 4);
    for (const value of read(tiles(40), 0.3, 0.1)) expect(value).toBeCloseTo(0, 4);
  });
});

describe.each(Object.entries(REPEATS))('%s', (_name, repeat) => {
  it('begins again after a repeat', () => {
    for (const u of [0.03, 0.37, 0.81])
      for (const v of [0.02, 0.46, 0.9])
        for (const [right, up] of [
          [1, 0],
          [0, 1],
          [-1, 2],
        ] as const)
          repeat(u + right, v + up).forEach((value, c) => expect(value).toBeCloseTo(repeat(u, v)[c]!, 5));
  });

  it('has hills and hollows', () => {
    const heights = Array.from({ length: 900 }, (_, k) => repeat((k % 30) / 30, Math.floor(k / 30) / 30)[0]);
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(0.3);
    expect(Math.min(...heights)).toBeGreaterThan(-0.2);
    expect(Math.max(...heights)).toBeLessThan(1.2);
  });
});

it.each([
  ['knit', knit],
  ['mesh', mesh],
] as const)('%s has no seam where it begins again', (_name, repeat) => {
  for (const t of [0.03, 0.37, 0.81])
    for (const [a, b] of [
      [repeat(1e-6, t), repeat(-1e-6, t)],
      [repeat(t, 1e-6), repeat(t, -1e-6)],
    ] as const)
      expect(a[0]).toBeCloseTo(b[0], 1);
});

describe('noise', () => {
  it('is what the lattice says in its points, and between them smooth', () => {
    expect(noise(3, -2)).toBe(lattice(3, -2));
    expect(Math.abs(noise(3.01, -2) - lattice(3, -2))).toBeLessThan(0.001);
  });
  it('begins again after its period', () => {
    expect(noise(0.4, 7.3, 5)).toBeCloseTo(noise(5.4, 2.3, 5), 9);
    expect(noise(0.4, 7.3)).not.toBeCloseTo(noise(5.4, 2.3), 3);
  });
});
