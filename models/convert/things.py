"""What passes between TensorFlow's operators: a map, a constant, or one of the forms that only some operators
take.

An operator is a function (Context, node, inputs) -> output or outputs; registry.py holds their table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from .graph import Graph
from .writer import Value


@dataclass(frozen=True)
class Handle:
    """A variable, by the name of its handle in the main graph."""

    name: str


@dataclass(frozen=True)
class Random:
    """Uniform 0…1 noise, times scale, plus offset."""

    scale: float = 1.0
    offset: float = 0.0


@dataclass(frozen=True)
class Mask:
    """1 with the chance `kept`, else 0: what dropout multiplies with."""

    kept: float


@dataclass(frozen=True)
class Spread:
    """A map, padded, between SpaceToBatchND and BatchToSpaceND: a convolution in between is dilated by
    `block`.
    """

    value: Value
    block: tuple[int, int]


@dataclass(frozen=True)
class Repeated:
    """A map whose rows (axis 1) or columns (axis 2) were given a side of their own, `times` long: on the way
    to be repeated.
    """

    value: Value
    axis: int
    times: int


Thing = Value | np.ndarray | Handle | Random | Mask | Spread | Repeated | None


class Context(Protocol):
    """What an operator may use of the walk that calls it."""

    graph: Graph  # the layers are written here
    variable: Callable[[str], np.ndarray]  # a variable's name -> its value
    input_used: bool  # a graph takes one drawing


def described(thing: Thing) -> str:
    if isinstance(thing, Value):
        return f"map {thing.height} × {thing.width} × {thing.channels}"
    if isinstance(thing, np.ndarray):
        return f"constant {' × '.join(map(str, thing.shape)) or 'number'}"
    return type(thing).__name__.lower()
