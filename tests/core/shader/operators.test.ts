// Each operator as the runtime computes it: tiny graphs, compiled, beside ONNX Runtime.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeOnnx, type Operator, type Weight } from '../../../bench/onnx.ts';
import type { Tensor } from '../../../src/core/engine.ts';
import { draws } from '../../../src/core/image/random.ts';
import { compile } from '../../../src/core/shader/compile.ts';
import { openNetwork } from '../../../src/worker/generator.ts';
import { shaded } from './one-pixel.ts';

const PIXELS = 16;
const runtime = {
  ort: new Uint8Array(readFileSync('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm')),
  name: 'WASM',
} as const;

const draw = draws(7);
const random = (length: number, from: number): Float32Array =>
  Float32Array.from({ length }, () => from + (2 - from) * draw());

const floats = (name: string, shape: number[], ...data: number[]): Weight => ({
  name,
  shape,
  data: Float32Array.from(data),
});
const axes = (name: string, ...data: number[]): Weight => ({
  name,
  shape: [data.length],
  data: BigInt64Array.from(data, BigInt),
});
const op = (type: string, inputs: string[], outputs: string[], more: Partial<Operator> = {}): Operator => ({
  type,
  inputs,
  outputs,
  ...more,
});

/**
 * x: four channels, −2…2; y: four channels, ½…2; k: four numbers of the set-up. The graph gives `picture`.
 */
const onnxOf = (operators: Operator[], weights: Weight[] = []): Uint8Array =>
  writeOnnx({
    operators,
    weights: weights.filter(({ name }) => operators.some(({ inputs }) => inputs.includes(name))),
    inputs: [
      { name: 'x', shape: [1, 4, 'H', 'W'] },
      { name: 'y', shape: [1, 4, 'H', 'W'] },
      { name: 'k', shape: [1, 4] },
    ],
    outputs: [{ name: 'picture', shape: [1, 4, 'H', 'W'] }],
  });

async function compared(operators: Operator[], weights: Weight[] = []): Promise<void> {
  const onnx = onnxOf(operators, weights);
  const inputs: Record<string, Tensor> = {
    x: { shape: [1, 4, 1, PIXELS], data: random(4 * PIXELS, -2) },
    y: { shape: [1, 4, 1, PIXELS], data: random(4 * PIXELS, 0.5) },
    k: { shape: [1, 4], data: random(4, 0.5) },
  };
  const network = await openNetwork(onnx, runtime);
  const wanted = (await network(inputs))['picture']!.data;
  await network.release();
  const found = shaded(compile(onnx), inputs);
  expect(found.length).toBe(wanted.length);
  found.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 4));
}

/** Of the set-up: computed once, and handed to the shader. */
const AS_CHANNELS = [op('Reshape', ['k', 'as'], ['c'])];

describe('of one input', () => {
  const some = 'Abs Neg Sign Floor Ceil Exp Sin Cos Atan Tanh Sigmoid Relu Identity'.split(' ');
  const positive = ['Sqrt', 'Log', 'Reciprocal'];
  it.each([...some.map((type) => [type, 'x']), ...positive.map((type) => [type, 'y'])])(
    '%s, of each pixel and of the set-up',
    async (type, input) => {
      await compared([op(type, [input], ['picture'])]);
      const studio = [op(type, ['c'], ['d']), op('Mul', ['x', 'd'], ['picture'])];
      await compared([...AS_CHANNELS, ...studio], [axes('as', 1, 4, 1, 1)]);
    },
  );
});

