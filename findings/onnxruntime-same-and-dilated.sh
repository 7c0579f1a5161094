#!/usr/bin/env bash
# ONNX Runtime 1.32.0 and ONNX Runtime Web 1.30.0 (WASM): a dilated convolution of padding="same", as PyTorch
# 2.13.0 exports it (dynamo=False), opens and then fails on its first picture.
#
# Guess: what the exporter writes, the checker passes and ONNX's Conv describes runs, or is refused as the
# file is opened. Seen on 1 December 2026 of Conv2d(1, 1, 3, padding="same", dilation=2):
#   exporter            padding of Conv                      ONNX Runtime, ONNX Runtime Web
#   dynamo=False        auto_pad SAME_UPPER, dilations 2 2   both open it; "Dilation not supported for
#                                                            AutoPadType::SAME_UPPER or …" as it runs
#   the same, undilated auto_pad SAME_UPPER                  right
#   by hand             pads 2 2 2 2, dilations 2 2          right
#   ONNX's reference    either                               right
# By steps of 1 the two say the same. Context modules of dilated convolutions are in many networks of
# pictures, and "same" is how their layers are written. Ends with 0 while that is so, with 1 once one of them
# runs it. models/convert writes the padding out (models/convert/onnxpads.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check torch==2.13.0 onnx==1.23.2 onnxruntime==1.32.0 numpy==2.4.6
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund onnxruntime-web@1.30.0

cat >export.py <<'PYTHON'
import json
import sys

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import helper
from onnx.reference import ReferenceEvaluator

onnxruntime.set_default_logger_severity(4)
x = torch.arange(36.0).reshape(1, 1, 6, 6)


def exported(dilation):
    network = torch.nn.Conv2d(1, 1, 3, padding="same", dilation=dilation, bias=False).eval()
    torch.nn.init.ones_(network.weight)
    torch.onnx.export(network, (x,), "a.onnx", input_names=["x"], dynamo=False)
    model = onnx.load("a.onnx")
    onnx.checker.check_model(model, full_check=True)
    return model, network(x).detach().numpy()


def by_hand(model):
    (node,) = model.graph.node
    kept = [a for a in node.attribute if a.name != "auto_pad"]
    del node.attribute[:]
    node.attribute.extend([*kept, helper.make_attribute("pads", [2, 2, 2, 2])])
    return model


def seen(name, model, wanted):
    onnx.save(model, f"{name}.onnx")
    session = onnxruntime.InferenceSession(f"{name}.onnx", providers=["CPUExecutionProvider"])
    try:
        found = "right" if np.allclose(session.run(None, {"x": x.numpy()})[0], wanted) else "wrong"
    except Exception as error:
        found = "Dilation not supported" if "Dilation not supported" in str(error) else str(error)
    reference = np.allclose(ReferenceEvaluator(model).run(None, {"x": x.numpy()})[0], wanted)
    attributes = {a.name: str(helper.get_attribute_value(a)) for a in model.graph.node[0].attribute}
    padding = attributes.get("auto_pad") or attributes["pads"]
    print("ONNX Runtime", onnxruntime.__version__, name, padding, "→", found, "reference right:", reference, flush=True)
    return found if reference else "reference differs"


model, wanted = exported(2)
plain, plain_wanted = exported(1)
rows = [seen("dilated", model, wanted), seen("plain", plain, plain_wanted), seen("by-hand", by_hand(model), wanted)]
sums = {"dilated": wanted, "plain": plain_wanted, "by-hand": wanted}
json.dump({name: numbers.flatten().tolist() for name, numbers in sums.items()}, open("wanted.json", "w"))
sys.exit(rows != ["Dilation not supported", "right", "right"])
PYTHON

cat >look.mjs <<'NODE'
import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-web';

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'fatal';
const wanted = JSON.parse(await readFile('wanted.json', 'utf8'));
const x = new ort.Tensor('float32', Float32Array.from({ length: 36 }, (_, i) => i), [1, 1, 6, 6]);
const rows = [];
for (const [name, numbers] of Object.entries(wanted)) {
  const session = await ort.InferenceSession.create(await readFile(`${name}.onnx`), { logSeverityLevel: 4 });
  const said = await session.run({ x }).then(
    (found) => {
      const data = found[session.outputNames[0]].data;
      return numbers.every((number, i) => Math.abs(number - data[i]) < 1e-3) ? 'right' : 'wrong';
    },
    (error) => (/Dilation not supported/.test(error.message) ? 'Dilation not supported' : error.message),
  );
  console.log('ONNX Runtime Web', ort.env.versions.web, name, '→', said);
  rows.push(said);
}
process.exit(rows.join() === 'Dilation not supported,right,right' ? 0 : 1);
NODE
venv/bin/python export.py 2>/dev/null
node look.mjs 2>/dev/null
