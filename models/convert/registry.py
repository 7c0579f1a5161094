"""The table of TensorFlow's operators that are converted, and what each of them asks of its inputs."""

from collections.abc import Callable
from typing import Any

import numpy as np

from .nodes import Node
from .said import Refused
from .things import Context, Thing
from .writer import Value

Operator = Callable[[Context, Node, list[Thing]], Any]
OPS: dict[str, Operator] = {}
NCHW = (0, 3, 1, 2)


def op(*names: str) -> Callable[[Operator], Operator]:
    def enter(function: Operator) -> Operator:
        OPS.update(dict.fromkeys(names, function))
        return function

    return enter


def channels_last(node: Node) -> None:
    layout = node.attributes.get("data_format", b"NHWC")
    if layout not in (b"NHWC", b""):
        raise Refused(f"{node.op} ({node.name}) counts {layout.decode('utf-8', 'replace')}, wanted NHWC.")


def array(thing: Thing) -> np.ndarray:
    if not isinstance(thing, np.ndarray):
        raise TypeError("wanted a constant")
    return thing


def value(thing: Thing) -> Value:
    if not isinstance(thing, Value):
        raise TypeError("wanted a map")
    return thing


def sides(shape: Value) -> list[int]:
    """[N, H, W, C], as the graph counts."""
    return [1, shape.height, shape.width, shape.channels]


def laid(constant: np.ndarray) -> np.ndarray:
    """A constant that broadcasts against [N, H, W, C] -> one that broadcasts against [N, C, H, W]."""
    if constant.ndim > 4:
        raise ValueError("more than four sides")
    return (
        constant.reshape((1,) * (4 - constant.ndim) + constant.shape).transpose(NCHW)
        if constant.ndim
        else constant
    )