describe('of several inputs', () => {
  it.each(['Add', 'Sub', 'Mul', 'Div', 'Min', 'Max', 'Sum'])('%s, broadcast', async (type) => {
    await compared([op(type, ['x', 'y'], ['picture'])]);
    await compared([...AS_CHANNELS, op(type, ['x', 'c'], ['picture'])], [axes('as', 1, 4, 1, 1)]);
    await compared([op(type, ['x', 'w'], ['picture'])], [floats('w', [4, 1, 1], 1, -2, 0.5, 3)]);
    await compared([op(type, ['w', 'x'], ['picture'])], [floats('w', [], 1.5)]);
  });

  it('Pow, by a small whole number of what is below 0, too', async () => {
    await compared([op('Pow', ['x', 'w'], ['picture'])], [floats('w', [4, 1, 1], 1, 2, 3, 4)]);
    await compared([op('Pow', ['y', 'x'], ['picture'])]);
  });

  it.each(['Less', 'LessOrEqual', 'Greater', 'GreaterOrEqual', 'Equal'])('%s, and Where', async (type) => {
    await compared([op(type, ['x', 'y'], ['t']), op('Where', ['t', 'x', 'y'], ['picture'])]);
    await compared([op(type, ['x', 'x'], ['t']), op('Where', ['t', 'x', 'y'], ['picture'])]);
  });

  it.each(['And', 'Or'])('%s, and Not', async (type) => {
    const half = floats('w', [], 0.5);
    const truths = [op('Less', ['x', 'w'], ['a']), op('Less', ['w', 'y'], ['b']), op('Not', ['b'], ['n'])];
    await compared(
      [...truths, op(type, ['a', 'n'], ['t']), op('Where', ['t', 'x', 'y'], ['picture'])],
      [half],
    );
  });

  it('Clip, from below, from above, and both', async () => {
    const bounds = [floats('low', [], -0.5), floats('high', [], 0.75)];
    for (const inputs of [['x', 'low', 'high'], ['x', 'low'], ['x', '', 'high'], ['x']])
      await compared([op('Clip', inputs, ['picture'])], bounds);
  });

  it('Conv of 1 × 1, by constants, by the set-up, with a bias', async () => {
    const matrix = floats('w', [4, 4, 1, 1], ...random(16, -2));
    await compared([op('Conv', ['x', 'w'], ['picture'])], [matrix]);
    await compared([op('Conv', ['x', 'w', 'b'], ['picture'])], [matrix, floats('b', [4], 1, 2, 3, 4)]);
    const turned = op('Mul', ['w', 'c'], ['wc']);
    const conv = op('Conv', ['x', 'wc'], ['picture']);
    await compared([...AS_CHANNELS, turned, conv], [matrix, axes('as', 4, 1, 1, 1)]);
  });

  it('MatMul of the set-up', async () => {
    const steps = [op('MatMul', ['k', 'w'], ['m']), op('Reshape', ['m', 'as'], ['c'])];
    const matrix = floats('w', [4, 4], ...random(16, -2));
    await compared([...steps, op('Mul', ['x', 'c'], ['picture'])], [matrix, axes('as', 1, 4, 1, 1)]);
  });
});

