import { expect, it } from 'vitest';
import { writeOnnx } from '../../../bench/onnx.ts';
import { readShaderGraph } from '../../../src/core/shader/graph.ts';

it('a file’s nodes, constants, and what goes in and out', () => {
  const onnx = writeOnnx({
    operators: [
      { type: 'Add', inputs: ['x', 'w'], outputs: ['s'] },
      { type: 'Relu', inputs: ['s'], outputs: ['y'] },
    ],
    weights: [{ name: 'w', shape: [1, 2], data: Float32Array.of(0.5, -2) }],
    inputs: [{ name: 'x', shape: [1, 2, 'H', 'W'] }],
    outputs: [{ name: 'y', shape: [1, 2, 'H', 'W'] }],
  });
  const { nodes, constants, inputs, outputs } = readShaderGraph(onnx);
  expect(nodes.map(({ type, inputs: from, outputs: to }) => [type, from, to])).toEqual([
    ['Add', ['x', 'w'], ['s']],
    ['Relu', ['s'], ['y']],
  ]);
  expect([...constants]).toEqual([['w', { shape: [1, 2], data: [0.5, -2] }]]);
  expect(inputs).toEqual([{ name: 'x', shape: [1, 2, 'H', 'W'] }]);
  expect(outputs).toEqual([{ name: 'y', shape: [1, 2, 'H', 'W'] }]);
});

it('a constant that is not as long as its shape says is refused', () => {
  const onnx = writeOnnx({
    operators: [],
    weights: [{ name: 'w', shape: [3], data: Float32Array.of(1, 2) }],
    inputs: [],
    outputs: [],
  });
  expect(() => readShaderGraph(onnx)).toThrow(/"w" has 2 raw numbers, wanted 3/);
});
