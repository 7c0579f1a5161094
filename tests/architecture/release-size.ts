// In: ui.html, as it was built. Out: what it weighs in a release, where its largest pieces are packed as
// tightly as can be.
// That packing takes a minute, so the build of a release notes what they became (prepare/release-sizes.json);
// a piece that is not noted there is packed here.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { tight } from '../../prepare/pack.mjs';
import { decodeBase85 } from '../../src/ui/engine/base85.ts';

const PIECE =
  /<script type="text\/plain" id="asset-([^"]+)" data-bytes="(\d+)" data-packing="brotli">([^<]*)<\/script>\n/g;

/** Bytes. `noted`: SHA-256 of what was packed → bytes that it became. */
export async function releaseSize(html: string, noted = readSizes()): Promise<number> {
  let size = Buffer.byteLength(html);
  for (const [element, id, bytes, text] of html.matchAll(PIECE)) {
    const raw = brotliDecompressSync(decodeBase85(text!, Number(bytes)));
    const released = noted[createHash('sha256').update(raw).digest('hex')];
    const around = element.length - bytes!.length - text!.length;
    size -= element.length;
    size +=
      released === undefined
        ? (await tight(id!, raw, false)).length
        : around + String(released).length + 5 * Math.ceil(released / 4);
  }
  return size;
}

const readSizes = () =>
  JSON.parse(readFileSync(new URL('../../prepare/release-sizes.json', import.meta.url), 'utf8')) as Record<
    string,
    number
  >;
