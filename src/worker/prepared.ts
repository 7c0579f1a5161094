// In: ONNX Runtime as prepare/ leaves it, its networks opened already. Out: these networks, to call.
// Pre-initialisation (Wizer, Bytecode Alliance): the module's memory holds the sessions from its beginning.
// Spoken to as onnxruntime-web's own JavaScript does (lib/wasm/wasm-core-impl.ts of 1.30.0).
import openRuntime from 'onnxruntime-web/ort-wasm-simd-threaded.mjs';
import type { Network } from '../core/engine.ts';
import { span } from '../spans.ts';
import { networkOf, type PreparedNetwork, type Ort } from './prepared-network.ts';

/**
 * A convolution's weights: where they go in memory, where they stand in the ONNX file, how many of each axis.
 */
export interface Weights {
  at: number;
  from: number;
  outputs: number;
  inputs: number;
  /** Height times width. */
  taps: number;
}

/** What the module tells of itself. */
export interface Contents {
  /** Memory that it begins with, in pages of 64 KiB. */
  pages: number;
  sessions: Readonly<Record<string, PreparedNetwork>>;
  /** Bytes that are left out of the module, as the network's file has them: one file a session. */
  weights: Readonly<Record<string, readonly Weights[]>>;
}

/** The custom section with its Contents, as JSON. */
export const CONTENTS = 'realize-sketch';

/** `file`: the ONNX file that the network was made of; called once a network. */
export type Prepared = (name: string, file: Uint8Array) => Network;

type Glue = Omit<Ort, 'memory'>;

/** Starts `module` in a memory of `pages`. Throws where it cannot be made. */
export async function startRuntime(
  module: WebAssembly.Module,
  pages: number,
): Promise<Ort & { exports: WebAssembly.Exports }> {
  let memory: WebAssembly.Memory | null = null;
  let exports: WebAssembly.Exports = {};
  const glue = await new Promise<Glue>((started, failed) => {
    const instantiateWasm = (
      imports: { a: { a: WebAssembly.Memory } & WebAssembly.ModuleImports },
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): void => {
      memory = imports.a.a;
      const more = pages - memory.buffer.byteLength / 65_536;
      if (more > 0) memory.grow(more);
      WebAssembly.instantiate(module, imports).then((instance) => {
        exports = instance.exports;
        done(instance, module);
      }, failed);
    };
    openRuntime({ numThreads: 1, instantiateWasm }).then((glue) => started(glue as Glue), failed);
  });
  if (!memory) throw new Error('the runtime started without its memory');
  return Object.assign(glue, { memory, exports });
}

export async function openPrepared(wasm: Uint8Array): Promise<Prepared> {
  const module = await span('compile', () => WebAssembly.compile(wasm as Uint8Array<ArrayBuffer>));
  const [section] = WebAssembly.Module.customSections(module, CONTENTS);
  if (!section) throw new Error(`the prepared runtime has no section "${CONTENTS}"`);
  const { pages, sessions, weights } = JSON.parse(new TextDecoder().decode(section)) as Contents;
  const ort = await span('instantiate', () => startRuntime(module, pages));
  return (name, file) => {
    const session = sessions[name];
    if (!session)
      throw new Error(`the prepared runtime has ${Object.keys(sessions).join(', ')}, wanted ${name}`);
    const memory = new Uint8Array(ort.memory.buffer);
    for (const each of weights[name] ?? []) lay(file, each, memory);
    return networkOf(ort, session);
  };
}

/**
 * From output × input × taps, as ONNX has them, to taps × input × output, as the runtime's kernels want them.
 */
export function lay(
  file: Uint8Array,
  { at, from, outputs, inputs, taps }: Weights,
  memory: Uint8Array,
): void {
  let to = at;
  for (let tap = 0; tap < taps; tap++)
    for (let input = 0; input < inputs; input++)
      for (let output = 0, i = from + input * taps + tap; output < outputs; output++, i += inputs * taps)
        memory[to++] = file[i]!;
}
