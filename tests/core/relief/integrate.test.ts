import { describe, expect, it } from 'vitest';
import type { Meet } from '../../../src/core/relief/edges.ts';
import { integrate } from '../../../src/core/relief/integrate.ts';

const SIZE = 256;
const go = (): Promise<boolean> => Promise.resolve(true);
const apart: Meet = () => ({ rise: 0, weight: 0, sloped: false });

/**
 * A surface by what it says of each sample: its part (0: none), and its height; slopes are the height's own.
 */
function surface(part: (x: number, y: number) => number, height: (x: number, y: number) => number) {
  const [labels, right, down] = [
    new Int32Array(SIZE ** 2),
    new Float32Array(SIZE ** 2),
    new Float32Array(SIZE ** 2),
  ];
  for (let y = 0, i = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++, i++) {
      labels[i] = part(x, y);
      right[i] = (height(x + 0.01, y) - height(x - 0.01, y)) / 0.02;
      down[i] = (height(x, y + 0.01) - height(x, y - 0.01)) / 0.02;
    }
  }
  return { size: SIZE, labels, right, down };
}

const at = (heights: Float32Array | null, x: number, y: number): number => heights![y * SIZE + x]!;

describe('integrate', () => {
  it('gives a dome its height, at its top and half way down', async () => {
    const far = (x: number, y: number): number => Math.hypot(x - 128, y - 128);
    const dome = (x: number, y: number): number => 60 * Math.cos((Math.PI * far(x, y)) / 200);
    const made = await integrate(
      surface((x, y) => (far(x, y) < 100 ? 1 : 0), dome),
      apart,
      go,
    );
    expect(at(made, 128, 128) - at(made, 128, 29)).toBeCloseTo(dome(128, 128) - dome(128, 29), 0);
    expect(at(made, 128, 128) - at(made, 178, 128)).toBeCloseTo(dome(128, 128) - dome(178, 128), 0);
    expect(Math.abs(at(made, 128, 29))).toBeLessThan(1);
    expect(at(made, 0, 0)).toBe(0);
  });

  it('gives a tilted plane its slope everywhere', async () => {
    const plane = (x: number, y: number): number => 0.5 * x - 0.2 * y;
    const made = await integrate(
      surface((x, y) => (x > 20 && x < 230 && y > 40 && y < 200 ? 1 : 0), plane),
      apart,
      go,
    );
    for (const [x, y] of [
      [21, 41],
      [229, 199],
      [125, 60],
    ] as const)
      expect(at(made, x, y) - at(made, 100, 100)).toBeCloseTo(plane(x, y) - plane(100, 100), 1);
  });

  it('lays a plate on a plate at its own level, and leaves both flat', async () => {
    const lying: Meet = (a, b) => ({ rise: 7 * (b - a), weight: 0.02, sloped: false });
    const made = await integrate(
      surface(
        (x, y) =>
          Math.max(Math.abs(x - 128), Math.abs(y - 128)) > 100
            ? 0
            : Math.hypot(x - 120, y - 140) < 40
              ? 2
              : 1,
        () => 0,
      ),
      lying,
      go,
    );
    expect(at(made, 120, 140)).toBeCloseTo(7, 2);
    expect(at(made, 120, 178)).toBeCloseTo(7, 2);
    expect(at(made, 40, 40)).toBeCloseTo(0, 2);
  });

  it('lets what stands side by side meet at its common edge: two faces of a roof', async () => {
    const roof = (x: number): number => 40 - 0.6 * Math.abs(x - 127.5);
    const beside: Meet = () => ({ rise: 0, weight: 0.3, sloped: true });
    const made = await integrate(
      surface((x, y) => (x < 40 || x > 215 || y < 60 || y > 180 ? 0 : x < 128 ? 1 : 2), roof),
      beside,
      go,
    );
    expect(at(made, 127, 100) - at(made, 128, 100)).toBeCloseTo(0, 2);
    expect(at(made, 127, 100) - at(made, 40, 100)).toBeCloseTo(roof(127) - roof(40), 1);
    expect(at(made, 128, 100) - at(made, 215, 100)).toBeCloseTo(roof(128) - roof(215), 1);
  });

  it('spreads evenly what no surface can be: slopes that run in a circle', async () => {
    const made = await integrate(
      {
        ...surface(
          (x, y) => (Math.hypot(x - 128, y - 128) < 100 ? 1 : 0),
          () => 0,
        ),
        right: Float32Array.from({ length: SIZE ** 2 }, (_, i) => (Math.floor(i / SIZE) - 128) / 100),
        down: Float32Array.from({ length: SIZE ** 2 }, (_, i) => -((i % SIZE) - 128) / 100),
      },
      apart,
      go,
    );
    // Walked along, they would climb by 600 once around.
    expect(Math.max(...made!.map(Math.abs))).toBeLessThan(3);
  });

  it('tells how far it is, and stops when it is told to', async () => {
    const told: number[] = [];
    const plate = surface(
      () => 1,
      () => 0,
    );
    const stopped = await integrate(plate, apart, (fraction) => Promise.resolve(told.push(fraction) < 2));
    expect(stopped).toBeNull();
    expect(told).toEqual([1 / 64, 1 / 16]);
  });
});
