"""A LiteRT file (.tflite) -> a generator. Its operators are walked as data, float32, float16 and int8.

Field numbers: tensorflow/compiler/mlir/lite/schema/schema.fbs. What a file rounds to int8 between its layers
stays float32 here.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from .ends import ranged
from .flatbuffer import Table, root
from .graph import Graph, Value
from .graphdef import Node
from .ops import OPS
from .registry import array, laid, value
from .said import FOLD, LARGEST, Asked, Found, Range, Refused, seen
from .same import fit_transpose, same
from .things import described
from .trial import RANGES

TYPES = {0: "<f4", 1: "<f2", 2: "<i4", 3: "u1", 4: "<i8", 6: "?", 7: "<i2", 9: "i1"}
REAL = (0, 1)
QUANTISED = {3: (0, 255), 7: (-32768, 32767), 9: (-128, 127)}
CUSTOM = 32
NEAR = 0.02  # of a range: how far what an int8 input can hold may be from it
ACTIVATIONS = {1: "Relu", 4: "Tanh"}
RELU6 = 3
MADE_FROM = "a LiteRT file is made from a Keras model or SavedModel: give that"

Things = list[Any]  # maps, constants, or None where an input is left out


class Network:
    def __init__(self, path: Path):
        self.data = memoryview(path.read_bytes())
        model = root(self.data)
        graphs = model.tables(2)
        if len(graphs) != 1:
            raise Refused(
                f"it holds {len(graphs)} graphs, wanted one; loops and branches are not taken over."
            )
        self.codes = [max(code.number(0, "<b"), code.number(3)) for code in model.tables(1)]
        self.customs = [code.text(1) for code in model.tables(1)]
        self.buffers = model.tables(4)
        self.tensors = graphs[0].tables(0)
        self.inputs, self.outputs = graphs[0].vector(1, "<i4"), graphs[0].vector(2, "<i4")
        self.operators = graphs[0].tables(3)

    def constant(self, at: int) -> np.ndarray | None:
        """A tensor's values, real numbers where it is quantised; None where they are computed."""
        tensor = self.tensors[at]
        buffer = self.buffers[tensor.number(2, "<I")]
        if buffer.number(1, "<Q") > 1:
            raise Refused("its weights stand behind the model (larger than 2 GB).")
        data = buffer.vector(0, "u1")
        if not data.size:
            return None
        kind, shape = tensor.number(1, "<b"), [int(n) for n in tensor.vector(0, "<i4")]
        if kind not in TYPES:
            raise Refused(f"its weights {seen(tensor.text(3))} are of LiteRT's type {kind}, wanted numbers.")
        count = int(np.prod(shape, dtype=np.float64)) if all(n >= 0 for n in shape) else -1
        if count * np.dtype(TYPES[kind]).itemsize != data.size or data.size > LARGEST:
            raise Refused(f"its weights {seen(tensor.text(3))} of the shape {shape} have {data.size} bytes.")
        values = np.frombuffer(data, TYPES[kind]).reshape(shape)
        scale, zero = quantisation(tensor)
        if not scale.size:
            return values.astype(np.float32) if kind in REAL else values
        side = [1] * len(shape)
        if scale.size > 1:
            side[(tensor.table(4) or tensor).number(6)] = scale.size
        zeros = np.resize(zero, scale.size) if zero.size else np.zeros(scale.size)
        return ((values - zeros.reshape(side)) * scale.reshape(side)).astype(np.float32)


def quantisation(tensor: Table) -> tuple[np.ndarray, np.ndarray]:
    """Scales and zero points; none where it is not quantised."""
    said = tensor.table(4)
    return (said.vector(2, "<f4"), said.vector(3, "<i8")) if said else (np.zeros(0), np.zeros(0))


