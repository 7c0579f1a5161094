#!/usr/bin/env bash
# PyTorch 2.13.0 (CPU), onnxscript 0.7.2: torch.onnx.export shifts what is made smaller or larger by a
# fraction with antialias=True.
#
# Guess: the file paints what the network paints, with antialiasing as without. Seen on 30 November 2026 of a
# ramp of 32 numbers, 0…31, by F.interpolate(scale_factor=0.4, mode="bilinear"), the last of 12 numbers:
#   antialias=False   PyTorch 28.250   ONNX Runtime 1.32.0 28.250   (Resize by scales)
#   antialias=True    PyTorch 28.240   ONNX Runtime 1.32.0 29.895   (Resize by sizes)
# PyTorch places samples by the factor that was given, 0.4, also where 12.8 numbers are cut to 12. The
# exporter hands on the sizes instead, whose ratio is 0.375: the picture is spread until its end lies 1.7
# pixels off. Without a word, in a checked file. Whole results (a factor of 0.5 of an even side) are not
# touched. Ends with 0 while that is so, with 1 once it is not. models/convert does not take antialiased
# enlarging out of TorchScript or .pt2, and takes the factor where there is none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check torch==2.13.0 onnx==1.23.2 onnxruntime==1.32.0 onnxscript==0.7.2 numpy==2.4.6

cat >export.py <<'PYTHON'
import sys

import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from torch.nn import functional


class Smaller(torch.nn.Module):
    def __init__(self, smooth):
        super().__init__()
        self.smooth = smooth

    def forward(self, x):
        return functional.interpolate(x, scale_factor=0.4, mode="bilinear", antialias=self.smooth)


ramp = torch.arange(32.0).expand(1, 1, 32, 32).contiguous()
apart = {}
for smooth in (False, True):
    network = Smaller(smooth)
    model = torch.onnx.export(network, (ramp,), dynamo=True, verbose=False).model_proto
    onnx.checker.check_model(model, full_check=True)
    resize = next(node for node in model.graph.node if node.op_type == "Resize")
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    painted = session.run(None, {model.graph.input[0].name: ramp.numpy()})[0]
    wanted = network(ramp).numpy()
    apart[smooth] = abs(float(painted[0, 0, 5, -1] - wanted[0, 0, 5, -1]))
    by = held[resize.input[-1]].round(3)
    print("antialias", smooth, f"{wanted[0, 0, 5, -1]:.3f} {painted[0, 0, 5, -1]:.3f}", "by", by)
sys.exit(not (apart[False] < 1e-3 and apart[True] > 1))
PYTHON
venv/bin/python export.py 2>/dev/null
