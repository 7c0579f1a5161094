// In: bytes. Out: the same as base64 text (RFC 4648), and back, where neither Buffer nor btoa may be named.
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const [second, third] = [left > 1 ? bytes[i + 1]! : 0, left > 2 ? bytes[i + 2]! : 0];
    const bits = (bytes[i]! << 16) | (second << 8) | third;
    parts.push(
      DIGITS[bits >> 18]! +
        DIGITS[(bits >> 12) & 63]! +
        (left > 1 ? DIGITS[(bits >> 6) & 63]! : '=') +
        (left > 2 ? DIGITS[bits & 63]! : '='),
    );
  }
  return parts.join('');
}

/** The bytes; what is no digit is passed over, and what ends in the middle of a byte is left out. */
export function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let [bits, held, count] = [0, 0, 0];
  for (const letter of text) {
    const digit = DIGITS.indexOf(letter);
    if (digit < 0) continue;
    held = ((held << 6) | digit) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[count++] = (held >> bits) & 255;
  }
  return bytes.subarray(0, count);
}
