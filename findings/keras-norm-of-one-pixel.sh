#!/usr/bin/env bash
# Keras 3.15.1 on TensorFlow 2.21.0 (CPU): the innermost level of a Pix2Pix U-Net with a norm in it says
# nothing, and learns nothing, one picture a time.
#
# Guess: all levels of the U-Net of TensorFlow's Pix2Pix tutorial (8 of them, each but the first with a batch
# norm, trained and shown with training=True and batches of 1) take part in the picture; where a norm cannot
# work one is told, as PyTorch 2.13.0 does ("Expected more than 1 value per channel when training"). Seen on
# 30 November 2026 of that level alone, 2 × 2 pixels to one and back to 2 × 2, 512 channels:
#   one picture a time     what comes up of two pictures differs by 0, the gradient of the kernel down is 0
#   two pictures a time    differs by 2.6, gradient 0.12
# The norm of one number by its own mean is its shift, whatever it was. So 8.4 of the tutorial's 54.4 million
# weights paint nothing, as in others of that plan (pix2pix-tensorflow); pytorch-CycleGAN-and-pix2pix has no
# norm there (its issue 60). Ends with 0 while that is so, with 1 once the level is heard or an error is
# raised. models/convert leaves the level out and says so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check tensorflow-cpu==2.21.0 keras==3.15.1 numpy==2.4.6

cat >level.py <<'PYTHON'
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(0)
WIDTH = 512
start = keras.initializers.RandomNormal(0, 0.02)
conv = dict(kernel_size=4, strides=2, padding="same", use_bias=False, kernel_initializer=start)
level = keras.Sequential(
    [
        layers.Input((2, 2, WIDTH)),
        layers.Conv2D(WIDTH, **conv),
        layers.BatchNormalization(beta_initializer=keras.initializers.RandomNormal(0, 0.1)),
        layers.LeakyReLU(),
        layers.Conv2DTranspose(WIDTH, **conv),
        layers.BatchNormalization(),
        layers.ReLU(),
    ]
)
random = np.random.default_rng(0)
one, other = (random.normal(size=(1, 2, 2, WIDTH)).astype("f") for _ in range(2))
goal = random.normal(size=(1, 2, 2, WIDTH)).astype("f")


def heard(first, second):
    """How far apart what comes up of two inputs is; the largest gradient of the kernel down."""
    with tf.GradientTape() as tape:
        up = level(first, training=True)
        loss = tf.reduce_mean(tf.square(up - goal))
    apart = np.abs(up - level(second, training=True)).max()
    return float(apart), float(np.abs(tape.gradient(loss, level.layers[0].kernel)).max())


alone = heard(one, other)
paired = heard(np.concatenate([one, other]), np.concatenate([other, one]))
print("keras", keras.__version__, "tensorflow", tf.__version__)
print("one picture a time   differs by %.4f, gradient %.6f" % alone)
print("two pictures a time  differs by %.4f, gradient %.6f" % paired)
sys.exit(not (alone == (0, 0) and min(paired) > 0))
PYTHON
venv/bin/python level.py
