// A protocol buffer's bytes in, its fields out one by one, and pieces of bytes that make a message anew. Only
// what is changed is written; the rest are views of what came in.
import Pbf from 'pbf';

/** Of a field that holds bytes. */
export const BYTES = 2;

/** Of a file's bytes those from `start` to `end`. */
export interface Message {
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** A message's fields as they are, but those of one number, which `change` gives anew. */
export function copied(
  { bytes, start, end }: Message,
  number: number,
  change: (from: number, to: number) => Uint8Array[],
): Uint8Array[] {
  const out: Uint8Array[] = [];
  walk(bytes, start, end, ({ tag, from, value, to }) => {
    if (tag !== number) out.push(bytes.subarray(from, to));
    else out.push(...field(number, change(value, to)));
  });
  return out;
}

interface Field {
  tag: number;
  /** How it is written: a number, or bytes. */
  wire: number;
  /** Where it begins, where its value does, and where it ends. */
  from: number;
  value: number;
  to: number;
}

export function walk(
  bytes: Uint8Array,
  start: number,
  end: number,
  each: (field: Field, pbf: Pbf) => void,
): void {
  const pbf = new Pbf(bytes);
  pbf.pos = start;
  while (pbf.pos < end) {
    const from = pbf.pos;
    const key = pbf.readVarint();
    const at = pbf.pos;
    pbf.skip(key);
    const to = pbf.pos;
    if (to > end) throw new RangeError('a part of it is longer than what holds it');
    pbf.pos = at;
    const wire = key & 7;
    if (wire === BYTES) pbf.readVarint();
    const value = pbf.pos;
    pbf.pos = at;
    each({ tag: key >> 3, wire, from, value, to }, pbf);
    pbf.pos = to;
  }
}

/** A field of bytes: its number, their length, and they. */
export function field(number: number, pieces: Uint8Array[]): Uint8Array[] {
  const head = new Pbf();
  head.writeVarint((number << 3) | BYTES);
  head.writeVarint(pieces.reduce((sum, { length }) => sum + length, 0));
  return [head.finish(), ...pieces];
}

export function joined(pieces: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
