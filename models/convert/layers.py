"""A Keras model's own description (Functional or Sequential, Keras 2 or 3, TensorFlow.js layers) and its weights -> layers in a Graph.

The description is data: no class of the file is looked up or built, and layers that carry code (Lambda) are refused by name.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from .graph import Graph, Value
from .ops import fit_transpose, same
from .said import Refused, seen

DEEPEST = 8  # models inside models


@dataclass(frozen=True)
class Wanted:
    """One weight of a layer: its names in files, and whether it is trained."""

    names: tuple[str, ...]
    trained: bool = True


class Weights(Protocol):
    def of(self, path: tuple[str, ...], wanted: list[Wanted]) -> list[np.ndarray]:
        """The weights of the layer whose names from the outermost model inwards are `path`, in the order wanted."""


KERNEL, BIAS = Wanted(("kernel",)), Wanted(("bias",))
GAMMA, BETA = Wanted(("gamma", "scale")), Wanted(("beta", "offset"))
MEAN, VARIANCE = Wanted(("moving_mean",), False), Wanted(("moving_variance",), False)
CONTAINERS = ("Functional", "Model", "Sequential")


def wanted(kind: str, config: dict) -> list[Wanted]:
    bias = [BIAS] if config.get("use_bias", True) else []
    if kind in ("Conv2D", "Conv2DTranspose", "Convolution2D", "Convolution2DTranspose"):
        return [KERNEL, *bias]
    if kind == "DepthwiseConv2D":
        return [Wanted(("depthwise_kernel", "kernel")), *bias]
    if kind == "SeparableConv2D":
        return [Wanted(("depthwise_kernel",)), Wanted(("pointwise_kernel",)), *bias]
    if kind in ("BatchNormalization", "InstanceNormalization", "GroupNormalization", "LayerNormalization"):
        affine = [GAMMA] * bool(config.get("scale", True)) + [BETA] * bool(config.get("center", True))
        return affine + [MEAN, VARIANCE] if kind == "BatchNormalization" else affine
    return [Wanted(("alpha",))] if kind == "PReLU" else []


def class_of(layer: dict) -> str:
    """`Addons>InstanceNormalization` and `tensorflow_addons>…` are InstanceNormalization."""
    name = layer.get("class_name")
    if not isinstance(name, str):
        raise Refused(f"a layer of the model reads {seen(layer)}, wanted a class name.")
    return name.rsplit(">", 1)[-1]


def layers_of(model: dict) -> list[dict]:
    config = model.get("config")
    layers = config if isinstance(config, list) else (config or {}).get("layers")
    if not isinstance(layers, list) or not all(isinstance(layer, dict) for layer in layers):
        raise Refused("the model's description holds no layers.")
    return layers


def name_of(layer: dict) -> str:
    return str(layer.get("name") or (layer.get("config") or {}).get("name") or "")


def input_shape(model: dict) -> list[int | None]:
    """[N, H, W, C] of the drawing, None where it is free."""
    for layer in layers_of(model):
        config = layer.get("config") or {}
        shape = config.get("batch_shape") or config.get("batch_input_shape") or config.get("batchInputShape")
        if class_of(layer) in CONTAINERS and not shape:
            return input_shape(layer)
        if shape:
            if len(shape) != 4:
                raise Refused(f"its input has the shape {shape}, wanted four numbers: picture, height, width, channels.")
            return list(shape)
        break
    first = next((layer for layer in layers_of(model) if class_of(layer) != "InputLayer"), {})
    built = (first.get("build_config") or {}).get("input_shape")
    if isinstance(built, list) and len(built) == 4:
        return built
    raise Refused("the model does not say what shape it takes; save it after it was built.")


class Layers:
    def __init__(self, graph: Graph, weights: Weights):
        self.graph = graph
        self.weights = weights
        self.last: str | None = None  # the last activation that bounds its values

    def model(self, model: dict, inputs: list[Value], path: tuple[str, ...] = ()) -> Value:
        if len(path) > DEEPEST:
            raise Refused("the model holds models inside models without end.")
        if class_of(model) == "Sequential":
            (x,) = inputs
            for layer in layers_of(model):
                x = self.layer(layer, [x], [], path)
            return x
        if class_of(model) not in CONTAINERS:
            raise Refused(f"the model is of the class {seen(class_of(model))}, which is code of its own; wanted Functional or Sequential.")
        return self.functional(model, inputs, path)

    def functional(self, model: dict, inputs: list[Value], path: tuple[str, ...]) -> Value:
        config = model["config"]
        starts, ends = ends_of(config.get("input_layers")), ends_of(config.get("output_layers"))
        if len(starts) != len(inputs) or len(ends) != 1:
            raise Refused(f"it takes {len(starts)} inputs and gives {len(ends)} outputs; wanted one drawing and one picture.")
        known: dict[tuple[str, int], Value] = {(name, 0): x for (name, _), x in zip(starts, inputs)}
        pending = [(layer, at, call) for layer in layers_of(model) for at, call in enumerate(layer.get("inbound_nodes") or [])]
        shift = shifts(pending)
        while pending:
            later = []
            for layer, at, call in pending:
                given, rest = arguments(call)
                given = [(name, node - shift.get(name, 0)) for name, node in given]
                if all(key in known for key in given):
                    known[name_of(layer), at] = self.layer(layer, [known[key] for key in given], rest, path)
                else:
                    later.append((layer, at, call))
            if len(later) == len(pending):
                raise Refused(f"the layer {seen(name_of(later[0][0]))} reads a layer that the model does not hold.")
            pending = later
        ends = [(name, node - shift.get(name, 0)) for name, node in ends]
        if ends[0] not in known:
            raise Refused(f"the model gives the output of {seen(ends[0][0])}, which it does not hold.")
        return known[ends[0]]

    def layer(self, layer: dict, inputs: list[Value], rest: list[Any], path: tuple[str, ...]) -> Value:
        kind, config = class_of(layer), layer.get("config") or {}
        here = (*path, name_of(layer))
        if kind in CONTAINERS:
            return self.model(layer, inputs, here)
        if kind not in BUILD:
            hint = ", which is code" if kind in ("Lambda", "TFOpLambda", "SlicingOpLambda") else ""
            raise Refused(f"it holds the layer {seen(kind)} ({seen(here[-1])}){hint}; that is not converted.")
        if config.get("data_format") not in (None, "channels_last", "channelsLast"):
            raise Refused(f"the layer {seen(here[-1])} counts {seen(config['data_format'])}, wanted channels_last.")
        asked = wanted(kind, config)
        arrays = self.weights.of(here, asked) if asked else []
        named = {one.names[0]: array for one, array in zip(asked, arrays)}
        try:
            return BUILD[kind](self, inputs, Config(here[-1], kind, config, rest), named)
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise Refused(f"the layer {seen(kind)} ({seen(here[-1])}) is not converted in this form: {seen(error)}.") from error

    def activate(self, x: Value, activation: Any, slope: float | None = None) -> Value:
        name = activation if isinstance(activation, str) else None
        if isinstance(activation, dict) and activation.get("class_name") != "function":
            name = {"ReLU": "relu", "LeakyReLU": "leaky_relu"}.get(activation.get("class_name", ""))
            slope = (activation.get("config") or {}).get("negative_slope", slope)
        if activation is None or name == "linear":
            return x
        if name in ("relu", "tanh", "sigmoid", "elu", "selu", "softplus", "softsign"):
            self.last = name
            return self.graph.same({"tanh": "Tanh", "sigmoid": "Sigmoid"}.get(name, name.capitalize()), x)
        if name == "leaky_relu":
            return self.graph.leaky(x, 0.2 if slope is None else slope)
        if name == "relu6":
            return self.graph.clip(x, 0.0, 6.0)
        if name in ("swish", "silu"):
            return self.graph.both("Mul", x, self.graph.same("Sigmoid", x))
        raise Refused(f"it holds the activation {seen(activation)}, which is not converted.")


@dataclass(frozen=True)
class Config:
    name: str
    kind: str
    values: dict
    rest: list[Any]

    def pair(self, key: str, default: int = 1) -> tuple[int, int]:
        value = self.values.get(key, default)
        return (int(value), int(value)) if isinstance(value, (int, float)) else (int(value[0]), int(value[1]))


def shifts(calls: list[tuple[dict, int, Any]]) -> dict[str, int]:
    """TensorFlow.js counts a model's own making as its first call: by how much its calls are counted too high."""
    made = Counter(name_of(layer) for layer, _, _ in calls)
    read: dict[str, int] = {}
    for _, _, call in calls:
        for name, node in arguments(call)[0]:
            read[name] = max(read.get(name, 0), node)
    return {name: node - made[name] + 1 for name, node in read.items() if node >= made[name] > 0}


