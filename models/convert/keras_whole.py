"""Keras's layers that see the whole map, or make it another size (gates by channel, norms, Resizing), one
function each: (run, inputs, settings, weights) -> output. What Keras calls [N, C] is a map of one pixel here.
"""

import numpy as np

from .keras_values import last_axis
from .layers import Config, Layers, layer
from .writer import Value


@layer("GlobalAveragePooling2D", "GlobalMaxPooling2D", "GlobalAvgPool2D", "GlobalMaxPool2D")
def whole(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,) = inputs
    return run.graph.mean(x, "ReduceMax" if "Max" in config.kind else "ReduceMean")


@layer("Reshape", "Flatten")
def reshape(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    """Of one pixel, to one pixel."""
    (x,) = inputs
    shape = list(config.values.get("target_shape") or [-1])
    one = [*[1] * (len(shape) - 1), x.channels]
    if (x.height, x.width) != (1, 1) or [n for n in shape if n != -1] != [
        n for n, m in zip(one, shape) if m != -1
    ]:
        raise ValueError(f"{x.height} × {x.width} × {x.channels} to {shape}, wanted one pixel")
    return x


@layer("Dense")
def dense(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,) = inputs
    kernel = weights["kernel"].transpose()[:, :, None, None]
    return run.activate(run.graph.conv(x, kernel, weights.get("bias")), config.values.get("activation"))


@layer("LayerNormalization")
def layer_norm(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,), values = inputs, config.values
    epsilon = float(values.get("epsilon", 1e-3))
    if values.get("rms_scaling"):
        raise ValueError("rms_scaling")
    if values.get("axis") not in ([1, 2, 3], [-3, -2, -1]):
        last_axis(config)
        return run.graph.pixel_norm(x, weights.get("gamma"), weights.get("beta"), epsilon)
    y = run.graph.group_norm(x, 1, None, None, epsilon)
    for op, name in (("Mul", "gamma"), ("Add", "beta")):
        if name in weights:  # [H, W, C]
            y = run.graph.constant(op, y, np.moveaxis(weights[name], -1, 0)[None])
    return y


@layer("Resizing")
def resizing(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,), values = inputs, config.values
    height, width = int(values["height"]), int(values["width"])
    how = values.get("interpolation", "bilinear")
    for name in ("antialias", "crop_to_aspect_ratio", "pad_to_aspect_ratio"):
        if values.get(name):
            raise ValueError(name)
    if how not in ("nearest", "bilinear"):
        raise ValueError(f"interpolation {how}")
    if how == "bilinear":
        return run.graph.resize(x, height, width, "linear", "half_pixel")
    if height % x.height or width % x.width:
        raise ValueError(f"interpolation nearest from {x.height} × {x.width} to {height} × {width}")
    return run.graph.resize(x, height, width, "nearest", "asymmetric")
