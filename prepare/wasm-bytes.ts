// In: bytes, or numbers and names. Out: the same as WebAssembly has them: LEB128, sizes before what they
// count. WebAssembly core specification 2.0, 5.2: values.

/** A cursor over bytes. */
export class Reader {
  readonly bytes: Uint8Array;
  at: number;
  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte(): number {
    return this.bytes[this.at++]!;
  }
  /** Unsigned LEB128. */
  u32(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
  take(length: number): Uint8Array {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  name(): string {
    return Buffer.from(this.take(this.u32())).toString('utf8');
  }
}

export function u32(value: number): Buffer {
  const out: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) | 128);
  return Buffer.from([...out, value]);
}

/** Signed LEB128 of a 32-bit number. */
export function s32(value: number): Buffer {
  const out: number[] = [];
  for (;;) {
    const byte = value & 127;
    value >>= 7;
    if ((value === 0 && !(byte & 64)) || (value === -1 && byte & 64)) return Buffer.from([...out, byte]);
    out.push(byte | 128);
  }
}

export const sized = (bytes: Uint8Array): Buffer => Buffer.concat([u32(bytes.length), bytes]);
export const vector = (items: readonly Uint8Array[]): Buffer => Buffer.concat([u32(items.length), ...items]);
export const text = (name: string): Buffer => sized(Buffer.from(name));
