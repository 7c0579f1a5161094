// Text in, bytes out: five characters carry four bytes (base 85, as Ascii85 and Z85 do).
// 1.25 times the size, where base64 takes 1.33: over 16 MB that counts.
// The alphabet is printable ASCII without
//   " $ % & ' < > \ `  so that it needs no escape in HTML, scripts or URLs.
// The encoder stands in prepare/pack.mjs; tests/ui/engine/base85.test.ts runs one against the other.

export const ALPHABET =
  '!#()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';

const VALUE = new Uint8Array(128).fill(255);
for (let i = 0; i < ALPHABET.length; i++) VALUE[ALPHABET.charCodeAt(i)] = i;

/** `length`: of the bytes, as the text is padded to whole groups. Throws on a strange character. */
export function decodeBase85(text: string, length: number): Uint8Array<ArrayBuffer> {
  const groups = Math.ceil(length / 4);
  if (text.length !== groups * 5)
    throw new Error(`base85: saw ${text.length} characters for ${length} bytes, wanted ${groups * 5}`);
  const bytes = new Uint8Array(groups * 4);
  let strange = 0;
  for (let i = 0, o = 0; i < text.length; i += 5, o += 4) {
    const a = VALUE[text.charCodeAt(i) & 127]!;
    const b = VALUE[text.charCodeAt(i + 1) & 127]!;
    const c = VALUE[text.charCodeAt(i + 2) & 127]!;
    const d = VALUE[text.charCodeAt(i + 3) & 127]!;
    const e = VALUE[text.charCodeAt(i + 4) & 127]!;
    strange |= a | b | c | d | e;
    const value = (((a * 85 + b) * 85 + c) * 85 + d) * 85 + e;
    bytes[o] = value >>> 24;
    bytes[o + 1] = value >>> 16;
    bytes[o + 2] = value >>> 8;
    bytes[o + 3] = value;
  }
  // 255 marks a stranger and is the only value with bit 7.
  if (strange & 128) throw new Error('base85: saw a character outside the alphabet');
  return bytes.subarray(0, length);
}
