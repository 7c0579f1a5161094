#!/usr/bin/env bash
# ONNX Runtime 1.32.0: quantize_dynamic with per_channel, asked for Conv and ConvTranspose, gives Conv one
# scale for all channels and leaves ConvTranspose in floats, without a word.
#
# Guess: both hold int8 weights with a scale for each channel of their output, or it says that it cannot. Seen
# on 30 November 2026 of a convolution down and a transposed one up again; of 16 channels between them four
# each have weights a tenth as large as the four before them:
#   operators            ConvInteger 1, ConvTranspose 1 with weights of float32
#   scales of Conv       1; with per_channel=False the file is the same
#   channels 1 and 16    0.9 % and 100 % off: all weights of the last four are 0
#   by quantize_static   16 scales each, those of ConvTranspose along its axis 1
# Half of a U-Net is transposed convolutions: its file stays above half of its size, and what its faint
# channels say is gone. Ends with 0 while all is so, with 1 once it is not. We quantise with statistics
# (models/training/export).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check onnx==1.23.2 onnxruntime==1.32.0 numpy==2.4.6 sympy

cat >quantise.py <<'PYTHON'
import logging
import sys
from collections import Counter

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper
from onnxruntime.quantization import CalibrationDataReader, quantize_dynamic, quantize_static

logging.disable(logging.CRITICAL)
random = np.random.default_rng(0)
faint = 10.0 ** -(np.arange(16) // 4)
weights = {
    "down": random.normal(size=(16, 3, 4, 4)) * faint[:, None, None, None],
    "up": random.normal(size=(16, 16, 4, 4)) * faint[None, :, None, None],
}
every = {"strides": [2, 2], "pads": [1, 1, 1, 1]}
nodes = [
    helper.make_node("Conv", ["x", "down"], ["a"], name="conv", **every),
    helper.make_node("ConvTranspose", ["a", "up"], ["y"], name="transposed", **every),
]
slot = lambda name, *shape: helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape)
tensors = [numpy_helper.from_array(value.astype("f"), name) for name, value in weights.items()]
outputs = [slot("a", 1, 16, 16, 16), slot("y", 1, 16, 32, 32)]
graph = helper.make_graph(nodes, "g", [slot("x", 1, 3, 32, 32)], outputs, initializer=tensors)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
onnx.checker.check_model(model, full_check=True)
onnx.save(model, "model.onnx")
x = random.normal(size=(1, 3, 32, 32)).astype("f")


def run(path):
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return session.run(["a"], {"x": x})[0][0]


def held(path):
    return {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(path).graph.initializer}


class Once(CalibrationDataReader):
    left = [x]

    def get_next(self):
        return {"x": self.left.pop()} if self.left else None


wanted = ["Conv", "ConvTranspose"]
for per_channel in (True, False):
    quantize_dynamic("model.onnx", f"{per_channel}.onnx", per_channel=per_channel, op_types_to_quantize=wanted)
quantize_static("model.onnx", "static.onnx", Once(), per_channel=True, op_types_to_quantize=wanted)
operators = Counter(node.op_type for node in onnx.load("True.onnx").graph.node)
scale = held("True.onnx")["down_scale"]
same = all(np.array_equal(one, held("False.onnx")[name]) for name, one in held("True.onnx").items())
true, found = run("model.onnx"), run("True.onnx")
off = [float(np.linalg.norm(found[c] - true[c]) / np.linalg.norm(true[c])) for c in (0, 15)]
static = held("static.onnx")
axes = [a.i for n in onnx.load("static.onnx").graph.node for a in n.attribute if a.name == "axis"]
print("operators ", operators["ConvInteger"], operators["ConvTranspose"], held("True.onnx")["up"].dtype)
print("scales    ", scale.size, "the same file" if same else "another file")
print("off       ", *(f"{100 * one:.1f} %" for one in off))
print("static    ", static["down_scale"].size, static["up_scale"].size, "axes", axes)
skips = operators["ConvTranspose"] == 1 and held("True.onnx")["up"].dtype == np.float32
sys.exit(not (skips and scale.size == 1 and same and off[1] > 0.9 and static["up_scale"].size == 16))
PYTHON

venv/bin/python quantise.py 2>/dev/null
