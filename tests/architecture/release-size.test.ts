// What a release weighs: the same element, packed as was noted or packed here.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { tight } from '../../prepare/pack.mjs';
import { releaseSize } from './release-size.ts';

const raw = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i) % 251));
const hash = createHash('sha256').update(raw).digest('hex');
const page = async (quick: boolean) => `<b>ö</b>${await tight('piece', raw, quick)}<i></i>`;

it('of a piece that is noted is what was noted, of another what it becomes', async () => {
  const released = await page(false);
  expect(await releaseSize(await page(true), {})).toBe(Buffer.byteLength(released));
  const [, bytes] = /data-bytes="(\d+)"/.exec(released)!;
  expect(await releaseSize(await page(true), { [hash]: Number(bytes) })).toBe(Buffer.byteLength(released));
  expect(await releaseSize(await page(true), { [hash]: Number(bytes) + 8 })).toBe(
    Buffer.byteLength(released) + 10,
  );
});
