#!/usr/bin/env bash
# TensorFlow 2.21.0 (CPU), its LiteRT interpreter: a convolution under "same" whose steps leave a gap
# between windows reads nothing, in float32 and by default.
#
# Guess: a .tflite file paints what the Keras model it was made from paints, within a few millionths. Seen
# on 30 November 2026 of a map that is 1 all over, Conv2D of ones, strides of 4, padding "same", no bias:
# the sums
#   map   kernel   Keras           LiteRT         without its default delegate (XNNPACK)
#   8     2        4 4 4 4         0 0 0 0        4 4 4 4
#   8     3        9 9 9 9         0 0 0 0        9 9 9 9
#   8     4        16 16 16 16     16 16 16 16    16 16 16 16
#   10    2        4 … 4 (nine)    4 … 4          4 … 4
# SAME pads by what the last window lacks; where it lacks less than nothing (8 by 4 needs 6 of 8 pixels)
# that is 0; by the delegate no window then lies on the map. DepthwiseConv2D does the same, with int8 too;
# poolings do not. Such layers make a small map of a large one at the head of fast networks. Ends with 0
# while that is so, with 1 once LiteRT agrees. models/convert computes them as Keras does.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check tensorflow-cpu==2.21.0 keras==3.15.1 numpy==2.4.6

cat >sums.py <<'PYTHON'
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
import tensorflow as tf

RESOLVERS = tf.lite.experimental.OpResolverType


def written(model, small):
    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    if small:
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
        converter.representative_dataset = lambda: ([np.ones((1, *model.input_shape[1:]), "f")] for _ in range(4))
    return converter.convert()


def painted(data, ones, resolver):
    run = tf.lite.Interpreter(model_content=data, experimental_op_resolver_type=resolver)
    run.allocate_tensors()
    run.set_tensor(run.get_input_details()[0]["index"], ones)
    run.invoke()
    return run.get_tensor(run.get_output_details()[0]["index"]).round(1).flatten().tolist()


def seen(layer, side, kernel, small=False):
    drawing = keras.Input((side, side, 1))
    ones = np.ones((1, side, side, 1), "f")
    how = {"padding": "same", "use_bias": False}
    made = {
        "Conv2D": lambda: keras.layers.Conv2D(1, kernel, 4, kernel_initializer="ones", **how),
        "DepthwiseConv2D": lambda: keras.layers.DepthwiseConv2D(
            kernel, 4, depthwise_initializer="ones", **how
        ),
    }[layer]()
    model = keras.Model(drawing, made(drawing))
    data = written(model, small)
    wanted = np.array(model(ones)).flatten().tolist()
    by_default = painted(data, ones, RESOLVERS.AUTO)
    without = painted(data, ones, RESOLVERS.BUILTIN_WITHOUT_DEFAULT_DELEGATES)
    print("sums", layer, side, kernel, "int8" if small else "float32", wanted, by_default, without)
    blank = by_default == [0.0] * len(wanted)
    return ("blank" if blank else "right" if by_default == wanted else "other") if without == wanted else "wrong"


found = [seen("Conv2D", 8, 2), seen("Conv2D", 8, 3), seen("Conv2D", 8, 4), seen("Conv2D", 10, 2)]
found += [seen("DepthwiseConv2D", 8, 3), seen("Conv2D", 8, 2, small=True)]
print(*found)
sys.exit(found != ["blank", "blank", "right", "right", "blank", "blank"])
PYTHON
venv/bin/python sums.py 2>/dev/null | grep -E "^(sums|blank|right|wrong|other)"
