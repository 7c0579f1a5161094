import { expect, it } from 'vitest';
import { glbFile } from '../../../src/core/relief/glb-file.ts';

const word = (file: Uint8Array, at: number): number => new DataView(file.buffer).getUint32(at, true);

it('is a header, the document and the buffer, each to whole words', () => {
  const file = glbFile({ a: 'ü' }, Uint8Array.of(1, 2, 3, 4, 5));
  const long = word(file, 12);
  expect(new TextDecoder().decode(file.subarray(0, 4))).toBe('glTF');
  expect([word(file, 4), word(file, 8)]).toEqual([2, file.length]);
  expect(long % 4).toBe(0);
  expect(JSON.parse(new TextDecoder().decode(file.subarray(20, 20 + long)))).toEqual({ a: 'ü' });
  expect(word(file, 20 + long)).toBe(8);
  expect([...file.subarray(28 + long)]).toEqual([1, 2, 3, 4, 5, 0, 0, 0]);
});
