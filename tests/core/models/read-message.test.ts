import Pbf from 'pbf';
import { expect, it } from 'vitest';
import { message, readMapEntry } from '../../../src/core/models/read-message.ts';

// A message behind its length: field 1 (key 1 << 3 | 2) holds "ab", field 2 (key 2 << 3 | 0) the number 7.
const ENTRY = [6, 0x0a, 2, 0x61, 0x62, 0x10, 7];

it('a name and a value are read, and what follows is left', () => {
  const pbf = new Pbf(Uint8Array.from([...ENTRY, 99]));
  expect(readMapEntry(pbf, () => pbf.readVarint())).toEqual(['ab', 7]);
  expect(pbf.pos).toBe(ENTRY.length);
});

it('a value that is left out is null', () => {
  const pbf = new Pbf(Uint8Array.from([4, 0x0a, 2, 0x61, 0x62]));
  expect(readMapEntry(pbf, () => pbf.readVarint())).toEqual(['ab', null]);
});

it('fields that nobody reads are skipped', () => {
  const tags: number[] = [];
  message(new Pbf(Uint8Array.from(ENTRY)), (tag) => tags.push(tag));
  expect(tags).toEqual([1, 2]);
});

it('one that is longer than the file, or than what it holds, throws', () => {
  const read = (bytes: number[]) => () => message(new Pbf(Uint8Array.from(bytes)), () => undefined);
  expect(read(ENTRY.slice(0, -1))).toThrow('it ends in the middle');
  // Two bytes are told, and the field in them has two bytes of its own behind its length.
  expect(read([2, 0x0a, 2, 0x61, 0x62])).toThrow('a part of it is longer than what holds it');
});
