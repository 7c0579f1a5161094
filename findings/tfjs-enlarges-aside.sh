#!/usr/bin/env bash
# TensorFlow.js 4.22.0: a Keras model that enlarges by UpSampling2D, interpolation "bilinear", opens without a
# word and paints everything up to half a pixel of the smaller map aside.
#
# Guess: tf.models.modelFromJSON and loadLayersModel, which take Keras's description of a model, give Keras's
# numbers, within a few millionths. Seen on 1 December 2026 of the row 0 1 2 3 and of its mirror, made twice
# as long, Keras by tf_keras 2.21.0 and Keras 3.15.1 on TensorFlow 2.21.0:
#   0 1 2 3   Keras           0 0.25 0.75 1.25 1.75 2.25 2.75 3
#             TensorFlow.js   0 0.5 1 1.5 2 2.5 3 3
#   3 2 1 0   Keras           3 2.75 2.25 1.75 1.25 0.75 0.25 0
#             TensorFlow.js   3 2.5 2 1.5 1 0.5 0 0     (no mirror of the one above)
# "nearest" is the same in both. Samples lie at the corners of pixels there, in Keras at their centres. A
# decoder of four such steps ends 7.5 pixels aside of where its skips are, as no training had it. Ends with 0
# while that is so, with 1 once both agree. models/convert goes by who wrote the file: one saved by
# TensorFlow.js was trained so and is painted so, one made of a Keras model is painted as by Keras.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check tensorflow-cpu==2.21.0 keras==3.15.1
venv/bin/pip install --quiet --disable-pip-version-check --no-deps tf_keras==2.21.0
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @tensorflow/tfjs@4.22.0

cat >trained.py <<'PYTHON'
import importlib
import json
from pathlib import Path

import numpy as np

row = np.arange(4, dtype="f")
models = {}
for package in ("tf_keras", "keras"):
    library = importlib.import_module(package)
    for how in ("bilinear", "nearest"):
        layers = [library.layers.Input((1, 4, 1)), library.layers.UpSampling2D((1, 2), interpolation=how)]
        model = library.Sequential(layers)
        painted = [model(one.reshape(1, 1, 4, 1)).numpy().flatten().tolist() for one in (row, row[::-1])]
        if package == "tf_keras":
            models[how] = {"description": json.loads(model.to_json()), "painted": painted}
        print(library.__name__, library.__version__, how, *painted, flush=True)
        if painted != models[how]["painted"]:
            raise SystemExit(1)
Path("models.json").write_text(json.dumps(models))
PYTHON

cat >look.mjs <<'NODE'
import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';

const models = JSON.parse(await readFile('models.json', 'utf8'));
const seen = {};
for (const [how, { description, painted }] of Object.entries(models)) {
  const model = await tf.models.modelFromJSON(description);
  const of = (row) => Array.from(model.predict(tf.tensor(row, [1, 1, 4, 1])).dataSync());
  seen[how] = [of([0, 1, 2, 3]), of([3, 2, 1, 0])];
  console.log('TensorFlow.js', tf.version.tfjs, how, ...seen[how].map((row) => row.join(' ')));
  seen[how].asKeras = JSON.stringify(seen[how]) === JSON.stringify(painted);
}
const aside = JSON.stringify(seen.bilinear) === '[[0,0.5,1,1.5,2,2.5,3,3],[3,2.5,2,1.5,1,0.5,0,0]]';
process.exit(seen.nearest.asKeras && !seen.bilinear.asKeras && aside ? 0 : 1);
NODE
venv/bin/python trained.py 2>/dev/null
node look.mjs 2>&1 | grep TensorFlow.js.4