def ends_of(value: Any) -> list[tuple[str, int]]:
    """[name, node, tensor], or a list of such."""
    if not isinstance(value, list) or not value:
        return []
    entries = value if isinstance(value[0], list) else [value]
    return [(str(name), int(node)) for name, node, *_ in entries]


def arguments(call: Any) -> tuple[list[tuple[str, int]], list[Any]]:
    """One call of a layer -> the outputs it reads, and its other positional arguments. Keras 2 lists them, Keras 3 nests them."""
    if isinstance(call, list):
        return [(str(entry[0]), int(entry[1])) for entry in call], []
    keys: list[tuple[str, int]] = []
    rest: list[Any] = []
    stack = list(reversed(call.get("args") or []))
    while stack:
        one = stack.pop()
        if isinstance(one, dict) and one.get("class_name") == "__keras_tensor__":
            name, node, *_ = one["config"]["keras_history"]
            keys.append((str(name), int(node)))
            rest.append(None)
        elif isinstance(one, list):
            stack += reversed(one)
        else:
            rest.append(one)
    return keys, rest


Build = Callable[[Layers, list[Value], Config, dict[str, np.ndarray]], Value]
BUILD: dict[str, Build] = {}


def layer(*names: str) -> Callable[[Build], Build]:
    def enter(function: Build) -> Build:
        BUILD.update(dict.fromkeys(names, function))
        return function

    return enter


