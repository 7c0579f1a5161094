import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../src/core/image/base64.ts';

it('is the text that Node writes, whatever remains of three', () => {
  for (const length of [0, 1, 2, 3, 4, 5, 255]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + 250) & 255);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  }
});

it('comes back from its text, also without its end', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => (i * 37) & 255);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  expect(fromBase64('AQID\nBA==')).toEqual(Uint8Array.of(1, 2, 3, 4));
  expect(fromBase64('AQIDB')).toEqual(Uint8Array.of(1, 2, 3));
});
