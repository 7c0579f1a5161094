// In: the bytes of a network and of ONNX Runtime. Out: a Network to call.
// The one importer of onnxruntime-web.
import * as jspi from 'onnxruntime-web/jspi';
import * as plain from 'onnxruntime-web/wasm';
import type { Network, Tensor } from '../core/engine.ts';
import type { RuntimeName } from '../protocol/worker.ts';

export interface Runtime {
  /** The WebAssembly that belongs to `name`: plain for WASM, jspi for WebGPU. */
  ort: Uint8Array;
  name: RuntimeName;
  /** Told once when the graphics card is taken away; what runs on it may then never end. */
  lost?: (message: string) => void;
}

/**
 * ONNX Runtime 1.30 lets a pooling pad itself where a Pad of zeros comes before it. A maximum then passes
 * over the border that it should have met (findings/onnxruntime-pads-around-a-maximum.sh).
 */
const UNTOUCHED = { optimization: { disable_specified_optimizers: 'Pad_Fusion' } };

/** A network, and how to give its memory back. */
export type OpenNetwork = Network & { release: () => Promise<void> };

/** `on`: where it is computed; both builds have the CPU. */
export async function openNetwork(
  onnx: Uint8Array,
  runtime: Runtime,
  on: RuntimeName = runtime.name,
): Promise<OpenNetwork> {
  const ort = runtime.name === 'WebGPU' ? jspi : plain;
  // Set before the first session; ONNX Runtime reads them once and then keeps its instance for all sessions.
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = runtime.ort;
  ort.env.logLevel = 'error';
  const session = await ort.InferenceSession.create(onnx, {
    executionProviders: [on === 'WebGPU' ? 'webgpu' : 'wasm'],
    graphOptimizationLevel: 'all',
    extra: UNTOUCHED,
  });
  if (on === 'WebGPU' && runtime.lost) void watch(ort.env.webgpu.device, runtime.lost);
  const network: Network = async (inputs) => {
    const feeds: Record<string, plain.Tensor> = {};
    for (const name of session.inputNames) {
      const tensor = inputs[name];
      if (!tensor)
        throw new Error(
          `the network wants the input "${name}"; it was given ${Object.keys(inputs).join(', ')}`,
        );
      feeds[name] = new ort.Tensor('float32', tensor.data, tensor.shape);
    }
    const results = await session.run(feeds);
    const outputs: Record<string, Tensor> = {};
    for (const [name, value] of Object.entries(results)) {
      const data = await value.getData();
      if (!(data instanceof Float32Array))
        throw new Error(`output "${name}" is ${value.type}, wanted float32`);
      outputs[name] = { shape: value.dims, data };
    }
    return outputs;
  };
  return Object.assign(network, { release: () => session.release() });
}

/** All that is used here of a GPUDevice, which TypeScript's library of this version does not know. */
interface Device {
  lost: Promise<{ reason: string; message: string }>;
}

async function watch(device: Promise<unknown>, lost: (message: string) => void): Promise<void> {
  const { reason, message } = await ((await device) as Device).lost;
  lost(`the WebGPU device was lost (${reason}): ${message}`);
}