def padding(
    config: Config, x: Value, kernel: tuple[int, int], stride: tuple[int, int], dilation: tuple[int, int] = (1, 1)
) -> tuple[int, int, int, int]:
    how = config.values.get("padding", "valid")
    if how not in ("same", "valid"):
        raise ValueError(f"padding {how}")
    return same((x.height, x.width), kernel, stride, dilation) if how == "same" else (0, 0, 0, 0)


@layer(
    "InputLayer", "Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout", "AlphaDropout", "ActivityRegularization", "Identity"
)
def through(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,) = inputs
    return run.graph.dropout(x, float(config.values.get("rate", 0.0))) if config.kind == "Dropout" else x


@layer("Conv2D", "Convolution2D")
def conv(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,), weight = inputs, weights["kernel"]  # [k, k, I, O]
    stride, dilation = config.pair("strides"), config.pair("dilation_rate")
    pads = padding(config, x, weight.shape[:2], stride, dilation)
    groups = int(config.values.get("groups") or 1)
    y = run.graph.conv(x, weight.transpose(3, 2, 0, 1), weights.get("bias"), stride=stride, pads=pads, dilation=dilation, groups=groups)
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
        run.graph, x, weight.transpose(3, 2, 0, 1), weights.get("bias"), goal=size, stride=stride, pads=pads, dilation=dilation
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
        x, depthwise_weight(weight), bias if point is None else None, stride=stride, pads=pads, dilation=dilation, groups=x.channels
    )
    if point is not None:
        y = run.graph.conv(y, point.transpose(3, 2, 0, 1), bias)
    return run.activate(y, config.values.get("activation"))


def last_axis(config: Config) -> None:
    axis = config.values.get("axis", -1)
    axis = axis[0] if isinstance(axis, list) and len(axis) == 1 else axis
    if axis not in (-1, 3):
        raise ValueError(f"axis {axis}, wanted the channels")


