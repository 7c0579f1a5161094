// The shipped light as a shader: the picture that the runtime gives, for every material in every light
// set-up.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { practice } from '../../../src/core/light/practice.ts';
import { compile } from '../../../src/core/shader/compile.ts';
import { openNetwork } from '../../../src/worker/generator.ts';
import { cards } from '../fake.ts';
import { shaded } from './one-pixel.ts';

const onnx = new Uint8Array(readFileSync('models/light.onnx'));
const ort = new Uint8Array(readFileSync('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'));

it('is the light, and nothing of the set-up is computed for each pixel', async () => {
  const shader = compile(onnx);
  const network = await openNetwork(onnx, { ort, name: 'WASM' });
  let count = 0;
  for (const inputs of practice(cards.light)) {
    const wanted = (await network(inputs))[shader.output]!.data;
    const apart = shaded(shader, inputs).map((value, i) => Math.abs(value - wanted[i]!));
    expect(Math.max(...apart)).toBeLessThan(0.5 / 255);
    count += 1;
  }
  await network.release();
  expect(count).toBe(cards.light.studios.length);
  expect(shader.layers.map(({ tensor }) => tensor)).toEqual(
    cards.light.inputs.flatMap(({ tensor }) => (tensor === 'studio' ? [] : [tensor])),
  );
  // The rig alone makes axes of unit vectors and solid angles: arc tangents of the set-up.
  expect(shader.source).not.toContain('atan');
  expect(shader.source).toMatch(/floor\(v\d+\); \/\/ \/grain\//);
});
