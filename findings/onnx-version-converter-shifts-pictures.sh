#!/usr/bin/env bash
# onnx 1.23.2: version_converter takes a network of opset 9 or 10 to a newer one and shifts what it enlarges
# by half a pixel.
#
# Guess: a converted file paints what the file before it did; that is all that it is for. Seen on 30 November
# 2026 of 4 × 4 numbers enlarged twice (linear) by ONNX Runtime 1.32.0, largest difference from the file as it
# was, whose numbers are 0…1:
#   Upsample of opset 9 as opset 17    0.3554
#   Resize of opset 10 as opset 17     0.3554
#   either, coordinates "asymmetric"   0.0000
# Until opset 10 there was one way to place samples, which opset 11 calls asymmetric. The converter writes
# none, and opset 11 has half_pixel where none is said; the checker and ONNX Runtime are content. PyTorch's
# bilinear networks exported for opset 9 are such files. Nearest neighbours at whole scales stay. Ends with 0
# while both differ and the third do not, with 1 once that changes. We run files of opset 7 to 26 as they are
# (src/core/models/opsets.json), and convert none so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check onnx==1.23.2 onnxruntime==1.32.0 numpy==2.4.6

cat >convert.py <<'PYTHON'
import sys

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper, version_converter

x = np.random.default_rng(0).random((1, 1, 4, 4)).astype("f")


def paint(model):
    onnx.checker.check_model(model, full_check=True)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, {"x": x})[0]


ends = []
for operator, opset in (("Upsample", 9), ("Resize", 10)):
    slot = lambda name, side: helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1, 1, side, side])
    node = helper.make_node(operator, ["x", "scales"], ["y"], mode="linear")
    scales = numpy_helper.from_array(np.array([1, 1, 2, 2], "f"), "scales")
    graph = helper.make_graph([node], "g", [slot("x", 4)], [slot("y", 8)], initializer=[scales])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)
    before = paint(model)
    converted = version_converter.convert_version(model, 17)
    apart = float(np.abs(paint(converted) - before).max())
    resize = next(node for node in converted.graph.node if node.op_type == "Resize")
    resize.attribute.append(helper.make_attribute("coordinate_transformation_mode", "asymmetric"))
    mended = float(np.abs(paint(converted) - before).max())
    print(f"{operator} of opset {opset} as opset 17: {apart:.4f}, asymmetric: {mended:.4f}")
    ends += [apart > 0.1, mended < 1e-6]
sys.exit(not all(ends))
PYTHON

venv/bin/python convert.py
