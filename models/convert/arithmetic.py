"""TensorFlow's operators on values: by numpy where all is known, as ONNX where a map is among them, and
dropout where it is noise.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from .nodes import Node
from .registry import OPS, Operator, array, laid, op, value
from .things import Context, Mask, Random, Thing
from .writer import Value


def binary(name: str, compute: Callable) -> Operator:
    def run(walk: Context, node: Node, things: list[Thing]) -> Thing:
        a, b = things
        if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
            with np.errstate(all="ignore"):
                return np.asarray(compute(a, b))
        if isinstance(a, (Random, Mask)) or isinstance(b, (Random, Mask)):
            return noise(walk, node.op, a, b)
        if isinstance(a, Value) and isinstance(b, Value):
            if a is b and name == "Mul":
                return walk.graph.both("Mul", a, a)
            return walk.graph.both(name, a, b)
        if isinstance(a, Value):
            return walk.graph.constant(name, a, laid(array(b)))
        return walk.graph.constant(name, value(b), laid(array(a)), first=True)

    return run


def noise(walk: Context, name: str, a: Thing, b: Thing) -> Thing:
    """Dropout as it is written out: noise compared with a rate, or noise + keep, rounded down; then times the
    map.
    """
    if isinstance(b, (Random, Mask)):
        a, b = b, a
        if name in ("Sub", "RealDiv", "Div", "GreaterEqual", "Greater", "Less"):
            raise ValueError("noise on the right")
    if isinstance(a, Random):
        number = float(array(b))
        if name == "Mul":
            return Random(a.scale * number, a.offset * number)
        if name in ("Add", "AddV2", "Sub"):
            return Random(a.scale, a.offset + (number if name != "Sub" else -number))
        if name in ("GreaterEqual", "Greater"):
            return Mask(1 - (number - a.offset) / a.scale)
    if isinstance(a, Mask) and name == "Mul":
        return dropped(walk, value(b), a)
    raise ValueError("noise in an unknown place")


def dropped(walk: Context, x: Value, mask: Mask) -> Value:
    """x · mask. Elsewhere the graph divides by `kept`, so without noise x · kept gives back what went in."""
    return walk.graph.dropout(walk.graph.affine(x, mask.kept, 0.0), 1 - mask.kept)


BINARY: tuple[tuple[tuple[str, ...], str, Callable[..., Any]], ...] = (
    (("Add", "AddV2", "BiasAdd"), "Add", np.add),
    (("Sub",), "Sub", np.subtract),
    (("Mul",), "Mul", np.multiply),
    (("RealDiv", "Div"), "Div", np.divide),
    (("Maximum",), "Max", np.maximum),
    (("Minimum",), "Min", np.minimum),
    (("Pow",), "Pow", np.power),
)
for _names, _onnx, _compute in BINARY:
    op(*_names)(binary(_onnx, _compute))


@op("FloorDiv", "FloorMod", "Equal", "Less", "LogicalAnd", "Prod", "Range", "Fill")
def counted(walk: Context, node: Node, things: list[Thing]) -> Thing:
    """Arithmetic on shapes: numbers only."""
    arrays = [array(t) for t in things]
    compute: dict[str, Callable[..., Any]] = {
        "FloorDiv": np.floor_divide,
        "FloorMod": np.mod,
        "Equal": np.equal,
        "Less": np.less,
        "LogicalAnd": np.logical_and,
        "Prod": lambda a, axes: np.prod(a, tuple(np.atleast_1d(axes))),
        "Range": np.arange,
        "Fill": lambda shape, v: np.full(bounded(shape), v),
    }
    return np.asarray(compute[node.op](*arrays))


def bounded(shape: np.ndarray) -> list[int]:
    if np.prod(shape.astype(np.float64)) > 1e7:
        raise ValueError("too large")
    return [int(n) for n in shape]


@op("GreaterEqual", "Greater")
def compared(walk: Context, node: Node, things: list[Thing]) -> Thing:
    if isinstance(things[0], np.ndarray):
        return np.asarray(
            (np.greater_equal if node.op == "GreaterEqual" else np.greater)(things[0], array(things[1]))
        )
    return noise(walk, node.op, *things)


@op("SquaredDifference")
def squared_difference(walk: Context, node: Node, things: list[Thing]) -> Thing:
    apart = OPS["Sub"](walk, Node(node.name, "Sub"), things)
    return OPS["Mul"](walk, Node(node.name, "Mul"), [apart, apart])


@op("AddN")
def add_n(walk: Context, node: Node, things: list[Thing]) -> Thing:
    total = things[0]
    for thing in things[1:]:
        total = OPS["Add"](walk, Node(node.name, "Add"), [total, thing])
    return total


def unary(name: str, compute: Callable) -> Operator:
    def run(walk: Context, node: Node, things: list[Thing]) -> Thing:
        (x,) = things
        with np.errstate(all="ignore"):
            return np.asarray(compute(x)) if isinstance(x, np.ndarray) else walk.graph.same(name, value(x))

    return run


UNARY: tuple[tuple[str, str, Callable[..., Any]], ...] = (
    ("Relu", "Relu", lambda x: np.maximum(x, 0)),
    ("Tanh", "Tanh", np.tanh),
    ("Sigmoid", "Sigmoid", lambda x: 1 / (1 + np.exp(-x))),
    ("Abs", "Abs", np.abs),
    ("Neg", "Neg", np.negative),
    ("Exp", "Exp", np.exp),
    ("Sqrt", "Sqrt", np.sqrt),
    ("Softplus", "Softplus", lambda x: np.log1p(np.exp(x))),
)
for _name, _onnx, _compute in UNARY:
    op(_name)(unary(_onnx, _compute))


@op("Floor")
def floor(walk: Context, node: Node, things: list[Thing]) -> Thing:
    (x,) = things
    if isinstance(x, Random):  # noise 0…1 plus keep, rounded down
        return Mask(x.offset)
    return np.floor(array(x))


@op("Rsqrt")
def rsqrt(walk: Context, node: Node, things: list[Thing]) -> Thing:
    (x,) = things
    if isinstance(x, np.ndarray):
        return (1 / np.sqrt(x)).astype(x.dtype)
    return walk.graph.same("Reciprocal", walk.graph.same("Sqrt", value(x)))


@op("Square")
def square(walk: Context, node: Node, things: list[Thing]) -> Thing:
    return OPS["Mul"](walk, Node(node.name, "Mul"), [things[0], things[0]])


@op("LeakyRelu")
def leaky(walk: Context, node: Node, things: list[Thing]) -> Thing:
    return walk.graph.leaky(value(things[0]), node.attributes.get("alpha", 0.2))


@op("Relu6")
def relu6(walk: Context, node: Node, things: list[Thing]) -> Thing:
    return walk.graph.clip(value(things[0]), 0.0, 6.0)


@op("Elu", "Selu")
def elu(walk: Context, node: Node, things: list[Thing]) -> Thing:
    return walk.graph.same(node.op, value(things[0]))


@op("Prelu")
def prelu(walk: Context, node: Node, things: list[Thing]) -> Thing:
    return walk.graph.prelu(value(things[0]), array(things[1]))


@op("ClipByValue")
def clip(walk: Context, node: Node, things: list[Thing]) -> Thing:
    return walk.graph.clip(value(things[0]), float(array(things[1])), float(array(things[2])))


# noise


@op("RandomUniform", "StatelessRandomUniform", "StatelessRandomUniformV2")
def random(walk: Context, node: Node, things: list[Thing]) -> Thing:
    return Random()


@op("StatelessRandomGetKeyCounter", "StatelessRandomGetAlg")
def key(walk: Context, node: Node, things: list[Thing]) -> list[Thing]:
    return [None, None]


@op("Select", "SelectV2")
def select(walk: Context, node: Node, things: list[Thing]) -> Thing:
    which, a, b = things
    if isinstance(which, np.ndarray):
        return a if bool(which.all()) else b
    if isinstance(which, Mask) and isinstance(b, np.ndarray) and not b.any():
        return dropped(walk, value(a), which)
    raise ValueError("a choice by what is not known")
