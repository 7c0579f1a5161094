import { expect, it } from 'vitest';
import { edgePieces, evenOut } from '../../../src/core/relief/edge-pieces.ts';
import { labelsFrom } from '../small.ts';

const levels = { level: Float32Array.of(0, 4), edge: Float32Array.of(3, 3), outer: Float32Array.of(0, 0) };

it('a piece for each border pixel of the higher part, numbered from 1 on; its way out is towards the lower', () => {
  const { count, at, outX, outY, broad, numbers } = edgePieces(
    labelsFrom(Array.from({ length: 9 }, () => '111112222')),
    levels,
    1,
  );
  expect(count).toBe(9);
  expect([...at]).toEqual(Array.from({ length: 9 }, (_, y) => 9 * y + 5));
  expect(numbers[9 * 4 + 5]).toBe(5);
  expect(numbers[9 * 4 + 4]).toBe(0);
  expect(outX[4]).toBeCloseTo(-1);
  expect(outY[4]).toBeCloseTo(0);
  expect(broad[4]).toBe(3);
});

it('along a border that slants ways out are evened', () => {
  const size = 40;
  const data = Int32Array.from({ length: size * size }, (_, i) =>
    (i % size) + 0.4 * Math.floor(i / size) > 28 ? 2 : 1,
  );
  const labels = { width: size, height: size, data };
  const pieces = edgePieces(labels, levels, 1);
  const spread = (): number => {
    const angles = Array.from(pieces.at.subarray(0, pieces.count), (i, k) => ({
      y: Math.floor(i / size),
      angle: Math.atan2(pieces.outY[k]!, pieces.outX[k]!),
    }))
      .filter(({ y }) => y > 8 && y < size - 8)
      .map(({ angle }) => (angle + 2 * Math.PI) % (2 * Math.PI));
    return Math.max(...angles) - Math.min(...angles);
  };
  const before = spread();
  evenOut(labels, pieces);
  expect(before).toBeGreaterThan(0);
  expect(spread()).toBeLessThan(before / 2);
});
