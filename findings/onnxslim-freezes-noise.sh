#!/usr/bin/env bash
# onnxslim 0.1.98: noise of a fixed size (torch.randn of a shape) is drawn once, while the file is slimmed,
# and stays in it as a constant.
#
# Guess: a slimmer file paints what it did before, and what is random stays random, as in onnxsim 0.8.1.
# Seen on 30 November 2026 of convolution, noise, convolution, opset 17; mean difference between two runs,
# operators that draw noise:
#   as written                      0.9   RandomNormal
#   onnxsim                         0.9   RandomNormal
#   onnxslim                        0     none; its 1024 numbers are in the file
#   RandomNormalLike (randn_like)   1.3   in both
# Noise is no constant, though nothing goes into it. A Pix2Pix that is given its noise so paints one picture
# for ever, which nobody notices who looks at one; and of two ways to write the same noise one stays. Ends
# with 0 while that is so, with 1 once the noise stays. models/convert leaves noise in an ONNX file and says
# so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check onnx==1.23.2 onnxruntime==1.32.0 onnxslim==0.1.98 onnxsim==0.8.1 numpy==2.4.6

cat >slim.py <<'PYTHON'
import sys

import numpy as np
import onnx
import onnxruntime
import onnxsim
import onnxslim
from onnx import helper, numpy_helper

random = np.random.default_rng(0)
kernels = {"w": random.normal(size=(4, 3, 3, 3)), "v": random.normal(0, 0.2, (3, 4, 3, 3))}
weights = [numpy_helper.from_array(value.astype("f"), name) for name, value in kernels.items()]
x = random.normal(size=(1, 3, 32, 32)).astype("f")


def network(like):
    noise = {
        False: helper.make_node("RandomNormal", [], ["n"], shape=[1, 1, 32, 32]),
        True: helper.make_node("RandomNormalLike", ["a"], ["n"]),
    }[like]
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["a"], pads=[1] * 4),
        noise,
        helper.make_node("Add", ["a", "n"], ["b"]),
        helper.make_node("Conv", ["b", "v"], ["y"], pads=[1] * 4),
    ]
    slot = lambda name: helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1, 3, 32, 32])
    graph = helper.make_graph(nodes, "g", [slot("x")], [slot("y")], initializer=weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    return model


def paint(model):
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return [session.run(None, {"x": x})[0] for _ in range(2)]


def told(name, model):
    first, second = paint(model)
    apart = float(np.abs(first - second).mean())
    drawn = [node.op_type for node in model.graph.node if node.op_type.startswith("Random")]
    print(f"{name}: two runs differ by {apart:.4f}, noise by {drawn or 'none'}")
    return apart


def copy(like):
    return onnx.ModelProto.FromString(network(like).SerializeToString())


fixed = [told("as written", network(False)), told("onnxsim", onnxsim.simplify(copy(False))[0])]
slimmed = onnxslim.slim(copy(False))
frozen = told("onnxslim", slimmed)
held = max(numpy_helper.to_array(tensor).size for tensor in slimmed.graph.initializer)
print(f"the largest constant of the slimmed file has {held} numbers")
like = [told("like, onnxsim", onnxsim.simplify(copy(True))[0]), told("like, onnxslim", onnxslim.slim(copy(True)))]
sys.exit(not (min(fixed + like) > 0.1 and frozen == 0 and held >= 1024))
PYTHON
venv/bin/python slim.py 2>/dev/null
