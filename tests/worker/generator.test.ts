import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeOnnx } from '../../bench/onnx.ts';
import { openNetwork } from '../../src/worker/generator.ts';

const ort = new Uint8Array(readFileSync('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'));

it('a maximum meets the border of zeros that was put around it', async () => {
  const onnx = writeOnnx({
    operators: [
      { type: 'Pad', inputs: ['x', 'border', 'zero'], outputs: ['framed'] },
      { type: 'MaxPool', inputs: ['framed'], outputs: ['y'], lists: { kernel_shape: [3, 3] } },
    ],
    weights: [
      { name: 'border', shape: [8], data: BigInt64Array.of(0n, 0n, 1n, 1n, 0n, 0n, 1n, 1n) },
      { name: 'zero', shape: [], data: Float32Array.of(0) },
    ],
    inputs: [{ name: 'x', shape: [1, 1, 3, 3] }],
    outputs: [{ name: 'y', shape: [1, 1, 3, 3] }],
  });
  const network = await openNetwork(onnx, { ort, name: 'WASM' });
  const { y } = await network({ x: { shape: [1, 1, 3, 3], data: new Float32Array(9).fill(-2) } });
  await network.release();
  // All but the middle one see the border.
  expect([...y!.data]).toEqual([0, 0, 0, 0, -2, 0, 0, 0, 0]);
});
