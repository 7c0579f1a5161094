import { describe, expect, it } from 'vitest';
import { BYTES, copied, field, joined, walk } from '../../../src/core/models/message.ts';

// Field 1 is the number 300 (two bytes), field 2 the text "ab", field 3 the number 5. By the encoding's own
// rules: a key is number × 8 + wire type, a varint has seven bits a byte, low ones first.
const MESSAGE = Uint8Array.of(0x08, 0xac, 0x02, 0x12, 2, 97, 98, 0x18, 5);
const all = { bytes: MESSAGE, start: 0, end: MESSAGE.length };

describe('a message', () => {
  it('is walked field by field: number, wire, where it begins, its value, and its end', () => {
    const seen: number[][] = [];
    walk(MESSAGE, 0, MESSAGE.length, ({ tag, wire, from, value, to }) =>
      seen.push([tag, wire, from, value, to]),
    );
    expect(seen).toEqual([
      [1, 0, 0, 1, 3],
      [2, BYTES, 3, 5, 7],
      [3, 0, 7, 8, 9],
    ]);
  });

  it('gives its reader at each field', () => {
    const read: (number | string)[] = [];
    walk(MESSAGE, 0, MESSAGE.length, ({ tag }, pbf) =>
      read.push(tag === 2 ? pbf.readString() : pbf.readVarint()),
    );
    expect(read).toEqual([300, 'ab', 5]);
  });

  it('whose part is longer than itself is refused', () => {
    expect(() => walk(Uint8Array.of(0x12, 9, 97), 0, 3, () => undefined)).toThrow(RangeError);
    // Within a larger file as well.
    expect(() => walk(MESSAGE, 3, 6, () => undefined)).toThrow(/longer than what holds it/);
  });
});

it('a field of bytes has its key, their length, and they', () => {
  expect([...joined(field(2, [Uint8Array.of(97), Uint8Array.of(98)]))]).toEqual([0x12, 2, 97, 98]);
  // From 128 on a length takes two bytes.
  expect([...joined(field(1, [new Uint8Array(128)])).subarray(0, 3)]).toEqual([0x0a, 0x80, 0x01]);
});

it('a copy is the same but for the fields of one number', () => {
  const grown = copied(all, 2, (from, to) => [MESSAGE.subarray(from, to), Uint8Array.of(99)]);
  expect([...joined(grown)]).toEqual([0x08, 0xac, 0x02, 0x12, 3, 97, 98, 99, 0x18, 5]);
  expect([...joined(copied(all, 9, () => []))]).toEqual([...MESSAGE]);
  const part = copied({ bytes: MESSAGE, start: 3, end: 9 }, 9, () => []);
  expect([...joined(part)]).toEqual([...MESSAGE.subarray(3)]);
});
