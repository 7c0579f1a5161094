"""LiteRT's operators by their number: (graph, options, inputs) -> output.

Maps are [1, C, H, W] here, [N, H, W, C] in the file. Numbers and fields:
tensorflow/compiler/mlir/lite/schema/schema.fbs.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from .graph import Graph
from .litert_layers import Things, activated, clipped, conv, depthwise, gelu, transpose_conv
from .litert_spatial import depth_to_space, mirror_pad, pool, resize, zero_pad
from .nodes import Node
from .ops import OPS
from .registry import array, laid, value
from .said import Refused, seen
from .writer import Value


def concatenation(graph: Graph, options: Any, things: Things) -> Any:
    if all(isinstance(thing, np.ndarray) for thing in things):
        return np.concatenate([array(thing) for thing in things], options.number(0))
    if options.number(0) not in (3, -1):
        raise ValueError("joins something other than channels")
    return activated(graph, graph.concat([value(thing) for thing in things]), options, 1)


NUMBERS: dict[str, Callable[..., Any]] = {
    "Add": np.add,
    "Sub": np.subtract,
    "Mul": np.multiply,
    "Div": np.divide,
    "Max": np.maximum,
    "Min": np.minimum,
}


def arithmetic(op: str) -> Callable[[Graph, Any, Things], Any]:
    compute = NUMBERS[op]

    def run(graph: Graph, options: Any, things: Things) -> Any:
        a, b = things
        if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
            return compute(a, b)
        if isinstance(a, Value) and isinstance(b, Value):
            y = graph.both(op, a, b)
        elif isinstance(a, Value):
            y = graph.constant(op, a, laid(b))
        else:
            y = graph.constant(op, value(b), laid(array(a)), first=True)
        return activated(graph, y, options, 0)

    return run


def squared_difference(graph: Graph, options: Any, things: Things) -> Value:
    apart = arithmetic("Sub")(graph, None, things)
    return graph.both("Mul", apart, apart)


def mean(graph: Graph, options: Any, things: Things) -> Value:
    axes = sorted(int(n) % 4 for n in np.atleast_1d(array(things[1])))
    if axes != [1, 2] or not options.number(0, "<b"):
        raise ValueError("a mean over something other than the pixels")
    return graph.mean(value(things[0]))


def unary(*ops: str) -> Callable[[Graph, Any, Things], Value]:
    def run(graph: Graph, options: Any, things: Things) -> Value:
        x = value(things[0])
        for op in ops:
            x = graph.same(op, x)
        return x

    return run


class Alone:
    """What TensorFlow's operators may use of a walk, without a walk."""

    def __init__(self, graph: Graph):
        self.graph = graph
        self.variable: Callable[[str], np.ndarray] = no_variables
        self.input_used = False


def no_variables(name: str) -> np.ndarray:
    raise Refused(f"it reads the variable {seen(name)}; wanted constants.")


def as_tensorflow(op: str, attributes: dict[str, Any] | None = None) -> Callable[[Graph, Any, Things], Any]:
    """Shapes, and what Keras 3 enlarges with: a side more, repeated, laid into rows or columns."""

    def run(graph: Graph, options: Any, things: Things) -> Any:
        return OPS[op](Alone(graph), Node(op, op, attributes=attributes or {}), things)

    return run


def strided_slice(graph: Graph, options: Any, things: Things) -> Any:
    masks = ("begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask")
    return as_tensorflow("StridedSlice", {name: options.number(at) for at, name in enumerate(masks)})(
        graph, None, things
    )


def pack(graph: Graph, options: Any, things: Things) -> np.ndarray:
    return np.stack([np.asarray(thing) for thing in things if not isinstance(thing, Value)])


def through(graph: Graph, options: Any, things: Things) -> Any:
    return things[0]


def leaky(graph: Graph, options: Any, things: Things) -> Value:
    return graph.leaky(value(things[0]), options.real(0))


def prelu(graph: Graph, options: Any, things: Things) -> Value:
    slope = array(things[1])
    if slope.size != slope.shape[-1]:
        raise ValueError("a slope for each pixel")
    return graph.prelu(value(things[0]), slope)


OPERATORS: dict[int, tuple[str, Callable[[Graph, Any, Things], Any]]] = {
    0: ("ADD", arithmetic("Add")),
    1: ("AVERAGE_POOL_2D", pool("AveragePool")),
    2: ("CONCATENATION", concatenation),
    3: ("CONV_2D", conv),
    4: ("DEPTHWISE_CONV_2D", depthwise),
    5: ("DEPTH_TO_SPACE", depth_to_space),
    6: ("DEQUANTIZE", through),
    14: ("LOGISTIC", unary("Sigmoid")),
    17: ("MAX_POOL_2D", pool("MaxPool")),
    18: ("MUL", arithmetic("Mul")),
    19: ("RELU", unary("Relu")),
    20: ("RELU_N1_TO_1", clipped(-1.0, 1.0)),
    21: ("RELU6", clipped(0.0, 6.0)),
    22: ("RESHAPE", as_tensorflow("Reshape")),
    23: ("RESIZE_BILINEAR", resize("linear", 2)),
    28: ("TANH", unary("Tanh")),
    34: ("PAD", zero_pad),
    40: ("MEAN", mean),
    41: ("SUB", arithmetic("Sub")),
    42: ("DIV", arithmetic("Div")),
    45: ("STRIDED_SLICE", strided_slice),
    54: ("PRELU", prelu),
    55: ("MAXIMUM", arithmetic("Max")),
    57: ("MINIMUM", arithmetic("Min")),
    67: ("TRANSPOSE_CONV", transpose_conv),
    69: ("TILE", as_tensorflow("Tile")),
    70: ("EXPAND_DIMS", as_tensorflow("ExpandDims")),
    76: ("RSQRT", unary("Sqrt", "Reciprocal")),
    77: ("SHAPE", as_tensorflow("Shape")),
    83: ("PACK", pack),
    97: ("RESIZE_NEAREST_NEIGHBOR", resize("nearest", 0)),
    98: ("LEAKY_RELU", leaky),
    99: ("SQUARED_DIFFERENCE", squared_difference),
    100: ("MIRROR_PAD", mirror_pad),
    111: ("ELU", unary("Elu")),
    114: ("QUANTIZE", through),
    117: ("HARD_SWISH", unary("HardSwish")),
    150: ("GELU", gelu),
    152: ("RELU_0_TO_1", clipped(0.0, 1.0)),
}
