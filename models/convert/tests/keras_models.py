"""Keras generators for the tests: the TensorFlow tutorial's, written again from its structure, a script's
that divides by 255, a mixture of other layers. Saved by Keras and TensorFlow themselves.
"""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras
import numpy as np
from conftest import last
from keras import layers as L


def down(filters: int, norm: bool = True) -> keras.Sequential:
    block = keras.Sequential([L.Conv2D(filters, 4, strides=2, padding="same", use_bias=False)])
    if norm:
        block.add(L.BatchNormalization())
    block.add(L.LeakyReLU())
    return block


def up(filters: int, dropout: bool = False) -> keras.Sequential:
    block = keras.Sequential(
        [L.Conv2DTranspose(filters, 4, strides=2, padding="same", use_bias=False), L.BatchNormalization()]
    )
    if dropout:
        block.add(L.Dropout(0.5))
    block.add(L.ReLU())
    return block


def tutorial(width: int = 4, channels: int = 3, size: int = 256) -> keras.Model:
    """tensorflow.org/tutorials/generative/pix2pix, Generator(); 64 filters there."""
    drawing = L.Input((size, size, channels))
    depth = size.bit_length() - 1
    wide = [width * min(8, 2**i) for i in range(depth)]
    x, skips = drawing, []
    for i, filters in enumerate(wide):
        x = down(filters, norm=i > 0)(x)
        skips.append(x)
    for i, filters in enumerate(reversed(wide[:-1])):
        x = L.Concatenate()([up(filters, dropout=i < 3)(x), skips[depth - 2 - i]])
    return keras.Model(drawing, L.Conv2DTranspose(3, 4, strides=2, padding="same", activation="tanh")(x))


def plain(size: int = 64, ending: str = "sigmoid", scale: float | None = None) -> keras.Model:
    """A script's own generator: pictures divided by 255, batch norm, a sigmoid at the end."""
    drawing = L.Input((size, size, 1), name="edges")
    x = L.Rescaling(scale)(drawing) if scale else drawing
    a = L.LeakyReLU(0.2)(L.Conv2D(8, 4, strides=2, padding="same", name="first")(x))
    b = L.ReLU()(L.BatchNormalization(name="bn_one")(L.Conv2D(16, 4, strides=2, padding="same")(a)))
    c = L.ReLU()(L.BatchNormalization()(L.Conv2DTranspose(8, 4, strides=2, padding="same")(b)))
    return keras.Model(
        drawing,
        L.Conv2DTranspose(3, 4, strides=2, padding="same", activation=ending)(L.Concatenate()([a, c])),
    )


def ungrouped() -> keras.Model:
    return mixture(groups=False)


def mixture(size: int = 48, *, groups: bool = True) -> keras.Model:
    """One of each other layer, odd kernels and valid padding among them, a block used twice."""
    drawing = L.Input((size, size, 3))
    x = L.ZeroPadding2D(((1, 2), (0, 1)))(drawing)
    x = L.Cropping2D(((1, 2), (0, 1)))(x)
    x = L.SeparableConv2D(6, 3, padding="same", activation="relu")(x)
    x = L.DepthwiseConv2D(3, padding="same", strides=2)(x)
    x = L.PReLU(shared_axes=[1, 2])(x)
    block = keras.Sequential(
        [L.Conv2D(6, 3, padding="same"), *([L.GroupNormalization(3)] if groups else []), L.Activation("elu")],
        name="twice",
    )
    x = L.Add()([block(block(x)), x])
    x = L.Average()([x, L.UpSampling2D(2)(L.MaxPooling2D(2)(x))])
    x = L.Multiply()([x, L.UpSampling2D(2, interpolation="bilinear")(L.AveragePooling2D(2)(x))])
    x = L.Conv2DTranspose(5, 5, strides=2, padding="same", activation="relu")(x)
    x = L.Conv2D(5, 3, padding="valid")(x)
    x = L.Conv2DTranspose(4, 3, padding="valid")(x)
    x = L.SpatialDropout2D(0.2)(L.Conv2D(4, 3, padding="same", dilation_rate=2, activation="silu")(x))
    return keras.Model(drawing, keras.ops.tanh(L.Conv2D(3, 1, activation="linear")(x) * 0.5))


def gated(size: int = 32) -> keras.Model:
    """What sees the whole map: channels weighed by their means, norms of layers, sizes that a layer says."""
    drawing = L.Input((size, size, 3))
    x = L.Conv2D(6, 4, strides=2, padding="same", activation="hard_silu")(L.Resizing(size, size)(drawing))
    gate = L.Dense(3, activation="relu")(L.GlobalAveragePooling2D()(x))
    gate = L.Reshape((1, 1, 6))(L.Dense(6, activation="hard_sigmoid")(gate))
    x = L.LayerNormalization()(L.Multiply()([x, gate]))
    x = L.Add()([x, L.Conv2D(6, 1)(L.GlobalMaxPooling2D(keepdims=True)(x))])
    x = L.LayerNormalization(axis=[1, 2, 3])(L.Resizing(24, 20)(x))
    x = L.Resizing(size, size)(L.Resizing(48, 40, interpolation="nearest")(x))
    return keras.Model(drawing, L.Conv2D(3, 3, padding="same", activation="hard_sigmoid")(x))


def seeded(model: keras.Model, seed: int = 0) -> keras.Model:
    """Weights large enough that every layer shows in the picture, and statistics as if trained."""
    random = np.random.default_rng(seed)
    for weight in model.weights:
        role = weight.path.rsplit("/", 1)[-1]
        shape = tuple(weight.shape)
        if role in ("gamma", "moving_variance"):
            weight.assign(random.uniform(0.6, 1.4, shape))
        elif "kernel" in role:
            weight.assign(random.normal(0, 1 / np.sqrt(np.prod(shape[:-1]) / 4), shape))
        else:
            weight.assign(random.normal(0, 0.1, shape))
    return model


def still(model: keras.Model):
    """As the tutorial calls it, training=True, dropout aside."""
    leave = [
        layer
        for block in model.layers
        for layer in getattr(block, "layers", [block])
        if isinstance(layer, L.Dropout)
    ]
    for layer in leave:
        layer.rate = 0.0
    for block in model.layers:
        for layer in getattr(block, "layers", [block]):
            if isinstance(layer, L.BatchNormalization):
                layer.momentum = 1.0
    return lambda x: model(x, training=True)


def predict(model):
    """What it paints in use, [N, C, H, W]."""
    return last(lambda x: model(x, training=False))
