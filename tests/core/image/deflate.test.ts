import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openDeflate } from '../../../src/core/image/deflate.ts';

/** The stream of so many rows of bytes, each with the filter 2, and what another inflates it to. */
function inflated(rows: readonly Uint8Array[]): { read: Uint8Array; bytes: number } {
  const parts: Uint8Array[] = [];
  const stride = rows[0]!.length;
  const { row, end } = openDeflate(stride, (bytes) => parts.push(bytes));
  for (const one of rows) row(2, one, new Uint32Array(one.slice(0, stride - (stride % 4)).buffer));
  end();
  const stream = Buffer.concat(parts);
  return { read: inflateSync(stream), bytes: stream.length };
}

const withFilter = (rows: readonly Uint8Array[]): Buffer =>
  Buffer.concat(rows.map((row) => Buffer.of(2, ...row)));

it.each([1, 3, 4, 7, 8, 1030, 4096])('zlib reads rows of %i bytes, equal ones and others', (stride) => {
  const rows = Array.from({ length: 90 }, (_, y) =>
    Uint8Array.from({ length: stride }, (_, x) => (y % 3 === 0 ? 0 : y % 3 === 1 ? 200 + (x % 4) : x * y)),
  );
  expect(Buffer.compare(inflated(rows).read, withFilter(rows))).toBe(0);
});

it('an empty row of 4,000 bytes takes twenty', () => {
  const rows = Array.from({ length: 200 }, () => new Uint8Array(4000));
  expect(inflated(rows).bytes).toBeLessThan(rows.length * 20);
});
