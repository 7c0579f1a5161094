// In: the bytes of a network and of ONNX Runtime. Out: a Network to call. The one importer of onnxruntime-web.
import * as jspi from 'onnxruntime-web/jspi';
import * as plain from 'onnxruntime-web/wasm';
import type { Network, Tensor } from '../core/engine.ts';
import type { RuntimeName } from '../protocol.ts';

export interface Runtime {
  /** The WebAssembly that belongs to `name`: plain for WASM, jspi for WebGPU. */
  ort: Uint8Array;
  name: RuntimeName;
}

export async function openNetwork(onnx: Uint8Array, runtime: Runtime): Promise<Network> {
  const ort = runtime.name === 'WebGPU' ? jspi : plain;
  // Set before the first session; ONNX Runtime reads them once and then keeps its instance for all sessions.
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = runtime.ort;
  ort.env.logLevel = 'error';
  const session = await ort.InferenceSession.create(onnx, {
    executionProviders: [runtime.name === 'WebGPU' ? 'webgpu' : 'wasm'],
    graphOptimizationLevel: 'all',
  });
  return async (inputs) => {
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
}