describe('along channels', () => {
  it.each(['ReduceSum', 'ReduceProd', 'ReduceMin', 'ReduceMax', 'ReduceMean', 'ReduceL2'])(
    '%s',
    async (type) => {
      // In opset 17 the sum alone takes its axes as an input.
      const along = type === 'ReduceSum' ? ['x', 'one'] : ['x'];
      const named = type === 'ReduceSum' ? {} : { lists: { axes: [1] } };
      await compared([op(type, along, ['s'], named), op('Add', ['s', 'y'], ['picture'])], [axes('one', 1)]);
      const flat = { lists: {}, whole: { keepdims: 0 } };
      await compared([op(type, ['k'], ['s'], flat), op('Add', ['s', 'y'], ['picture'])]);
    },
  );

  it('Split and Concat', async () => {
    const three = op('Split', ['x', 'sizes'], ['a', 'b', 'c'], { whole: { axis: 1 } });
    const joined = op('Concat', ['c', 'a', 'b'], ['picture'], { whole: { axis: 1 } });
    await compared([three, joined], [axes('sizes', 1, 2, 1)]);
    const halves = op('Split', ['y'], ['a', 'b'], { whole: { axis: -3 } });
    await compared([halves, op('Concat', ['b', 'a'], ['picture'], { whole: { axis: -3 } })]);
  });

  it('Slice, forwards, backwards and by two', async () => {
    const [one, two, end] = [axes('one', 1), axes('two', 2), axes('end', Number.MAX_SAFE_INTEGER)];
    const join = op('Concat', ['a', 'b'], ['picture'], { whole: { axis: 1 } });
    const even = op('Slice', ['x', 'none', 'end', 'one', 'two'], ['a']);
    const odd = op('Slice', ['x', 'one', 'end', 'one', 'two'], ['b']);
    await compared([even, odd, join], [axes('none', 0), one, two, end]);
    const backwards = op('Slice', ['x', 'last', 'before', 'one', 'last'], ['picture']);
    await compared([backwards], [axes('last', -1), axes('before', -9), one]);
    const inner = op('Slice', ['x', 'one', 'last', 'one'], ['a']);
    await compared([inner, op('Concat', ['a', 'a'], ['picture'], { whole: { axis: 1 } })], [one, axes('last', -1)]); // prettier-ignore
  });

  it('Gather', async () => {
    const picked = op('Gather', ['x', 'order'], ['picture'], { whole: { axis: 1 } });
    await compared([picked], [axes('order', 3, 0, -2, 1)]);
    const first: Weight = { name: 'first', shape: [], data: BigInt64Array.from([0n]) };
    const row = op('Gather', ['k', 'first'], ['r'], { whole: { axis: 0 } });
    const steps = [row, op('Reshape', ['r', 'as'], ['c']), op('Mul', ['x', 'c'], ['picture'])];
    await compared(steps, [first, axes('as', -1, 1, 1)]);
  });

  it('Transpose, Unsqueeze, Squeeze and Reshape of the set-up', async () => {
    const steps = [
      op('Transpose', ['k'], ['t'], { lists: { perm: [1, 0] } }), // 4 × 1
      op('Unsqueeze', ['t', 'ends'], ['u']), // 1 × 4 × 1 × 1
      op('Squeeze', ['u', 'one'], ['s']), // 4 × 1 × 1
      op('Mul', ['x', 's'], ['m']),
      op('Reshape', ['k', 'as'], ['c']), // 2 × 2
      op('Transpose', ['c'], ['d']),
      op('Reshape', ['d', 'back'], ['e']),
      op('Add', ['m', 'e'], ['picture']),
    ];
    await compared(steps, [axes('ends', 0, 3), axes('one', 0), axes('as', 2, -1), axes('back', 1, 4, 1, 1)]);
  });
});

describe('what one pixel alone cannot', () => {
  it.each<[string, RegExp, Operator[], Weight[]]>([
    ['an operator that is not known', /^Softsign, which gives "picture": no shader/, [op('Softsign', ['x'], ['picture'])], []],
    ['a mean over the picture', /pixels would be mixed/, [op('ReduceMean', ['x'], ['s'], { lists: { axes: [2, 3] } }), op('Add', ['x', 's'], ['picture'])], []],
    ['a kernel of 3 × 3', /its kernel is \[4, 4, 3, 3\]/, [op('Conv', ['x', 'w'], ['picture'], { lists: { pads: [1, 1, 1, 1] } })], [floats('w', [4, 4, 3, 3], ...random(144, -2))]],
    ['a part of a row', /pixels would be mixed/, [op('Slice', ['x', 'a', 'b', 'c'], ['picture'])], [axes('a', 0), axes('b', 1), axes('c', 3)]],
    ['a turned picture', /the picture is W × H/, [op('Transpose', ['x'], ['picture'], { lists: { perm: [0, 1, 3, 2] } })], []],
    ['three channels', /wanted one picture of four channels/, [op('ReduceSum', ['x', 'a'], ['picture'])], [axes('a', 1)]],
  ])('%s', (_what, message, operators, weights) => {
    expect(() => compile(onnxOf(operators, weights))).toThrow(message);
  }); // prettier-ignore
});
