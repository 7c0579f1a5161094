import { expect, it } from 'vitest';
import { openBin } from '../../../src/core/relief/glb-bin.ts';

it('arrays of one name stand in one view, one after the other; views begin at whole words', () => {
  const bin = openBin();
  const scalar = { componentType: 5123, type: 'SCALAR' } as const;
  const first = bin.accessor('indices', Uint16Array.of(1, 2, 3), scalar);
  const points = bin.accessor('points', Float32Array.of(1, 2, 3, 4, 5, 6), {
    componentType: 5126,
    type: 'VEC3',
    min: [1, 2, 3],
  });
  const second = bin.accessor('indices', Uint16Array.of(7, 8), scalar);
  expect([first, points, second]).toEqual([0, 1, 2]);
  expect(bin.image(Uint8Array.of(9))).toBe(2);
  const { bytes, bufferViews, accessors } = bin.end({ points: { byteStride: 12 } });
  expect(accessors).toEqual([
    { bufferView: 0, byteOffset: 0, count: 3, ...scalar },
    { bufferView: 1, byteOffset: 0, count: 2, componentType: 5126, type: 'VEC3', min: [1, 2, 3] },
    { bufferView: 0, byteOffset: 6, count: 2, ...scalar },
  ]);
  // 10 bytes of indices and 2 of nothing, 24 of points, 1 of the image and 3 of nothing.
  expect(bufferViews).toEqual([
    { buffer: 0, byteOffset: 0, byteLength: 10 },
    { buffer: 0, byteOffset: 12, byteLength: 24, byteStride: 12 },
    { buffer: 0, byteOffset: 36, byteLength: 1 },
  ]);
  expect(bytes).toHaveLength(40);
  expect([...new Uint16Array(bytes.buffer, 0, 5)]).toEqual([1, 2, 3, 7, 8]);
  expect([...new Float32Array(bytes.buffer, 12, 6)]).toEqual([1, 2, 3, 4, 5, 6]);
  expect(bytes[36]).toBe(9);
});
