import { expect, it } from 'vitest';
import { toBase64 } from '../../../src/core/image/base64.ts';

it('is the text that Node writes, whatever remains of three', () => {
  for (const length of [0, 1, 2, 3, 4, 5, 255]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + 250) & 255);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  }
});
