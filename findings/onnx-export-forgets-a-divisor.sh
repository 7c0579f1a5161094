#!/usr/bin/env bash
# PyTorch 2.13.0 (CPU), onnxscript 0.7.2: torch.onnx.export writes a pooling with divisor_override as if it
# had none, in both of its exporters, without a word.
#
# Guess: what ONNX's AveragePool cannot say, a divisor of one's own, is written in other operators, or the
# export raises. Seen on 30 November 2026 of the numbers 0…15, 4 × 4, by avg_pool2d(2, divisor_override=1),
# the sum of each window:
#   PyTorch                                  10 18 42 50
#   dynamo=True and False, ONNX Runtime      2.5 4.5 10.5 12.5
# The divisor is the way to sum windows (box filters of a guided filter, how much of a mask a window
# covers): the file paints them too small by their area. torch.jit and torch.export keep it. Ends with 0
# while both exporters forget it, with 1 once one does not. models/convert takes it out of TorchScript and
# .pt2; an ONNX file no longer tells.
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
from torch.nn import functional


class Sums(torch.nn.Module):
    def forward(self, x):
        return functional.avg_pool2d(x, 2, divisor_override=1)


x = torch.arange(16.0).reshape(1, 1, 4, 4)
wanted = Sums()(x).flatten().tolist()
print("PyTorch     ", *wanted)
seen = []
for dynamo in (True, False):
    torch.onnx.export(Sums(), (x,), "sums.onnx", dynamo=dynamo, verbose=False)
    model = onnx.load("sums.onnx")
    onnx.checker.check_model(model, full_check=True)
    session = onnxruntime.InferenceSession("sums.onnx", providers=["CPUExecutionProvider"])
    seen.append(session.run(None, {model.graph.input[0].name: x.numpy()})[0].flatten().tolist())
    print("dynamo", str(dynamo).ljust(5), *seen[-1], "by", *(node.op_type for node in model.graph.node))
scripted = torch.jit.trace(Sums(), x)(x).flatten().tolist()
exported = torch.export.export(Sums(), (x,)).module()(x).flatten().tolist()
print("torch.jit   ", *scripted)
print("torch.export", *exported)
means = [value / 4 for value in wanted]
sys.exit(not (seen == [means, means] and scripted == exported == wanted))
PYTHON
venv/bin/python export.py 2>/dev/null
