#!/usr/bin/env bash
# ONNX Runtime Web 1.30.0 (WASM) and ONNX Runtime 1.32.0: the mean of a map that is 0.7 all over is not 0.7,
# and an instance norm makes something of it.
#
# Guess: means are right to six digits, so that InstanceNormalization takes a plain map for nothing: PyTorch
# 2.13.0 has 0.7 and at most 3e-6, NumPy 0.7. Seen on 30 November 2026 of 1024 × 1024 numbers 0.7:
#                           onnxruntime-web 1.30.0   onnxruntime 1.32.0
#   ReduceMean              0.6927                   0.7005
#   GlobalAveragePool       0.7018                   0.7018
#   InstanceNormalization   0.9140                   -0.1552              (of 512 × 512: -0.4969, 0.0395)
# The sum is made in float32, number by number or in a few lanes; beside 700,000 a further 0.7 is rounded to
# sixteenths, each time the same way. The norm divides what is left of it by the root of its epsilon. Inputs
# of one value (a hint, a mask, blank paper) meet it at once; where a map varies it is hardly seen (our
# classic network at 256: 0.3 of 255 at most). Ends with 0 while all three are off, by more than 2e-4 in
# Python and 0.001 in WASM, with 1 once one is not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check onnx==1.23.2 onnxruntime==1.32.0 numpy==2.4.6
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund onnxruntime-web@1.30.0

cat >python.py <<'PYTHON'
import sys

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper

SIDE = 1024
nodes = [
    helper.make_node("ReduceMean", ["x"], ["mean"], axes=[2, 3]),
    helper.make_node("GlobalAveragePool", ["x"], ["pooled"]),
    helper.make_node("InstanceNormalization", ["x", "one", "zero"], ["norm"]),
]
weights = [numpy_helper.from_array(np.array([n], "f"), name) for name, n in (("one", 1), ("zero", 0))]
slot = lambda name, side: helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1, 1, side, side])
outputs = [slot("mean", 1), slot("pooled", 1), slot("norm", SIDE)]
graph = helper.make_graph(nodes, "g", [slot("x", SIDE)], outputs, initializer=weights)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
onnx.checker.check_model(model, full_check=True)
onnx.save(model, "model.onnx")
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1
session = onnxruntime.InferenceSession("model.onnx", options, providers=["CPUExecutionProvider"])
x = np.full((1, 1, SIDE, SIDE), 0.7, "f")
mean, pooled, norm = (float(y.ravel()[0]) for y in session.run(None, {"x": x}))
print("onnxruntime    ", onnxruntime.__version__, f"{mean:.4f} {pooled:.4f} {norm:.4f}", "numpy", f"{x.mean():.4f}")
sys.exit(min(abs(mean - 0.7), abs(pooled - 0.7), abs(norm)) < 2e-4)
PYTHON

cat >web.mjs <<'NODE'
import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-web/wasm';

ort.env.wasm.numThreads = 1;
const session = await ort.InferenceSession.create(await readFile('model.onnx'));
const x = new ort.Tensor('float32', new Float32Array(1024 * 1024).fill(0.7), [1, 1, 1024, 1024]);
const results = await session.run({ x });
const [mean, pooled, norm] = ['mean', 'pooled', 'norm'].map((name) => results[name].data[0]);
console.log('onnxruntime-web', ort.env.versions.web, ...[mean, pooled, norm].map((n) => n.toFixed(4)));
process.exit(Math.min(Math.abs(mean - 0.7), Math.abs(pooled - 0.7), Math.abs(norm)) < 0.001 ? 1 : 0);
NODE

venv/bin/python python.py
node web.mjs
