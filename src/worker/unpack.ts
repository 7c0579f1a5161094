// In: bytes as ui.html carries them. Out: what they were before they were packed.
// gzip is inflated by the browser. Brotli packs a quarter tighter, and browsers do not offer theirs to
// scripts: its decoder, WebAssembly and an asset itself, is started once where something needs it.
import initBrotli, { decompress } from 'brotli-dec-wasm/web';
import type { Bytes } from '../protocol/worker.ts';
import { span } from '../spans.ts';

/** What is not packed comes out as it is. */
export type Unpack = (packed: Bytes) => Promise<Uint8Array>;

/** `brotli`: its decoder. */
export function openUnpack(brotli: Bytes): Unpack {
  let started: Promise<unknown> | null = null;
  const unpack: Unpack = async (packed) => {
    if (packed instanceof Uint8Array) return packed;
    const { name, bytes, packing } = packed;
    if (packing === 'gzip') return span(`inflate ${name}`, () => gunzip(bytes));
    started ??= unpack(brotli).then((wasm) =>
      initBrotli({ module_or_path: wasm as Uint8Array<ArrayBuffer> }),
    );
    await started;
    return span(`inflate ${name}`, async () => {
      try {
        return decompress(bytes);
      } catch (error) {
        // What we packed ourselves is whole: its decoder can only have run out of memory.
        if (error instanceof WebAssembly.RuntimeError)
          throw new RangeError(`out of memory: ${name} could not be unpacked`, { cause: error });
        throw error;
      }
    });
  };
  return unpack;
}

async function gunzip(packed: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
