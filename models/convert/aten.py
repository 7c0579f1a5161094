"""PyTorch's operators as TorchScript names them: (graph, inputs …) -> Cell. What only steers PyTorch (cudnn,
momentum …) is not used.
"""

import operator
from collections.abc import Callable
from typing import Any

import numpy as np

from .aten_layers import (
    batch_norm,
    conv2d,
    conv_transpose2d,
    convolution,
    functional_batch_norm,
    functional_instance_norm,
    group_norm,
    instance_norm,
)
from .aten_pools import POOLS
from .cells import Cell, plain, twice
from .graph import Graph


def pad(g: Graph, x: Cell, pads: list[int], mode: str = "constant", value: Any = None) -> Cell:
    left, right, top, bottom = pads
    kind = {"constant": "constant", "reflect": "reflect", "replicate": "edge"}[mode]
    return Cell(g.pad(x.value, (top, left, bottom, right), kind, float(value or 0)))


def cat(g: Graph, cells: list[Cell], axis: int = 0) -> Cell:
    if axis not in (1, -3):
        raise ValueError("joins something other than channels")
    return Cell(g.concat([c.value for c in cells]))


def arithmetic(name: str) -> Callable:
    def run(g: Graph, a: Any, b: Any, alpha: Any = 1) -> Any:
        if not isinstance(a, Cell) and not isinstance(b, Cell):
            return {"Add": operator.add, "Sub": operator.sub, "Mul": operator.mul, "Div": operator.truediv}[
                name
            ](a, b)
        if alpha != 1:
            if not isinstance(b, (int, float)):
                raise ValueError("alpha")
            b = b * alpha
        if isinstance(a, Cell) and isinstance(b, Cell):
            return Cell(g.both(name, a.value, b.value))
        x, other, first = (a, b, False) if isinstance(a, Cell) else (b, a, True)
        return Cell(g.constant(name, x.value, np.asarray(other, np.float32), first=first))

    return run


def unary(name: str) -> Callable:
    return lambda g, x: Cell(g.same(name, x.value))


def leaky_relu(g: Graph, x: Cell, slope: float = 0.01, inplace: bool = False) -> Cell:
    found = Cell(g.leaky(x.value, slope))
    if inplace:
        x.value = found.value
    return found


def relu(g: Graph, x: Cell, inplace: bool = False) -> Cell:
    found = Cell(g.same("Relu", x.value))
    if inplace:
        x.value = found.value
    return found


def clamp(g: Graph, x: Cell, low: Any = None, high: Any = None) -> Cell:
    return Cell(g.clip(x.value, low, high))


def dropout(g: Graph, x: Cell, rate: float = 0.5, training: bool = True, inplace: bool = False) -> Cell:
    return Cell(g.dropout(x.value, rate))


def upsample_nearest(g: Graph, x: Cell, size: Any, *factors: Any) -> Cell:
    height, width = grown(x, size, factors)
    if any(now % was and was % now for now, was in ((height, x.value.height), (width, x.value.width))):
        raise ValueError("enlarges by a fraction")
    return Cell(g.resize(x.value, height, width, "nearest", "asymmetric"))


def upsample_bilinear(g: Graph, x: Cell, size: Any, corners: bool, *factors: Any) -> Cell:
    """By the factors as they were given, whatever whole sizes they come to."""
    given = factors[0] if factors and isinstance(factors[0], (list, tuple)) else factors
    by = tuple(float(n) for n in given if n is not None)
    sides = grown(x, size, factors)
    if corners:
        return Cell(g.resize(x.value, *sides, "linear", "align_corners"))
    return Cell(g.resize(x.value, *sides, "linear", "half_pixel", by if len(by) == 2 else ()))


def grown(x: Cell, size: Any, factors: tuple) -> tuple[int, int]:
    if size is not None:
        return twice(size)
    given = factors[0] if isinstance(factors[0], (list, tuple)) else factors
    return int(x.value.height * given[0]), int(x.value.width * given[-1])


def size_of(g: Graph, x: Cell, axis: int | None = None) -> Any:
    return list(x.value.shape) if axis is None else x.value.shape[axis]


def mean(g: Graph, x: Cell, axes: Any, keep: bool = False, **kwargs: Any) -> Cell:
    if sorted(a % 4 for a in axes) != [2, 3] or not keep:
        raise ValueError("a mean over something other than the pixels")
    return Cell(g.mean(x.value))


def same(g: Graph, x: Any, *rest: Any, **kwargs: Any) -> Any:
    return x


OPERATORS: dict[str, Callable] = {
    "_convolution": convolution,
    "convolution": convolution,
    "conv2d": conv2d,
    "conv_transpose2d": conv_transpose2d,
    "batch_norm": batch_norm,
    "instance_norm": instance_norm,
    "group_norm": group_norm,
    "pad": pad,
    "reflection_pad2d": lambda g, x, pads: pad(g, x, pads, "reflect"),
    "replication_pad2d": lambda g, x, pads: pad(g, x, pads, "replicate"),
    "constant_pad_nd": lambda g, x, pads, value=0: pad(g, x, pads, "constant", value),
    "cat": cat,
    "add": arithmetic("Add"),
    "sub": arithmetic("Sub"),
    "mul": arithmetic("Mul"),
    "div": arithmetic("Div"),
    "relu": relu,
    "tanh": unary("Tanh"),
    "sigmoid": unary("Sigmoid"),
    "leaky_relu": leaky_relu,
    "elu": lambda g, x, alpha=1.0, *rest: Cell(g.same("Elu", x.value, alpha=float(alpha))),
    "prelu": lambda g, x, slope: Cell(g.prelu(x.value, slope)),
    "silu": lambda g, x: Cell(g.both("Mul", x.value, g.same("Sigmoid", x.value))),
    "clamp": clamp,
    "dropout": dropout,
    "feature_dropout": dropout,
    "upsample_nearest2d": upsample_nearest,
    "upsample_bilinear2d": upsample_bilinear,
    "pixel_shuffle": lambda g, x, block: Cell(g.shuffle(x.value, block)),
    **POOLS,
    "mean": mean,
    "size": size_of,
    "contiguous": same,
    "detach": same,
    "to": same,
    "clone": lambda g, x, *rest, **kwargs: Cell(x.value),
    "__isnot__": lambda g, a, b: a is not b,
    "__is__": lambda g, a, b: a is b,
    "__not__": lambda g, a: not plain(a),
    "eq": lambda g, a, b: plain(a) == plain(b),
    "ne": lambda g, a, b: plain(a) != plain(b),
    "lt": lambda g, a, b: plain(a) < plain(b),
    "gt": lambda g, a, b: plain(a) > plain(b),
    "le": lambda g, a, b: plain(a) <= plain(b),
    "ge": lambda g, a, b: plain(a) >= plain(b),
    "len": lambda g, a: len(plain(a)),
    "__contains__": lambda g, a, b: plain(b) in plain(a),
    "format": lambda g, *rest: "",
    "dim": lambda g, x: 4,
    "warn": lambda g, *rest, **kwargs: None,
}
FUNCTIONAL: dict[str, Callable] = {
    "batch_norm": functional_batch_norm,
    "instance_norm": functional_instance_norm,
    "leaky_relu": leaky_relu,
    "relu": relu,
    "dropout": dropout,
    "pad": pad,
}