def litert(path: Path, asked: Asked) -> Found:
    network = Network(path)
    if len(network.inputs) != 1 or len(network.outputs) != 1:
        raise Refused(
            f"it takes {len(network.inputs)} inputs and gives {len(network.outputs)} outputs; wanted one "
            f"drawing and one picture."
        )
    start, end = int(network.inputs[0]), int(network.outputs[0])
    shape = [int(n) for n in network.tensors[start].vector(0, "<i4")]
    if len(shape) != 4 or shape[0] > 1 or shape[1] != shape[2]:
        raise Refused(f"its input has the shape {shape}; wanted one square picture.")
    graph = Graph(channels=shape[3], size=shape[1], noise=FOLD)
    known: dict[int, Any] = {start: graph.drawing}
    for operator in network.operators:
        step(network, graph, operator, known)
    picture = known.get(end)
    if not isinstance(picture, Value):
        raise Refused("what it gives does not depend on the drawing.")
    kinds = {tensor.number(1, "<b") for tensor in network.tensors}
    small = bool(kinds & set(QUANTISED))
    notes = ["its weights are int8; what is between the layers is computed in float32."] if small else []
    outside = ranged(graph, picture)
    return Found(
        what=f"LiteRT (.tflite), {len(network.operators)} operators",
        model=graph.close(picture),
        noise=FOLD,
        inside=held_by(network.tensors[start]),
        outside=outside,
        notes=notes,
    )


def held_by(tensor: Table) -> Range | None:
    """The range that an int8 input can hold, where it is one of the usual."""
    scale, zero = quantisation(tensor)
    limits = QUANTISED.get(tensor.number(1, "<b"))
    if limits is None or scale.size != 1 or zero.size != 1:
        return None
    low, high = ((limit - float(zero[0])) * float(scale[0]) for limit in limits)
    for usual in RANGES:
        wide = usual[1] - usual[0]
        if max(abs(low - usual[0]), abs(high - usual[1])) <= NEAR * wide:
            return usual
    return None


def step(network: Network, graph: Graph, operator: Table, known: dict[int, Any]) -> None:
    at = operator.number(0, "<I")
    code = network.codes[at]
    if code == CUSTOM or code not in OPERATORS:
        name = f"operator {network.customs[at]}" if code == CUSTOM else f"operator {code} of LiteRT's list"
        raise Refused(f"it holds the {seen(name)}, which is not converted; {MADE_FROM}.")
    name, run = OPERATORS[code]
    things: Things = []
    for index in (int(n) for n in operator.vector(1, "<i4")):
        if index >= 0 and index not in known:
            known[index] = network.constant(index)
            if known[index] is None:
                raise Refused(f"the operator {name} reads what no other gives.")
        things.append(known[index] if index >= 0 else None)
    try:
        found = run(graph, operator.table(4), things)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        given = ", ".join(described(thing) for thing in things)
        raise Refused(f"the operator {name} is not converted in this form ({given}); {MADE_FROM}.") from error
    known[int(operator.vector(2, "<i4")[0])] = found


# operators: (graph, options, inputs) -> output; maps are [1, C, H, W] here, [N, H, W, C] in the file


def activated(graph: Graph, x: Value, options: Table | None, field: int) -> Value:
    kind = options.number(field, "<b") if options else 0
    if kind == RELU6:
        return graph.clip(x, 0.0, 6.0)
    return graph.same(ACTIVATIONS[kind], x) if kind else x


def strides(options: Table) -> tuple[int, int]:
    """Down and across: the file names the width first."""
    return options.number(2), options.number(1)


def around(options: Table, x: Value, kernel: tuple[int, int], dilation: tuple[int, int]) -> tuple:
    valid = options.number(0, "<b")
    return (0, 0, 0, 0) if valid else same((x.height, x.width), kernel, strides(options), dilation)


