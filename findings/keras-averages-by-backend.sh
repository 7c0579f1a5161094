#!/usr/bin/env bash
# Keras 3.15.1: an average pooling with padding "same" gives other numbers on PyTorch than on TensorFlow, and
# the file does not say on which it was trained.
#
# Guess: one .keras file paints one picture, whatever backend opens it; layers that a backend cannot do are
# refused. Seen on 30 November 2026 of the numbers 0…15, 4 × 4, after AveragePooling2D(3, 2, padding="same"),
# which U-Nets use to halve a map smoothly:
#   TensorFlow 2.21.0   5.0 6.5 11.0 12.5
#   PyTorch 2.13.0      5.0 6.667 11.667 13.333
# Where padding is odd, the one pixel more repeats the border on PyTorch and counts; on TensorFlow nothing
# beyond the border does. UpSampling2D by "bicubic" differs, too (-0.441 and -0.527 at the first corner). Ends
# with 0 while both do, with 1 once one is the same. models/convert takes TensorFlow's mean and says so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check keras==3.15.1 tensorflow-cpu==2.21.0 torch==2.13.0 numpy==2.4.6

cat >write.py <<'PYTHON'
import keras
from keras import layers

drawing = layers.Input((4, 4, 1))
halved = layers.AveragePooling2D(3, 2, padding="same")(drawing)
enlarged = layers.UpSampling2D(2, interpolation="bicubic")(drawing)
keras.Model(drawing, [halved, enlarged]).save("model.keras")
PYTHON
cat >read.py <<'PYTHON'
import keras
import numpy as np

model = keras.models.load_model("model.keras")
halved, enlarged = model(np.arange(16, dtype="f").reshape(1, 4, 4, 1), training=False)
number = lambda value: round(float(value), 3)
print(*(number(keras.ops.convert_to_numpy(value)) for value in keras.ops.reshape(halved, [-1])), end=" ")
print(number(keras.ops.convert_to_numpy(enlarged)[0, 0, 0, 0]))
PYTHON
export TF_CPP_MIN_LOG_LEVEL=3
KERAS_BACKEND=tensorflow venv/bin/python write.py 2>/dev/null
tensorflow=$(KERAS_BACKEND=tensorflow venv/bin/python read.py 2>/dev/null)
torch=$(KERAS_BACKEND=torch venv/bin/python read.py 2>/dev/null)
printf 'TensorFlow %s\nPyTorch    %s\n' "$tensorflow" "$torch"
[[ $tensorflow == '5.0 6.5 11.0 12.5 -0.441' && $torch == '5.0 6.667 11.667 13.333 -0.527' ]]
