import { expect, it } from 'vitest';
import type { Heights } from '../../../src/core/relief/heights.ts';
import { seenOf, skyOf } from '../../../src/core/relief/occlusion.ts';

const SIZE = 512;

/** A floor with a wall 8 samples high, from column 200 to 219. */
function wall(): Heights {
  const labels = new Int32Array(SIZE * SIZE);
  const own = new Float32Array(SIZE * SIZE);
  for (let i = 0; i < labels.length; i++) {
    const up = i % SIZE >= 200 && i % SIZE < 220;
    labels[i] = up ? 2 : 1;
    own[i] = up ? 8 : 0;
  }
  return {
    size: SIZE,
    labels,
    own,
    data: own,
    near: Uint8Array.from(own, (value) => (value === 0 ? 1 : 0)),
    far: Uint8Array.from(own, (value) => (value === 0 ? 1 : 0)),
    slivers: new Int32Array(),
  };
}
const at = (plane: Float32Array, x: number): number => plane[256 * SIZE + x]!;

it('the sky is narrow beside a wall, wider farther away, and open on it', () => {
  const sky = skyOf(wall());
  expect(at(sky, 221)).toBeLessThan(0.75);
  expect(at(sky, 221)).toBeGreaterThan(0.3);
  expect(at(sky, 228)).toBeGreaterThan(at(sky, 221));
  expect(at(sky, 300)).toBe(1);
  expect(at(sky, 210)).toBe(1);
});

it('a wall throws its shadow away from the lamp', () => {
  // From the left, as high as it is aside: the shadow is 8 samples long.
  const seen = seenOf(wall(), [-1, 0, 1], 0.12);
  expect(at(seen, 222)).toBeLessThan(0.05);
  expect(at(seen, 240)).toBe(1);
  expect(at(seen, 197)).toBe(1);
  const other = seenOf(wall(), [1, 0, 1], 0.12);
  expect(at(other, 197)).toBeLessThan(0.05);
  expect(at(other, 222)).toBe(1);
});

it('a lower lamp throws longer shadows, a larger one softer ones', () => {
  const low = seenOf(wall(), [-1, 0, 0.4], 0.12);
  expect(at(low, 230)).toBeLessThan(0.2);
  const soft = seenOf(wall(), [-1, 0, 1], 0.5);
  const sharp = seenOf(wall(), [-1, 0, 1], 0.12);
  expect(at(sharp, 230)).toBe(1);
  expect(at(soft, 225)).toBeGreaterThan(at(sharp, 225));
  expect(at(soft, 231)).toBeLessThan(at(sharp, 231));
});

it('a lamp behind the viewer throws none', () => {
  expect(at(seenOf(wall(), [0, 0, 1], 0.2), 221)).toBe(1);
});

it('y points up in lamps and down in pictures', () => {
  const { labels, own, data, near, far } = wall();
  const turn = <T extends Int32Array | Float32Array | Uint8Array>(plane: T): T =>
    plane.map((_, i) => plane[(i % SIZE) * SIZE + Math.floor(i / SIZE)]!) as T;
  const floor = {
    size: SIZE,
    labels: turn(labels),
    own: turn(own),
    data: turn(data),
    near: turn(near),
    far: turn(far),
    slivers: new Int32Array(),
  };
  const seen = seenOf(floor, [0, 1, 1], 0.12);
  expect(seen[222 * SIZE + 256]).toBeLessThan(0.05);
  expect(seen[197 * SIZE + 256]).toBe(1);
});
