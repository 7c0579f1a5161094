#!/usr/bin/env bash
# paddle2onnx 2.1.0, PaddlePaddle 3.3.1 (CPU): what an activation or a padding was set to is lost on export,
# the slope of a leaky ReLU first of all, without a word.
#
# Guess: the file paints what the network paints, as it does for convolutions, norms and resizing. Seen on
# 30 November 2026 of -2 -1 0 1 2, PaddlePaddle and the file in ONNX Runtime 1.32.0:
#   LeakyReLU(0.2)        -0.4 -0.2 0 1 2        alpha of the file's LeakyRelu: another number each time
#   Hardtanh(-0.3, 0.4)   -0.3 -0.3 0 0.4 0.4    -1 -1 0 1 1
#   Pad by 0.5            0.5 -2 -1 0 1 2        the first 0 or 1.4e-45 …
#   ELU(0.2), clip(-0.3, 0.4), Hardsigmoid       the same
# The slope was -1.5e32, -9.4e35 and about 0 in turn. Every way down of PaddleGAN's Pix2Pix is leaky. The
# checker is content, and where the slope is near 0 the picture looks like one. Ends with 0 while all three
# are so and the others are right, with 1 once one changes. models/convert says of such a file that its
# slopes are none (models/convert/onnxfile.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3.11 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check paddlepaddle==3.3.1 paddle2onnx==2.1.0 onnxruntime==1.32.0 numpy==2.4.6

cat >export.py <<'PYTHON'
import os
import sys

import numpy as np
import onnx
import onnxruntime
import paddle
from paddle import nn
from paddle.nn import functional


class Alone(nn.Layer):
    def __init__(self, run):
        super().__init__()
        self.run = run

    def forward(self, x):
        return self.run(x)


def exported(name, run):
    """What PaddlePaddle makes of five numbers, and what the file does."""
    x = np.array([-2, -1, 0, 1, 2], "f").reshape(1, 1, 1, 5)
    network = Alone(run)
    network.eval()
    wanted = network(paddle.to_tensor(x)).numpy()
    spec = [paddle.static.InputSpec(list(x.shape), "float32", "x")]
    paddle.onnx.export(network, os.path.abspath(name), input_spec=spec, opset_version=17)
    model = onnx.load(f"{name}.onnx")
    onnx.checker.check_model(model, full_check=True)
    session = onnxruntime.InferenceSession(f"{name}.onnx", providers=["CPUExecutionProvider"])
    found = session.run(None, {"x": x})[0]
    rows = [[f"{number:.4g}" for number in row.flatten()] for row in (wanted, found)]
    slopes = [a.f for n in model.graph.node if n.op_type == "LeakyRelu" for a in n.attribute]
    print("export", name, *rows[0], "| file", *rows[1], *(f"alpha {slope:.2g}" for slope in slopes), flush=True)
    return wanted.flatten(), found.flatten()


def same(rows):
    return rows[0].shape == rows[1].shape and bool(np.abs(rows[0] - rows[1]).max() < 1e-4)


leaky = exported("leaky", nn.LeakyReLU(0.2))
tanh = exported("hardtanh", nn.Hardtanh(-0.3, 0.4))
padded = exported("padded", lambda x: functional.pad(x, [1, 0, 0, 0], value=0.5))
right = [
    exported("elu", nn.ELU(0.2)),
    exported("clip", lambda x: paddle.clip(x, -0.3, 0.4)),
    exported("hardsigmoid", nn.Hardsigmoid()),
]
lost = [not same(rows) for rows in (leaky, tanh, padded)]
sys.exit(not (all(lost) and all(same(rows) for rows in right)))
PYTHON
venv/bin/python export.py 2>/dev/null | grep -a "^export"
