"""A Keras model's own description (Functional or Sequential, Keras 2 or 3, TensorFlow.js layers), which is
data -> its layers, what each reads and which weights it wants, and the shape of its input.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from .said import Refused, seen


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
    if kind in ("Dense", "Conv2D", "Conv2DTranspose", "Convolution2D", "Convolution2DTranspose"):
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
