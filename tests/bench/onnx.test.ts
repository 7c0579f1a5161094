import { expect, it } from 'vitest';
import { writeInTwo, writeOnnx, type Graph } from '../../bench/onnx.ts';
import { withWeights } from '../../src/core/models/external.ts';
import { readSummary } from '../../src/core/models/summary.ts';

const SHAPE = [1, 3, 300, 300];

function graphWith(side: number): Graph {
  return {
    operators: [
      { type: 'LeakyRelu', inputs: ['edges'], outputs: ['leaky'], floats: { alpha: 0.5 } },
      {
        type: 'Conv',
        inputs: ['leaky', 'weight'],
        outputs: ['picture'],
        lists: { kernel_shape: [side, side] },
        whole: { group: 1 },
      },
    ],
    weights: [
      { name: 'weight', shape: [3, 3, side, side], data: new Float32Array(9 * side * side).fill(0.5) },
    ],
    inputs: [{ name: 'edges', shape: SHAPE }],
    outputs: [{ name: 'picture', shape: SHAPE }],
  };
}

it('in two files is what the panel puts together again', () => {
  const graph = graphWith(4);
  const { onnx, data } = writeInTwo(graph, 'g.onnx.data');
  expect(readSummary(onnx)).toMatchObject({ external: ['g.onnx.data'] });
  expect(data.length).toBe(4 * 9 * 16);
  expect(withWeights(onnx, new Map([['g.onnx.data', data]]))).toEqual(writeOnnx(graph));
});

it('writes a graph that the reader of models reads back, its weights no inputs', () => {
  expect(readSummary(writeOnnx(graphWith(4)))).toEqual({
    metadata: {},
    producer: '',
    opset: 17,
    inputs: [{ name: 'edges', type: 1, dims: SHAPE }],
    outputs: [{ name: 'picture', type: 1, dims: SHAPE }],
    foreign: [],
    operators: ['Conv', 'LeakyRelu'],
    external: [],
    norms: null,
  });
});

it('writes attributes by the field numbers of AttributeProto, numbers with their low byte first', () => {
  const bytes = Buffer.from(writeOnnx(graphWith(300)));
  // name (1), f (2), type (20) FLOAT; name, ints (8) twice, type INTS; name, i (3), type INT
  const alpha = '0a05616c706861' + '150000003f' + 'a00101';
  const kernel = `0a0c${Buffer.from('kernel_shape').toString('hex')}` + '40ac0240ac02' + 'a00107';
  const group = '0a0567726f7570' + '1801' + 'a00102';
  for (const attribute of [alpha, kernel, group])
    expect(bytes.includes(Buffer.from(attribute, 'hex'))).toBe(true);
});