@layer("BatchNormalization")
def batch_norm(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    last_axis(config)
    (x,) = inputs
    epsilon = float(config.values.get("epsilon", 1e-3))
    return run.graph.batch_norm(x, weights.get("gamma"), weights.get("beta"), weights["moving_mean"], weights["moving_variance"], epsilon)


@layer("InstanceNormalization")
def instance_norm(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    """tensorflow_addons' (epsilon 1e-3 in its config) and the tutorial's (1e-5, none in its config)."""
    last_axis(config)
    (x,) = inputs
    return run.graph.instance_norm(x, weights.get("gamma"), weights.get("beta"), float(config.values.get("epsilon", 1e-5)))


@layer("GroupNormalization")
def group_norm(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    last_axis(config)
    (x,), groups = inputs, int(config.values.get("groups", 32))
    groups = x.channels if groups == -1 else groups
    return run.graph.group_norm(x, groups, weights.get("gamma"), weights.get("beta"), float(config.values.get("epsilon", 1e-3)))


@layer("Activation", "ReLU", "LeakyReLU", "ELU", "PReLU")
def activation(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,), values = inputs, config.values
    if config.kind == "Activation":
        return run.activate(x, values["activation"])
    if config.kind == "LeakyReLU":
        return run.graph.leaky(x, float(values.get("negative_slope", values.get("alpha", 0.3))))
    if config.kind == "ELU":
        return run.graph.same("Elu", x, alpha=float(values.get("alpha", 1.0)))
    if config.kind == "PReLU":
        slope = weights["alpha"]
        if slope.ndim != 3 or slope.shape[:2] != (1, 1):
            raise ValueError(f"a slope for each pixel, {slope.shape}")
        return run.graph.prelu(x, slope)
    slope, top, threshold = values.get("negative_slope") or 0.0, values.get("max_value"), values.get("threshold") or 0.0
    if threshold or (top is not None and slope):
        raise ValueError("a threshold")
    if top is not None:
        return run.graph.clip(x, 0.0, float(top))
    return run.graph.leaky(x, slope) if slope else run.graph.same("Relu", x)


@layer("Concatenate")
def concatenate(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    last_axis(config)
    return run.graph.concat(inputs)


@layer("Add", "Subtract", "Multiply", "Divide", "TrueDivide", "Average", "Maximum", "Minimum")
def combine(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    names = {
        "Subtract": "Sub",
        "Multiply": "Mul",
        "Divide": "Div",
        "TrueDivide": "Div",
        "Average": "Add",
        "Maximum": "Max",
        "Minimum": "Min",
    }
    op = names.get(config.kind, config.kind)
    x = inputs[0]
    numbers = [one for one in config.rest if isinstance(one, (int, float)) and not isinstance(one, bool)]
    if len(inputs) == 1 and len(numbers) == 1:  # Keras 3 writes arithmetic with numbers as layers of its own
        return run.graph.constant(op, x, np.float32(numbers[0]), first=config.rest[0] is not None)
    for other in inputs[1:]:
        x = run.graph.both(op, x, other)
    return run.graph.affine(x, 1 / len(inputs), 0.0) if config.kind == "Average" else x


@layer("Tanh", "Sigmoid", "Relu")
def function(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,) = inputs
    return run.activate(x, config.kind.lower())


@layer("Rescaling")
def rescaling(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,) = inputs
    return run.graph.affine(x, float(config.values["scale"]), float(config.values.get("offset", 0.0)))


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
    mode, corners = ("nearest", "asymmetric") if how == "nearest" else ("linear", "half_pixel")
    return run.graph.resize(x, x.height * down, x.width * across, mode, corners)


@layer("MaxPooling2D", "AveragePooling2D")
def pooling(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,), kernel = inputs, config.pair("pool_size", 2)
    stride = config.pair("strides") if config.values.get("strides") is not None else kernel
    op = "MaxPool" if config.kind == "MaxPooling2D" else "AveragePool"
    return run.graph.pool(op, x, kernel=kernel, stride=stride, pads=padding(config, x, kernel, stride))
