// What the build packs, the panel unpacks: the same bytes, and only printable characters that HTML leaves
// alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBase85 } from '../../../prepare/pack.mjs';
import { ALPHABET, decodeBase85 } from '../../../src/ui/engine/base85.ts';

test('the alphabet has 85 different characters, none of which HTML or a script could mistake', () => {
  expect(new Set(ALPHABET).size).toBe(85);
  expect(ALPHABET).toMatch(/^[!-~]+$/);
  expect(ALPHABET).not.toMatch(/["$%&'<>\\`]/);
});

test('every sequence of bytes comes back as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const text = encodeBase85(bytes);
      expect(text.length).toBe(Math.ceil(bytes.length / 4) * 5);
      expect([...decodeBase85(text, bytes.length)]).toEqual([...bytes]);
    }),
  );
});

test('the largest group survives', () => {
  expect([...decodeBase85(encodeBase85(new Uint8Array(8).fill(255)), 7)]).toEqual(Array(7).fill(255));
});

test('a cut text and a strange character are refused, and the error says what was seen', () => {
  expect(() => decodeBase85('!!!!', 4)).toThrow('saw 4 characters for 4 bytes, wanted 5');
  expect(() => decodeBase85('!!<!!', 4)).toThrow('outside the alphabet');
});
