import { describe, expect, it } from 'vitest';
import { openSampler, SAMPLED, type Sampler } from '../../../src/core/form/upsample.ts';
import type { Grid } from '../../../src/core/image/grid.ts';
import type { Parts } from '../../../src/core/parts/parts.ts';
import type { Plane } from '../../../src/core/sketch.ts';
import type { Intrinsic } from '../../../src/core/form/tensor.ts';

type Vector = readonly [number, number, number];
const LEFT: Vector = [-0.6, 0, 0.8];
const RIGHT: Vector = [0.6, 0, 0.8];
const TIMES = 4;

/**
 * A form of `size` samples, the square over the whole of it, and one part an entry of `label` at TIMES its
 * size.
 */
function world(
  size: number,
  normal: (x: number, y: number) => Vector,
  label: (x: number, y: number) => number,
): { intrinsic: Intrinsic; square: Grid; found: Parts } {
  const plane = (value: (i: number) => number): Float32Array =>
    Float32Array.from({ length: size * size }, (_, i) => value(i));
  const axis = (c: 0 | 1 | 2): Float32Array => plane((i) => normal(i % size, Math.floor(i / size))[c]);
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const width = TIMES * size;
  const data = Int32Array.from({ length: width * width }, (_, i) => label(i % width, Math.floor(i / width)));
  return {
    intrinsic: {
      size,
      normal: [axis(0), axis(1), axis(2)],
      occlusion: plane(() => 1),
      thickness: plane(() => 0.5),
      shadow: plane(() => 0),
      coverage: plane(() => 1),
    },
    square: { box, width: size, height: size },
    found: {
      grid: { box, width, height: width },
      labels: { width, height: width, data },
      alpha: { width, height: width, data: new Uint8Array(width * width).fill(255) },
      parts: [],
    },
  };
}

function normalAt(sampler: Sampler, x: number, y: number, label: number): number[] {
  const out = new Float32Array(SAMPLED);
  sampler.row(y);
  sampler.pixel(x, label, out);
  return [...out.slice(0, 3)];
}

/** Degrees. */
function apart(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  return (Math.acos(Math.min(1, dot)) * 180) / Math.PI;
}

/** A mixture in the two samples beside the middle, as networks give. */
const roof =
  (size: number) =>
  (x: number): Vector =>
    x < size / 2 - 1 ? LEFT : x >= size / 2 + 1 ? RIGHT : [0, 0, 1];

describe('enlarging', () => {
  const size = 32;
  const middle = (TIMES * size) / 2;

  it('keeps both sides of a border as they are inside, up to the border', () => {
    const { intrinsic, square, found } = world(size, roof(size), (x) => (x < middle ? 1 : 2));
    const sampler = openSampler(intrinsic, square, found, { walls: null });
    expect(apart(normalAt(sampler, middle - 1, 60, 1), LEFT)).toBeLessThan(5);
    expect(apart(normalAt(sampler, middle, 60, 2), RIGHT)).toBeLessThan(4);
  });

  it('keeps a crease that a line draws inside a part, and turns over on the line itself', () => {
    const { intrinsic, square, found } = world(size, roof(size), () => 1);
    const walls: Plane<Uint8Array> = {
      width: TIMES * size,
      height: TIMES * size,
      data: Uint8Array.from({ length: (TIMES * size) ** 2 }, (_, i) =>
        i % (TIMES * size) === middle ? 1 : 0,
      ),
    };
    const sampler = openSampler(intrinsic, square, found, { walls });
    expect(apart(normalAt(sampler, middle - 1, 60, 1), LEFT)).toBeLessThan(5);
    expect(apart(normalAt(sampler, middle + 1, 60, 1), RIGHT)).toBeLessThan(5);
    expect(apart(normalAt(sampler, middle, 60, 1), [0, 0, 1])).toBeLessThan(10);
    const soft = openSampler(intrinsic, square, found, { walls: null });
    expect(apart(normalAt(soft, middle - 1, 60, 1), LEFT)).toBeGreaterThan(15);
  });

  it('goes around the end of a line that ends inside a part', () => {
    const { intrinsic, square, found } = world(
      size,
      (x) => {
        const turn = 0.5 * (x / size - 0.5);
        return [Math.sin(turn), 0, Math.cos(turn)];
      },
      () => 1,
    );
    const width = TIMES * size;
    const walls: Plane<Uint8Array> = {
      width,
      height: width,
      data: Uint8Array.from({ length: width * width }, (_, i) =>
        i % width === middle && i < middle * width ? 1 : 0,
      ),
    };
    const sampler = openSampler(intrinsic, square, found, { walls });
    // Where both sides agree nothing shows of the line.
    for (const y of [20, middle - 1, middle + 1, 100]) {
      for (const x of [middle - 2, middle, middle + 2]) {
        const turn = 0.5 * ((x + 0.5) / width - 0.5);
        expect(apart(normalAt(sampler, x, y, 1), [Math.sin(turn), 0, Math.cos(turn)])).toBeLessThan(1);
      }
    }
  });

  it('makes a flat face flat and leaves a round one round', () => {
    let seed = 1;
    const noise = (): number => ((seed = (seed * 16807) % 2147483647) / 2147483647 - 0.5) * 0.08;
    const tilted = world(
      size,
      () => [noise(), noise(), 1],
      () => 1,
    );
    const flat = openSampler(tilted.intrinsic, tilted.square, tilted.found, { walls: null });
    let worst = 0;
    for (let x = 24; x < 104; x += 5) worst = Math.max(worst, apart(normalAt(flat, x, 64, 1), [0, 0, 1]));
    expect(worst).toBeLessThan(1);
    const ball = (x: number): Vector => {
      const turn = ((x + 0.5) / size - 0.5) * 2;
      return [Math.sin(turn), 0, Math.cos(turn)];
    };
    const round = world(size, ball, () => 1);
    const sampler = openSampler(round.intrinsic, round.square, round.found, { walls: null });
    for (let x = 2; x < TIMES * size; x += 6)
      expect(apart(normalAt(sampler, x, 64, 1), ball((x + 0.5) / TIMES - 0.5))).toBeLessThan(4);
  });

  it('follows a strip between two lines that is narrower than a sample', () => {
    const width = TIMES * size;
    // The strip's lower line rises by one sample along the whole width.
    const lower = (x: number): number => 63 - Math.floor((TIMES * x) / width);
    const strip = (x: number, y: number): boolean => y > 58 && y < lower(x);
    const { intrinsic, square, found } = world(
      size,
      (x, y) => (strip(TIMES * x + 2, TIMES * y + 2) ? LEFT : RIGHT),
      () => 1,
    );
    const data = Uint8Array.from({ length: width * width }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)];
      return y === 58 || y === lower(x) ? 1 : 0;
    });
    const sampler = openSampler(intrinsic, square, found, { walls: { width, height: width, data } });
    for (const x of [8, 40, 56]) expect(apart(normalAt(sampler, x, 59, 1), LEFT)).toBeLessThan(5);
    expect(apart(normalAt(sampler, 40, 70, 1), RIGHT)).toBeLessThan(5);
  });

  it('finds something for parts thinner than a sample', () => {
    const { intrinsic, square, found } = world(
      size,
      () => LEFT,
      (x, y) => (x === 61 && y % 3 > 0 ? 2 : 1),
    );
    const sampler = openSampler(intrinsic, square, found, { walls: null });
    expect(apart(normalAt(sampler, 61, 50, 2), LEFT)).toBeLessThan(1);
  });
});
