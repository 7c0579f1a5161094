"""Keras's layers that read neighbours or move pixels (convolutions, padding, resizing, pooling), one function
each: (run, inputs, settings, weights) -> output.
"""

import numpy as np

from .layers import Config, Layers, layer
from .same import AS_TENSORFLOW, differs_by_backend, fit_transpose, same
from .writer import Value


def padding(
    config: Config,
    x: Value,
    kernel: tuple[int, int],
    stride: tuple[int, int],
    dilation: tuple[int, int] = (1, 1),
) -> tuple[int, int, int, int]:
    how = config.values.get("padding", "valid")
    if how not in ("same", "valid"):
        raise ValueError(f"padding {how}")
    return same((x.height, x.width), kernel, stride, dilation) if how == "same" else (0, 0, 0, 0)


@layer("Conv2D", "Convolution2D")
def conv(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,), weight = inputs, weights["kernel"]  # [k, k, I, O]
    stride, dilation = config.pair("strides"), config.pair("dilation_rate")
    pads = padding(config, x, weight.shape[:2], stride, dilation)
    groups = int(config.values.get("groups") or 1)
    y = run.graph.conv(
        x,
        weight.transpose(3, 2, 0, 1),
        weights.get("bias"),
        stride=stride,
        pads=pads,
        dilation=dilation,
        groups=groups,
    )
    return run.activate(y, config.values.get("activation"))


@layer("Conv2DTranspose", "Convolution2DTranspose")
def conv_transpose(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,), weight = inputs, weights["kernel"]  # [k, k, O, I]
    stride, dilation = config.pair("strides"), config.pair("dilation_rate")
    kernel = weight.shape[:2]
    extra = config.pair("output_padding") if config.values.get("output_padding") is not None else None
    is_same = config.values.get("padding", "valid") == "same"
    goal = []
    for i, n in enumerate((x.height, x.width)):
        reach = dilation[i] * (kernel[i] - 1) + 1
        if extra is not None:
            goal.append((n - 1) * stride[i] + reach - (2 * (reach // 2) if is_same else 0) + extra[i])
        else:
            goal.append(n * stride[i] + (0 if is_same else max(reach - stride[i], 0)))
    size = (goal[0], goal[1])
    pads = same(size, kernel, stride, dilation) if is_same else (0, 0, 0, 0)
    y = fit_transpose(
        run.graph,
        x,
        weight.transpose(3, 2, 0, 1),
        weights.get("bias"),
        goal=size,
        stride=stride,
        pads=pads,
        dilation=dilation,
    )
    return run.activate(y, config.values.get("activation"))


def depthwise_weight(weight: np.ndarray) -> np.ndarray:
    """[k, k, I, M] -> [I · M, 1, k, k]."""
    high, wide, inner, many = weight.shape
    return weight.transpose(2, 3, 0, 1).reshape(inner * many, 1, high, wide)


@layer("DepthwiseConv2D", "SeparableConv2D")
def separable(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,), weight = inputs, weights["depthwise_kernel"]
    stride, dilation = config.pair("strides"), config.pair("dilation_rate")
    pads = padding(config, x, weight.shape[:2], stride, dilation)
    point = weights.get("pointwise_kernel")
    bias = weights.get("bias")
    y = run.graph.conv(
        x,
        depthwise_weight(weight),
        bias if point is None else None,
        stride=stride,
        pads=pads,
        dilation=dilation,
        groups=x.channels,
    )
    if point is not None:
        y = run.graph.conv(y, point.transpose(3, 2, 0, 1), bias)
    return run.activate(y, config.values.get("activation"))


@layer("ZeroPadding2D", "Cropping2D")
def zero_padding(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,) = inputs
    given = config.values.get("padding" if config.kind == "ZeroPadding2D" else "cropping", 1)
    rows = [given, given] if isinstance(given, int) else given
    (top, bottom), (left, right) = ([n, n] if isinstance(n, int) else n for n in rows)
    sign = 1 if config.kind == "ZeroPadding2D" else -1
    return run.graph.pad(x, (sign * top, sign * left, sign * bottom, sign * right))


@layer("ReflectionPadding2D", "ReflectPadding2D", "ReflectionPad2d")
def reflection(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,) = inputs
    down, across = config.pair("padding")
    return run.graph.pad(x, (down, across, down, across), "reflect")


@layer("UpSampling2D")
def up(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,), (down, across) = inputs, config.pair("size", 2)
    how = config.values.get("interpolation", "nearest")
    if how not in ("nearest", "bilinear"):
        raise ValueError(f"interpolation {how}")
    mode = "nearest" if how == "nearest" else "linear"
    # TensorFlow.js has corners on corners where Keras has centres (findings/tfjs-enlarges-aside.sh)
    corners = "asymmetric" if run.tfjs or how == "nearest" else "half_pixel"
    return run.graph.resize(x, x.height * down, x.width * across, mode, corners)


@layer("MaxPooling2D", "AveragePooling2D")
def pooling(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,), kernel = inputs, config.pair("pool_size", 2)
    stride = config.pair("strides") if config.values.get("strides") is not None else kernel
    op = "MaxPool" if config.kind == "MaxPooling2D" else "AveragePool"
    pads = padding(config, x, kernel, stride)
    open_to_doubt = op == "AveragePool" and not run.tfjs and differs_by_backend(kernel, pads)
    if open_to_doubt and AS_TENSORFLOW not in run.notes:
        run.notes.append(AS_TENSORFLOW)
    return run.graph.pool(op, x, kernel=kernel, stride=stride, pads=pads)
