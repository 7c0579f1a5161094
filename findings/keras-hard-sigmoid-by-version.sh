#!/usr/bin/env bash
# Keras 3.15.1: a .h5 model of Keras 2 with "hard_sigmoid" in it opens without a word and gives other numbers
# than where it was trained.
#
# Guess: a file of the older version, which load_model takes, paints as it did; what an activation's name
# stands for is not changed under it, least of all as the file says by which version it was written. Seen on
# 1 December 2026 of a model with this activation alone, saved by Keras 2 (tf_keras 2.21.0), for -2 … 2:
#   Keras 2   0.1    0.3    0.5  0.7    0.9      a fifth of x and a half
#   Keras 3   0.167  0.333  0.5  0.667  0.833    a sixth of x and a half
# The gates of small networks and outputs from 0 to 1 are made so; at the output that is up to 21 of 255. Ends
# with 0 while both are so, with 1 once they are the same. models/convert goes by the version in the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check keras==3.15.1 tensorflow-cpu==2.21.0 numpy==2.4.6
venv/bin/pip install --quiet --disable-pip-version-check --no-deps tf_keras==2.21.0

cat >look.py <<'PYTHON'
import sys

import h5py
import keras
import numpy as np
import tf_keras

layers = [tf_keras.layers.Input((1, 5, 1)), tf_keras.layers.Activation("hard_sigmoid")]
tf_keras.Sequential(layers).save("model.h5")
with h5py.File("model.h5") as file:
    print("the file says Keras", file.attrs["keras_version"])
x = np.arange(-2, 3, dtype="f").reshape(1, 1, 5, 1)
seen = {}
for name, library in (("Keras 2", tf_keras), ("Keras 3", keras)):
    y = library.models.load_model("model.h5", compile=False)(x)
    seen[name] = [round(float(value), 3) for value in np.asarray(y).ravel()]
    print(name, *seen[name])
sys.exit(seen != {"Keras 2": [0.1, 0.3, 0.5, 0.7, 0.9], "Keras 3": [0.167, 0.333, 0.5, 0.667, 0.833]})
PYTHON
TF_CPP_MIN_LOG_LEVEL=3 venv/bin/python look.py 2>/dev/null
