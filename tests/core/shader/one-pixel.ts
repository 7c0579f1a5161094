// In: a compiled graph, tensors. Out: what its shader gives, pixel by pixel, run as JavaScript: GLSL of lines
// that each name one float differs from it in a few words. tests/e2e/light.test.ts has a browser run the
// same.
import { createContext, Script } from 'node:vm';
import type { Tensor } from '../../../src/core/engine.ts';
import type { Shader } from '../../../src/core/shader/compile.ts';

const { sqrt, floor, ceil, exp, log, sin, cos, atan, tanh, abs, sign, min, max, pow } = Math;
const WORDS = { sqrt, floor, ceil, exp, log, sin, cos, atan, tanh, abs, sign, min, max, pow, float: Number };

/** Channel after channel, as the network gives it. */
export function shaded({ source, layers, uniforms }: Shader, inputs: Record<string, Tensor>): Float32Array {
  const body = /void main\(\) \{\n([^}]*)\}/.exec(source)?.[1];
  if (body === undefined) throw new Error('the shader has no main');
  const vectors = uniforms(inputs);
  const studio = Array.from({ length: vectors.length / 4 }, (_, k) => {
    const [x, y, z, w] = vectors.subarray(4 * k, 4 * k + 4);
    return { x, y, z, w };
  });
  const count = layers.map(({ tensor, channels }) => inputs[tensor]!.data.length / channels)[0]!;
  const out = new Float32Array(4 * count);
  let pixel = 0;
  const channel = (layer: number): number => {
    const { tensor, layer: first } = layers.find((one) => layer < one.layer + one.channels)!;
    return inputs[tensor]!.data[(layer - first) * count + pixel]!;
  };
  const vec4 = (...values: number[]): void => values.forEach((value, c) => (out[c * count + pixel] = value));
  const context = createContext({ ...WORDS, studio, channel, vec4 });
  const script = new Script(`{${body.replaceAll('  float v', '  let v').replace('lit = vec4', 'vec4')}}`);
  for (; pixel < count; pixel++) script.runInContext(context);
  return out;
}
