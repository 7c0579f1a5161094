// A protocol buffer's bytes in; messages read field by field out, each within its own length.
import type Pbf from 'pbf';

/**
 * Reads the message that begins here; `field` reads a field or leaves it, and it is skipped. Throws where it
 * ends too early or late.
 */
export function message(pbf: Pbf, field: (tag: number) => void): void {
  const end = pbf.readVarint() + pbf.pos;
  if (end > pbf.length) throw new RangeError('it ends in the middle');
  pbf.readFields(field, null, end);
  if (pbf.pos !== end) throw new RangeError('a part of it is longer than what holds it');
}

/** A message of a name and a value. */
export function readMapEntry<T>(pbf: Pbf, read: () => T): [string, T | null] {
  let name = '';
  let value: T | null = null;
  message(pbf, (tag) => {
    if (tag === 1) name = pbf.readString();
    else if (tag === 2) value = read();
  });
  return [name, value];
}
