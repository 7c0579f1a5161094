// In: the runtimes as ui.html carries them. Out: networks opened on them; each runtime starts when it is
// first needed.
import type { Network } from '../core/engine.ts';
import type { Assets } from '../protocol/worker.ts';
import { openNetwork, type Runtime } from './generator.ts';
import { openPrepared, type Prepared } from './prepared.ts';
import type { Unpack } from './unpack.ts';

interface Runtimes {
  /** `name`: as the prepared runtime knows the network, if it does. */
  open: (name: string | null, file: Uint8Array) => Promise<Network>;
  /** The one that opens any network. */
  full: () => Promise<Runtime>;
}

/** Each is started when it is first needed. */
export function openRuntimes(
  { ort, prepared, runtime }: Assets,
  unpack: Unpack,
  lost: (message: string) => void,
): Runtimes {
  let full: Promise<Runtime> | null = null;
  let ready: Promise<Prepared> | null = null;
  const fullOne = (): Promise<Runtime> =>
    (full ??= unpack(ort).then((wasm) => ({ ort: wasm, name: runtime, lost })));
  return {
    full: fullOne,
    async open(name, file) {
      if (name !== null && prepared) {
        ready ??= unpack(prepared).then(openPrepared);
        return (await ready)(name, file);
      }
      return openNetwork(file, await fullOne());
    },
  };
}
