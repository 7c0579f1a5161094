// Bytes in; script elements of ui.html that hold them as text out: packed by gzip or brotli, written in base
// 85.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** For a first look: what takes long to pack is packed in a second. */
export const QUICK = process.argv.includes('--quick');
/** Brotli's qualities. */
const [QUICK_QUALITY, RELEASE_QUALITY] = [5, 11];
/** Bytes of weights from which on brotli is worth the time that its decoder takes to start. */
const TIGHT_FROM = 4_000_000;
/** What npm install throws away with the packages that it was made of. */
const CACHE = 'node_modules/.cache/realize-sketch';

/**
 * What this process packed as tightly as can be, or found so packed: SHA-256 of it → bytes that it became.
 */
export const tightened = new Map();

/**
 * The same as in src/ui/engine/base85.ts, which tells the reasons; tests/ui/engine/base85.test.ts holds the
 * two together.
 */
const ALPHABET = '!#()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';

export function encodeBase85(bytes) {
  const groups = Math.ceil(bytes.length / 4);
  const padded = Buffer.alloc(groups * 4);
  padded.set(bytes);
  const text = Buffer.alloc(groups * 5);
  for (let i = 0; i < groups; i++) {
    let value = padded.readUInt32BE(i * 4);
    for (let c = 4; c >= 0; c--) {
      text[i * 5 + c] = ALPHABET.charCodeAt(value % 85);
      value = Math.floor(value / 85);
    }
  }
  return text.toString('latin1');
}

/** A <script> element. End tags and comment openings in its text would break out of it. */
export function script(text, attributes = '') {
  const escape = /<\/script|<!--/i.exec(text);
  if (escape) throw new Error(`ui.html: "${escape[0]}" in the script${attributes} would end it`);
  return `<script${attributes}>${text}</script>\n`;
}

/** Text that is not run, for the panel to read. */
export const inert = (id, text, attributes = '') =>
  script(text, ` type="text/plain" id="asset-${id}"${attributes}`);

/**
 * Weights have no repeated strings: looking for them only spoils the counts, so the smallest of three ways is
 * taken.
 */
export async function packed(id, raw) {
  const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY } = constants;
  const ways = id.startsWith('model-')
    ? [Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY]
    : [Z_DEFAULT_STRATEGY];
  const tried = await Promise.all(ways.map((strategy) => promisify(gzip)(raw, { level: 9, strategy })));
  const bytes = tried.reduce((a, b) => (b.length < a.length ? b : a));
  return inert(id, encodeBase85(bytes), ` data-bytes="${bytes.length}"`);
}

/**
 * A quarter to a third smaller than gzip, but the browser does not inflate it by itself: for what is seldom
 * needed, and for weights that are integers, a fifth smaller and inflated in a twentieth of a second. The
 * best quality takes half a minute, and half a megabyte less than what takes a second: kept until the file
 * changes.
 */
export async function tight(id, raw, quick = QUICK) {
  const hash = createHash('sha256').update(raw).digest('hex');
  const kept = `${CACHE}/${hash}.br`;
  if (!existsSync(kept)) {
    if (quick) return unpackedByUs(id, await brotli(raw, QUICK_QUALITY));
    const began = performance.now();
    console.log(`${id}: packing ${megabytes(raw)}, once for all builds, half a minute or two`);
    mkdirSync(CACHE, { recursive: true });
    const part = `${kept}.${process.pid}`;
    const packedTight = await brotli(raw, RELEASE_QUALITY);
    writeFileSync(part, packedTight);
    renameSync(part, kept);
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`${id}: packed to ${megabytes(packedTight)} in ${seconds} s`);
  }
  const bytes = readFileSync(kept);
  tightened.set(hash, bytes.length);
  return unpackedByUs(id, bytes);
}

const megabytes = (bytes) => `${(bytes.length / 1e6).toFixed(1)} MB`;

function brotli(raw, quality) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_LGWIN]: 24,
    [BROTLI_PARAM_SIZE_HINT]: raw.length,
  };
  return promisify(brotliCompress)(raw, { params });
}

const unpackedByUs = (id, bytes) =>
  inert(id, encodeBase85(bytes), ` data-bytes="${bytes.length}" data-packing="brotli"`);

/**
 * Packed the tight way where that is worth its decoder: integers in rows repeat themselves, as gzip does not
 * see.
 */
export async function weights(id, raw, quick = QUICK) {
  return raw.length > TIGHT_FROM ? tight(id, raw, quick) : packed(id, raw);
}
