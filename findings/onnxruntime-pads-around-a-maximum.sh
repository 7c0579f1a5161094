#!/usr/bin/env bash
# ONNX Runtime Web 1.30.0 (WASM) and ONNX Runtime 1.30.0: a maximum passes over the border of zeros that a
# Pad has put around its map.
#
# Guess: Pad with zeros, then MaxPool without pads of its own, gives 0 beside a border where all is
# negative, as PyTorch's F.pad and max_pool2d and ONNX's own reference do. Seen on 30 November 2026 of a map
# of 3 × 3 that is -2 all over, a border of one, a maximum over 3 × 3:
#   onnxruntime-web 1.30.0   -2 -2 -2 -2 -2 -2 -2 -2 -2    optimisations disabled: 0 0 0 0 -2 0 0 0 0
#   onnxruntime 1.30.0       -2 -2 -2 -2 -2 -2 -2 -2 -2
#   onnxruntime 1.32.0       0 0 0 0 -2 0 0 0 0
# Its fusion gives the pads to the pooling, to whom they are nothing instead of 0. After a ReLU that is one,
# after LeakyReLU, tanh or a norm it is not. onnxruntime-web has no newer version. Ends with 0 while 1.30
# gives -2 and is right without Pad_Fusion, with 1 once one of them changes. We open networks without that
# fusion (src/worker/generator.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check onnx==1.23.2 onnxruntime==1.30.0 numpy==2.4.6
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund onnxruntime-web@1.30.0

cat >python.py <<'PYTHON'
import sys

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper

nodes = [
    helper.make_node("Pad", ["x", "border", "zero"], ["framed"]),
    helper.make_node("MaxPool", ["framed"], ["y"], kernel_shape=[3, 3]),
]
weights = {"border": np.array([0, 0, 1, 1, 0, 0, 1, 1]), "zero": np.array(0, "f")}
side = lambda name: helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1, 1, 3, 3])
tensors = [numpy_helper.from_array(value, name) for name, value in weights.items()]
graph = helper.make_graph(nodes, "g", [side("x")], [side("y")], initializer=tensors)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
onnx.checker.check_model(model, full_check=True)
onnx.save(model, "model.onnx")
session = onnxruntime.InferenceSession("model.onnx", providers=["CPUExecutionProvider"])
y = session.run(None, {"x": np.full((1, 1, 3, 3), -2, "f")})[0].ravel()
print("onnxruntime", onnxruntime.__version__, *y.astype(int))
sys.exit(bool(y[0] != -2))
PYTHON

cat >web.mjs <<'NODE'
import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-web/wasm';

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';
const model = await readFile('model.onnx');
const run = async (options) => {
  const session = await ort.InferenceSession.create(model, { graphOptimizationLevel: 'all', ...options });
  const x = new ort.Tensor('float32', new Float32Array(9).fill(-2), [1, 1, 3, 3]);
  return [...(await session.run({ x })).y.data].join(' ');
};
const asItIs = await run({});
const without = await run({ extra: { optimization: { disable_specified_optimizers: 'Pad_Fusion' } } });
console.log('onnxruntime-web', ort.env.versions.web, asItIs);
console.log('without Pad_Fusion    ', without);
process.exit(asItIs === '-2 -2 -2 -2 -2 -2 -2 -2 -2' && without === '0 0 0 0 -2 0 0 0 0' ? 0 : 1);
NODE

venv/bin/python python.py 2>/dev/null
node web.mjs
