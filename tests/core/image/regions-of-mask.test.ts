import { expect, it } from 'vitest';
import { randomFrom } from '../../../bench/random.ts';
import { enclosedBy } from '../../../src/core/image/closing.ts';
import { OUTSIDE, regionsOf } from '../../../src/core/image/regions-of-mask.ts';
import { runsOf } from '../../../src/core/image/components.ts';
import type { Plane } from '../../../src/core/sketch.ts';

const random = randomFrom(7);
const mask = (width: number, height: number, share: number): Plane<Uint8Array> => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, () => (random() < share ? 1 : 0)),
});

/**
 * Groups as the plainest of floods finds them: per pixel the first pixel of its group; −1 for the other
 * value.
 */
function flooded({ width, height, data }: Plane<Uint8Array>, of: 0 | 1, corners: boolean): number[] {
  const group = Array.from(data, () => -1);
  for (let start = 0; start < data.length; start++) {
    if (data[start] !== of || group[start] !== -1) continue;
    const open = [start];
    group[start] = start;
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      const [x, y] = [i % width, Math.floor(i / width)];
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          if (!corners && dx !== 0 && dy !== 0) continue;
          const [u, v] = [x + dx, y + dy];
          if (u < 0 || v < 0 || u >= width || v >= height) continue;
          const j = v * width + u;
          if (data[j] !== of || group[j] !== -1) continue;
          group[j] = start;
          open.push(j);
        }
    }
  }
  return group;
}

it('runs find the groups that a flood finds', () => {
  for (let turn = 0; turn < 200; turn++) {
    const plane = mask(1 + Math.floor(30 * random()), 1 + Math.floor(30 * random()), random());
    for (const of of [0, 1] as const)
      for (const corners of [false, true]) {
        const { count, from, to, group } = runsOf(plane, of, corners);
        const found = Array.from(plane.data, () => -1);
        for (let run = 0; run < count; run++) found.fill(from[group[run]!]!, from[run], to[run]);
        expect(found).toEqual(flooded(plane, of, corners));
      }
  }
});

it('numbers regions by size, and knows the outside and specks', () => {
  const plane = mask(40, 40, 0.45);
  const { map, sizes } = regionsOf(plane, 3);
  const counts = sizes.map((_, label) => map.data.filter((value) => value === label).length);
  expect(counts.slice(1)).toEqual(sizes.slice(1));
  expect([...sizes.slice(1)].sort((a, b) => b - a)).toEqual(sizes.slice(1));
  expect(Math.min(...sizes.slice(1))).toBeGreaterThanOrEqual(3);
  const groups = flooded(plane, 0, false);
  const rim = new Set(
    groups.filter((_, i) => i < 40 || i >= 40 * 39 || i % 40 === 0 || i % 40 === 39).filter((at) => at >= 0),
  );
  groups.forEach((at, i) => at >= 0 && expect(map.data[i] === OUTSIDE).toBe(rim.has(at)));
});

it('closes gaps of twice the radius, and no wider ones', () => {
  const ring = (gap: number): Plane<Uint8Array> => {
    const data = new Uint8Array(60 * 60);
    for (let i = 10; i < 50; i++)
      for (const at of [60 * 10 + i, 60 * 49 + i, 60 * i + 10, 60 * i + 49]) data[at] = 1;
    data.fill(0, 60 * 10 + 20, 60 * 10 + 20 + gap);
    return { width: 60, height: 60, data };
  };
  const inside = (gap: number, radius: number): number => enclosedBy(ring(gap), radius).data[60 * 30 + 30]!;
  expect([inside(0, 0), inside(1, 0)]).toEqual([1, 0]);
  expect([inside(6, 3), inside(7, 3)]).toEqual([1, 0]);
  expect([inside(10, 5), inside(11, 5)]).toEqual([1, 0]);
});
