// In: ONNX Runtime with a network opened in its memory. Out: that network, to call.
// Spoken to as onnxruntime-web's own JavaScript does (lib/wasm/wasm-core-impl.ts of 1.30.0).
import type { Network, Tensor } from '../core/engine.ts';

/** A network in the module's memory. */
export interface PreparedNetwork {
  handle: number;
  inputs: readonly string[];
  outputs: readonly string[];
}

/**
 * Of the runtime's exports, what is called here; addresses are bytes. Calls that can fail give 0 when they do
 * not.
 */
export interface Ort {
  memory: WebAssembly.Memory;
  _malloc: (bytes: number) => number;
  _free: (at: number) => void;
  _OrtGetLastError: (code: number, message: number) => number;
  _OrtFree: (at: number) => number;
  /** 0: it could not be made. */
  _OrtCreateTensor: (
    ...tensor: [type: number, data: number, bytes: number, dims: number, rank: number, location: number]
  ) => number;
  _OrtGetTensorData: (
    ...told: [tensor: number, type: number, data: number, dims: number, rank: number]
  ) => number;
  _OrtReleaseTensor: (tensor: number) => number;
  _OrtRun: (
    ...run: [
      session: number,
      inputNames: number,
      inputs: number,
      inputCount: number,
      outputNames: number,
      outputCount: number,
      outputs: number,
      options: number,
    ]
  ) => number;
  UTF8ToString: (at: number) => string;
  stringToUTF8: (text: string, at: number, most: number) => void;
  lengthBytesUTF8: (text: string) => number;
}

const [FLOAT, CPU, POINTER] = [1, 1, 4];

export function networkOf(ort: Ort, { handle, inputs, outputs }: PreparedNetwork): Network {
  const names = [...inputs, ...outputs].map((name) => textAt(ort, name));
  return async (given) => {
    const owned: number[] = [];
    const tensors: number[] = [];
    const room = (bytes: number): number => {
      const at = ort._malloc(bytes);
      if (at === 0) throw new RangeError(`the runtime has no memory for ${bytes} bytes more`);
      owned.push(at);
      return at;
    };
    const pointers = (values: readonly number[]): number => {
      const at = room(POINTER * Math.max(1, values.length));
      new Uint32Array(ort.memory.buffer, at, values.length).set(values);
      return at;
    };
    try {
      for (const name of inputs) {
        const tensor = given[name];
        if (!tensor)
          throw new Error(
            `the network wants the input "${name}"; it was given ${Object.keys(given).join(', ')}`,
          );
        const { data, shape } = tensor;
        const at = room(data.byteLength);
        new Float32Array(ort.memory.buffer, at, data.length).set(data);
        const made = ort._OrtCreateTensor(FLOAT, at, data.byteLength, pointers(shape), shape.length, CPU);
        if (made === 0) throw errorOf(ort);
        tensors.push(made);
      }
      const results = pointers(outputs.map(() => 0));
      const [inputNames, outputNames] = [names.slice(0, inputs.length), names.slice(inputs.length)].map(
        pointers,
      );
      const failed = ort._OrtRun(
        handle,
        inputNames!,
        pointers(tensors),
        inputs.length,
        outputNames!,
        outputs.length,
        results,
        0,
      );
      if (failed !== 0) throw errorOf(ort);
      const made = [...new Uint32Array(ort.memory.buffer, results, outputs.length)];
      tensors.push(...made);
      return Object.fromEntries(made.map((tensor, i) => [outputs[i]!, read(ort, tensor, outputs[i]!)]));
    } finally {
      for (const tensor of tensors) ort._OrtReleaseTensor(tensor);
      for (const at of owned) ort._free(at);
    }
  };
}

function read(ort: Ort, tensor: number, name: string): Tensor {
  const told = ort._malloc(4 * POINTER);
  try {
    if (ort._OrtGetTensorData(tensor, told, told + 4, told + 8, told + 12) !== 0) throw errorOf(ort);
    const [type, at, dims, rank] = new Uint32Array(ort.memory.buffer, told, 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    const shape = [...new Int32Array(ort.memory.buffer, dims, rank)];
    ort._OrtFree(dims);
    if (type !== FLOAT) throw new Error(`output "${name}" is of ONNX type ${type}, wanted float32`);
    const length = shape.reduce((product, size) => product * size, 1);
    return { shape, data: Float32Array.from(new Float32Array(ort.memory.buffer, at, length)) };
  } finally {
    ort._free(told);
  }
}

function textAt(ort: Ort, text: string): number {
  const bytes = ort.lengthBytesUTF8(text) + 1;
  const at = ort._malloc(bytes);
  ort.stringToUTF8(text, at, bytes);
  return at;
}

function errorOf(ort: Ort): Error {
  const told = ort._malloc(2 * POINTER);
  ort._OrtGetLastError(told, told + POINTER);
  const [code, message] = new Uint32Array(ort.memory.buffer, told, 2);
  const words = message ? ort.UTF8ToString(message) : '';
  ort._free(told);
  return new Error(`ONNX Runtime: error ${code}: ${words}`);
}