def conv(graph: Graph, options: Any, things: Things) -> Value:
    x, weight = value(things[0]), array(things[1])  # [O, k, k, I / groups]
    bias = array(things[2]) if len(things) > 2 and things[2] is not None else None
    dilation = options.number(5, usual=1), options.number(4, usual=1)
    pads = around(options, x, weight.shape[1:3], dilation)
    more: Any = {"stride": strides(options), "pads": pads, "dilation": dilation}
    y = graph.conv(x, weight.transpose(0, 3, 1, 2), bias, groups=x.channels // weight.shape[3], **more)
    return activated(graph, y, options, 3)


def depthwise(graph: Graph, options: Any, things: Things) -> Value:
    x, weight = value(things[0]), array(things[1])  # [1, k, k, O]
    bias = array(things[2]) if len(things) > 2 and things[2] is not None else None
    dilation = options.number(6, usual=1), options.number(5, usual=1)
    pads = around(options, x, weight.shape[1:3], dilation)
    more: Any = {"stride": strides(options), "pads": pads, "dilation": dilation}
    y = graph.conv(x, weight.transpose(3, 0, 1, 2), bias, groups=x.channels, **more)
    return activated(graph, y, options, 4)


def transpose_conv(graph: Graph, options: Any, things: Things) -> Value:
    size, weight, x = array(things[0]), array(things[1]), value(things[2])  # [N, H, W, O], [O, k, k, I]
    bias = array(things[3]) if len(things) > 3 and things[3] is not None else None
    goal, stride = (int(size[1]), int(size[2])), strides(options)
    pads = (0, 0, 0, 0) if options.number(0, "<b") else same(goal, weight.shape[1:3], stride)
    y = fit_transpose(graph, x, weight.transpose(3, 0, 1, 2), bias, goal=goal, stride=stride, pads=pads)
    return activated(graph, y, options, 3)


def concatenation(graph: Graph, options: Any, things: Things) -> Any:
    if all(isinstance(thing, np.ndarray) for thing in things):
        return np.concatenate([array(thing) for thing in things], options.number(0))
    if options.number(0) not in (3, -1):
        raise ValueError("joins something other than channels")
    return activated(graph, graph.concat([value(thing) for thing in things]), options, 1)


def arithmetic(op: str) -> Callable[[Graph, Any, Things], Any]:
    numbers = {"Add": np.add, "Sub": np.subtract, "Mul": np.multiply, "Div": np.divide}

    def run(graph: Graph, options: Any, things: Things) -> Any:
        a, b = things
        if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
            return numbers[op](a, b)
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


def padded(graph: Graph, things: Things, mode: str) -> Value:
    sides = array(things[1])
    if sides.shape != (4, 2) or sides[0].any() or sides[3].any():
        raise ValueError("pads something other than the pixels")
    top, bottom, left, right = (int(n) for n in (*sides[1], *sides[2]))
    return graph.pad(value(things[0]), (top, left, bottom, right), mode)


def zero_pad(graph: Graph, options: Any, things: Things) -> Value:
    return padded(graph, things, "constant")


def mirror_pad(graph: Graph, options: Any, things: Things) -> Value:
    if options is not None and options.number(0, "<b"):
        raise ValueError("a mirror that doubles the border")
    return padded(graph, things, "reflect")


def resize(mode: str, field: int) -> Callable[[Graph, Any, Things], Value]:
    def run(graph: Graph, options: Any, things: Things) -> Value:
        height, width = (int(n) for n in array(things[1]))
        aligned, half = (options.number(field + i, "<b") for i in (0, 1))
        corners = "align_corners" if aligned else "half_pixel" if half else "asymmetric"
        return graph.resize(value(things[0]), height, width, mode, corners)

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
    2: ("CONCATENATION", concatenation),
    3: ("CONV_2D", conv),
    4: ("DEPTHWISE_CONV_2D", depthwise),
    6: ("DEQUANTIZE", through),
    14: ("LOGISTIC", unary("Sigmoid")),
    18: ("MUL", arithmetic("Mul")),
    19: ("RELU", unary("Relu")),
    22: ("RESHAPE", as_tensorflow("Reshape")),
    23: ("RESIZE_BILINEAR", resize("linear", 2)),
    28: ("TANH", unary("Tanh")),
    34: ("PAD", zero_pad),
    40: ("MEAN", mean),
    41: ("SUB", arithmetic("Sub")),
    42: ("DIV", arithmetic("Div")),
    45: ("STRIDED_SLICE", strided_slice),
    54: ("PRELU", prelu),
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
    114: ("QUANTIZE", through),
}
