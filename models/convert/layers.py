"""A Keras model's own description (Functional or Sequential, Keras 2 or 3, TensorFlow.js layers) and its
weights -> layers in a Graph.

The description is data: no class of the file is looked up or built, and layers that carry code (Lambda) are
refused by name.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from .graph import Graph
from .said import Refused, seen
from .writer import Value

DEEPEST = 8  # models inside models


@dataclass(frozen=True)
class Wanted:
    """One weight of a layer: its names in files, and whether it is trained."""

    names: tuple[str, ...]
    trained: bool = True


class Weights(Protocol):
    def of(self, path: tuple[str, ...], wanted: list[Wanted]) -> list[np.ndarray]:
        """The weights of the layer whose names from the outermost model inwards are `path`, in the order
        wanted.
        """


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
                raise Refused(
                    f"its input has the shape {shape}, wanted four numbers: picture, height, width, channels."
                )
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
        self.notes: list[str] = []

    def model(self, model: dict, inputs: list[Value], path: tuple[str, ...] = ()) -> Value:
        if len(path) > DEEPEST:
            raise Refused("the model holds models inside models without end.")
        if class_of(model) == "Sequential":
            (x,) = inputs
            for layer in layers_of(model):
                x = self.layer(layer, [x], [], path)
            return x
        if class_of(model) not in CONTAINERS:
            raise Refused(
                f"the model is of the class {seen(class_of(model))}, which is code of its own; wanted "
                f"Functional or Sequential."
            )
        return self.functional(model, inputs, path)

    def functional(self, model: dict, inputs: list[Value], path: tuple[str, ...]) -> Value:
        config = model["config"]
        starts, ends = ends_of(config.get("input_layers")), ends_of(config.get("output_layers"))
        if len(starts) != len(inputs) or len(ends) != 1:
            raise Refused(
                f"it takes {len(starts)} inputs and gives {len(ends)} outputs; wanted one drawing and one "
                f"picture."
            )
        known: dict[tuple[str, int], Value] = {(name, 0): x for (name, _), x in zip(starts, inputs)}
        pending = [
            (layer, at, call)
            for layer in layers_of(model)
            for at, call in enumerate(layer.get("inbound_nodes") or [])
        ]
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
                raise Refused(
                    f"the layer {seen(name_of(later[0][0]))} reads a layer that the model does not hold."
                )
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
            raise Refused(
                f"the layer {seen(here[-1])} counts {seen(config['data_format'])}, wanted channels_last."
            )
        asked = wanted(kind, config)
        arrays = self.weights.of(here, asked) if asked else []
        named = {one.names[0]: array for one, array in zip(asked, arrays)}
        try:
            return BUILD[kind](self, inputs, Config(here[-1], kind, config, rest), named)
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise Refused(
                f"the layer {seen(kind)} ({seen(here[-1])}) is not converted in this form: {seen(error)}."
            ) from error

    def activate(self, x: Value, activation: Any, slope: float | None = None) -> Value:
        name = activation if isinstance(activation, str) else None
        if isinstance(activation, dict) and activation.get("class_name") != "function":
            name = {"ReLU": "relu", "LeakyReLU": "leaky_relu"}.get(activation.get("class_name", ""))
            slope = (activation.get("config") or {}).get("negative_slope", slope)
        if activation is None or name == "linear":
            return x
        if name in ("relu", "tanh", "sigmoid", "elu", "selu", "softplus", "softsign"):
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
    """TensorFlow.js counts a model's own making as its first call: by how much its calls are counted too
    high.
    """
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
    """One call of a layer -> the outputs it reads, and its other positional arguments. Keras 2 lists them,
    Keras 3 nests them.
    """
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
