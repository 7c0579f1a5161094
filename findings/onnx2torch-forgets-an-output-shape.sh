#!/usr/bin/env bash
# onnx2torch 1.5.15, PyTorch 2.14.1 (CPU): a ConvTranspose that says how large its output is (output_shape)
# gives another size, without a word.
#
# Guess: what onnx2torch does not take over it refuses by name, as it does with auto_pad, or warns, as it does
# of Resize with asymmetric centres. Seen on 1 December 2026 of 6 × 6 pixels, kernel 4, stride 2, as a U-Net
# has it, beside ONNX Runtime 1.32.0:
#   pads=[1, 1, 1, 1]        12 × 12   (12 × 12)   the same numbers
#   output_shape=[12, 12]    14 × 14   (12 × 12)   no warning
# ONNX says that padding follows from the size of the output; here there is none. A U-Net breaks where its
# skips are joined, a network without any paints a picture with a border. Ends with 0 while that is so, with
# 1 once the sizes agree. We run ONNX files as they are.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check torch==2.14.1 torchvision==0.29.1 onnx==1.23.2 onnxruntime==1.32.0 onnx2torch==1.5.15 numpy==2.4.6

cat >look.py <<'PYTHON'
import sys
import warnings

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import helper, numpy_helper
from onnx2torch import convert

random = np.random.default_rng(0)
x = random.normal(size=(1, 8, 6, 6)).astype("f")
w = numpy_helper.from_array(random.normal(size=(8, 4, 4, 4)).astype("f"), "w")


def seen(**how):
    """Side lengths that onnx2torch gives and that ONNX Runtime gives, how far apart they are, warnings."""
    node = helper.make_node("ConvTranspose", ["x", "w"], ["y"], strides=[2, 2], **how)
    slot = lambda name, shape: helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape)
    graph = helper.make_graph([node], "g", [slot("x", x.shape)], [slot("y", [1, 4, 12, 12])], [w])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    (truth,) = session.run(None, {"x": x})
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        got = convert(model)(torch.from_numpy(x)).detach().numpy()
    said = [str(one.message) for one in told if "onnx2torch" in one.filename]
    same = got.shape == truth.shape and bool(np.abs(got - truth).max() < 1e-4)
    print(how, got.shape[2:], "ONNX Runtime", truth.shape[2:], "the same" if same else "others", said)
    return got.shape[2:], truth.shape[2:], same, said


padded = seen(pads=[1, 1, 1, 1])
sized = seen(output_shape=[12, 12])
sys.exit(not (padded[2] and sized == ((14, 14), (12, 12), False, [])))
PYTHON
venv/bin/python look.py
