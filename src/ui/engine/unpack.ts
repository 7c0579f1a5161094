// The name of an inert <script> element of ui.html in, its bytes out.
// Nothing is decoded before it is asked for. gzip is inflated by the browser. What few frames ever need is
// packed by brotli, a quarter smaller, and its decoder (WebAssembly, itself an asset) is only started for
// that; browsers do not offer theirs to scripts.
import initBrotli, { decompress } from 'brotli-dec-wasm/web';
import { span } from '../../spans.ts';
import { decodeBase85 } from './base85.ts';

/** Throws when the build wrote something else than the panel wants. */
export function textOf(name: string): string {
  return element(name).textContent ?? '';
}

function element(name: string): HTMLElement {
  const found = document.getElementById(`asset-${name}`);
  if (!found) throw new Error(`ui.html has no asset "${name}"; build it again`);
  return found;
}

export async function unpack(name: string): Promise<Uint8Array> {
  const { bytes, packing } = element(name).dataset;
  const packed = await span(`read ${name}`, async () => decodeBase85(textOf(name), Number(bytes)));
  return span(`inflate ${name}`, () => (packing === 'brotli' ? unbrotli(packed) : gunzip(packed)));
}

async function gunzip(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function unbrotli(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  await initBrotli({ module_or_path: (await unpack('brotli')) as Uint8Array<ArrayBuffer> });
  return decompress(packed);
}
