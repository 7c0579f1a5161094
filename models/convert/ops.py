"""TensorFlow's operators, one function each: (walk, node, inputs) -> outputs. What is not listed here is not converted."""

from collections.abc import Callable
from typing import Any

import numpy as np

from .graph import Graph, Value
from .graphdef import TYPES, Node
from .said import Refused
from .walk import Handle, Mask, Random, Repeated, Spread, Thing, Walk

Operator = Callable[[Walk, Node, list[Thing]], Any]
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
    return constant.reshape((1,) * (4 - constant.ndim) + constant.shape).transpose(NCHW) if constant.ndim else constant


# what comes in


@op("Const")
def const(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    found = node.attributes.get("value")
    if isinstance(found, list) and all(isinstance(one, bytes) for one in found):
        return np.array(found, object)
    return np.array(found, object) if isinstance(found, bytes) else found


@op("Placeholder", "PlaceholderWithDefault")
def placeholder(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    if walk.input_used:
        raise Refused(f"it takes a second input, {node.name}; a drawing is one.")
    walk.input_used = True
    return walk.graph.drawing


@op("VarHandleOp", "VariableV2", "Variable")
def variable(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    return Handle(node.name) if node.op == "VarHandleOp" else walk.variable(node.name)


@op("ReadVariableOp")
def read(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    (handle,) = things
    if isinstance(handle, np.ndarray):
        return handle
    return walk.variable(handle.name)  # type: ignore[union-attr]


@op("Identity", "StopGradient", "PreventGradient", "CheckNumerics", "Snapshot", "EnsureShape", "DisableCopyOnRead")
def identity(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    return things[0]


@op("IdentityN")
def identity_n(walk: Walk, node: Node, things: list[Thing]) -> list[Thing]:
    return things


# convolutions


def around(
    node: Node, size: tuple[int, int], kernel: tuple[int, int], stride: tuple[int, int], dilation: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Padding at top, left, bottom, right of a forward convolution or pool."""
    padding = node.attributes.get("padding", b"VALID")
    if padding == b"VALID":
        return (0, 0, 0, 0)
    if padding == b"EXPLICIT":
        p = node.attributes["explicit_paddings"]
        return (p[2], p[4], p[3], p[5])
    return same(size, kernel, stride, dilation)


def same(
    size: tuple[int, int], kernel: tuple[int, int], stride: tuple[int, int], dilation: tuple[int, int] = (1, 1)
) -> tuple[int, int, int, int]:
    """What TensorFlow calls SAME: as many pixels out as strides fit, the odd pixel of padding below and right."""
    total = [max((-(-n // s) - 1) * s + (k - 1) * d + 1 - n, 0) for n, k, s, d in zip(size, kernel, stride, dilation)]
    top, left = (t // 2 for t in total)
    return (top, left, total[0] - top, total[1] - left)


def two(numbers: list[int] | None) -> tuple[int, int]:
    """Height and width of an attribute that counts [N, H, W, C]."""
    return (int(numbers[1]), int(numbers[2])) if numbers else (1, 1)


def fused(walk: Walk, node: Node, x: Value, rest: list[Thing]) -> Value:
    """What TensorFlow.js packs behind a convolution."""
    rest = list(rest)
    for name in node.attributes.get("fused_ops", []):
        name = name.decode() if isinstance(name, bytes) else name
        if name == "BiasAdd":
            x = walk.graph.constant("Add", x, laid(array(rest.pop(0))))
        elif name == "Prelu":
            x = walk.graph.prelu(x, array(rest.pop(0)))
        elif name == "LeakyRelu":
            x = walk.graph.leaky(x, node.attributes.get("leakyrelu_alpha", 0.2))
        elif name == "FusedBatchNorm":
            gamma, beta, mean, variance = (array(rest.pop(0)) for _ in range(4))
            x = walk.graph.batch_norm(x, gamma, beta, mean, variance, node.attributes.get("epsilon", 1e-4))
        else:
            x = OPS[name](walk, Node(node.name, name), [x])
    return x


@op("Conv2D", "_FusedConv2D")
def conv(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    channels_last(node)
    if isinstance(things[0], Spread):
        return spread(walk, node, things, depthwise=False)
    x, weight = value(things[0]), array(things[1])  # [k, k, I, O]
    stride, dilation = two(node.attributes.get("strides")), two(node.attributes.get("dilations"))
    pads = around(node, (x.height, x.width), weight.shape[:2], stride, dilation)
    groups = x.channels // weight.shape[2]
    out = walk.graph.conv(x, weight.transpose(3, 2, 0, 1), stride=stride, pads=pads, dilation=dilation, groups=groups)
    return fused(walk, node, out, things[2:])


@op("DepthwiseConv2dNative", "FusedDepthwiseConv2dNative")
def depthwise(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    channels_last(node)
    if isinstance(things[0], Spread):
        return spread(walk, node, things, depthwise=True)
    x, weight = value(things[0]), array(things[1])  # [k, k, I, M]
    stride, dilation = two(node.attributes.get("strides")), two(node.attributes.get("dilations"))
    pads = around(node, (x.height, x.width), weight.shape[:2], stride, dilation)
    high, wide, inner, many = weight.shape
    each = weight.transpose(2, 3, 0, 1).reshape(inner * many, 1, high, wide)
    out = walk.graph.conv(x, each, stride=stride, pads=pads, dilation=dilation, groups=inner)
    return fused(walk, node, out, things[2:])


@op("SpaceToBatchND")
def space_to_batch(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    x, block, pads = value(things[0]), array(things[1]), array(things[2])
    if block.size != 2 or pads.shape != (2, 2):
        raise ValueError("spreads something other than the pixels")
    padded = walk.graph.pad(x, (pads[0, 0], pads[1, 0], pads[0, 1], pads[1, 1]))
    return Spread(padded, (int(block[0]), int(block[1])))


def spread(walk: Walk, node: Node, things: list[Thing], *, depthwise: bool) -> Thing:
    held, weight = things[0], array(things[1])
    if not isinstance(held, Spread) or node.attributes.get("padding") != b"VALID" or two(node.attributes.get("strides")) != (1, 1):
        raise ValueError("a spread convolution with padding or strides")
    high, wide, inner, many = weight.shape
    each = weight.transpose(2, 3, 0, 1).reshape(inner * many, 1, high, wide) if depthwise else weight.transpose(3, 2, 0, 1)
    return Spread(walk.graph.conv(held.value, each, dilation=held.block, groups=inner if depthwise else 1), held.block)


@op("BatchToSpaceND")
def batch_to_space(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    held, block, crops = things[0], array(things[1]), array(things[2])
    if not isinstance(held, Spread) or tuple(block.tolist()) != held.block:
        raise ValueError("gathers what was not spread")
    return walk.graph.pad(held.value, (-crops[0, 0], -crops[1, 0], -crops[0, 1], -crops[1, 1]))


@op("Conv2DBackpropInput")
def conv_transpose(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    channels_last(node)
    size, weight, x = array(things[0]), array(things[1]), value(things[2])  # [N, H, W, O], [k, k, O, I]
    stride, dilation = two(node.attributes.get("strides")), two(node.attributes.get("dilations"))
    goal = (int(size[-3]), int(size[-2])) if size.size == 4 else (int(size[0]), int(size[1]))
    pads = around(node, goal, weight.shape[:2], stride, dilation)
    return fit_transpose(walk.graph, x, weight.transpose(3, 2, 0, 1), None, goal=goal, stride=stride, pads=pads, dilation=dilation)


def fit_transpose(
    graph: Graph,
    x: Value,
    weight: np.ndarray,
    bias: np.ndarray | None,
    *,
    goal: tuple[int, int],
    stride: tuple[int, int],
    pads: tuple[int, int, int, int],
    dilation: tuple[int, int] = (1, 1),
) -> Value:
    """A transposed convolution to a size that is given, as TensorFlow does it; `pads` are those of the convolution it undoes."""
    extra = []
    for n, now, k, s, d, before, after in zip(goal, (x.height, x.width), weight.shape[2:], stride, dilation, pads[:2], pads[2:]):
        extra.append(n - ((now - 1) * s - before - after + d * (k - 1) + 1))
    if min(extra) < 0 or any(e >= max(s, d) for e, s, d in zip(extra, stride, dilation)):
        raise ValueError("the size does not fit")
    return graph.conv_transpose(x, weight, bias, stride=stride, pads=pads, extra=(extra[0], extra[1]), dilation=dilation)


# norms


@op("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3")
def batch_norm(walk: Walk, node: Node, things: list[Thing]) -> list[Thing]:
    channels_last(node)
    x, (gamma, beta, mean, variance) = value(things[0]), (array(t) for t in things[1:5])
    epsilon = node.attributes.get("epsilon", 1e-4)
    if node.attributes.get("is_training", True) or mean.size == 0:
        return [walk.graph.batch_norm(x, gamma, beta, None, None, epsilon), None, None, None, None, None]
    return [walk.graph.batch_norm(x, gamma, beta, mean, variance, epsilon), None, None, None, None, None]


# arithmetic: by numpy where all is known


def binary(name: str, compute: Callable, *, swap: Callable[[Walk, Thing, Thing], Thing] | None = None) -> Operator:
    def run(walk: Walk, node: Node, things: list[Thing]) -> Thing:
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


def noise(walk: Walk, name: str, a: Thing, b: Thing) -> Thing:
    """Dropout as it is written out: noise compared with a rate, or noise + keep, rounded down; then times the map."""
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


def dropped(walk: Walk, x: Value, mask: Mask) -> Value:
    """x · mask. Elsewhere the graph divides by `kept`, so without noise x · kept gives back what went in."""
    return walk.graph.dropout(walk.graph.affine(x, mask.kept, 0.0), 1 - mask.kept)


for _names, _onnx, _compute in (
    (("Add", "AddV2", "BiasAdd"), "Add", np.add),
    (("Sub",), "Sub", np.subtract),
    (("Mul",), "Mul", np.multiply),
    (("RealDiv", "Div"), "Div", np.divide),
    (("Maximum",), "Max", np.maximum),
    (("Minimum",), "Min", np.minimum),
    (("Pow",), "Pow", np.power),
):
    op(*_names)(binary(_onnx, _compute))


@op("FloorDiv", "FloorMod", "Equal", "Less", "LogicalAnd", "Prod", "Range", "Fill")
def counted(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    """Arithmetic on shapes: numbers only."""
    arrays = [array(t) for t in things]
    compute = {
        "FloorDiv": np.floor_divide,
        "FloorMod": np.mod,
        "Equal": np.equal,
        "Less": np.less,
        "LogicalAnd": np.logical_and,
        "Prod": lambda a, axes: np.prod(a, tuple(np.atleast_1d(axes))),
        "Range": np.arange,
        "Fill": lambda shape, v: np.full(bounded(shape), v),
    }[node.op]
    return np.asarray(compute(*arrays))


def bounded(shape: np.ndarray) -> list[int]:
    if np.prod(shape.astype(np.float64)) > 1e7:
        raise ValueError("too large")
    return [int(n) for n in shape]


@op("GreaterEqual", "Greater")
def compared(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    if isinstance(things[0], np.ndarray):
        return np.asarray((np.greater_equal if node.op == "GreaterEqual" else np.greater)(things[0], array(things[1])))
    return noise(walk, node.op, *things)


@op("SquaredDifference")
def squared_difference(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    apart = OPS["Sub"](walk, Node(node.name, "Sub"), things)
    return OPS["Mul"](walk, Node(node.name, "Mul"), [apart, apart])


@op("AddN")
def add_n(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    total = things[0]
    for thing in things[1:]:
        total = OPS["Add"](walk, Node(node.name, "Add"), [total, thing])
    return total


def unary(name: str, compute: Callable) -> Operator:
    def run(walk: Walk, node: Node, things: list[Thing]) -> Thing:
        (x,) = things
        with np.errstate(all="ignore"):
            return np.asarray(compute(x)) if isinstance(x, np.ndarray) else walk.graph.same(name, value(x))

    return run


for _name, _onnx, _compute in (
    ("Relu", "Relu", lambda x: np.maximum(x, 0)),
    ("Tanh", "Tanh", np.tanh),
    ("Sigmoid", "Sigmoid", lambda x: 1 / (1 + np.exp(-x))),
    ("Abs", "Abs", np.abs),
    ("Neg", "Neg", np.negative),
    ("Exp", "Exp", np.exp),
    ("Sqrt", "Sqrt", np.sqrt),
    ("Softplus", "Softplus", lambda x: np.log1p(np.exp(x))),
):
    op(_name)(unary(_onnx, _compute))


@op("Floor")
def floor(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    (x,) = things
    if isinstance(x, Random):  # noise 0…1 plus keep, rounded down
        return Mask(x.offset)
    return np.floor(array(x))


@op("Rsqrt")
def rsqrt(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    (x,) = things
    if isinstance(x, np.ndarray):
        return (1 / np.sqrt(x)).astype(x.dtype)
    return walk.graph.same("Reciprocal", walk.graph.same("Sqrt", value(x)))


@op("Square")
def square(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    return OPS["Mul"](walk, Node(node.name, "Mul"), [things[0], things[0]])


@op("LeakyRelu")
def leaky(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    return walk.graph.leaky(value(things[0]), node.attributes.get("alpha", 0.2))


@op("Relu6")
def relu6(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    return walk.graph.clip(value(things[0]), 0.0, 6.0)


@op("Elu", "Selu")
def elu(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    return walk.graph.same(node.op, value(things[0]))


@op("Prelu")
def prelu(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    return walk.graph.prelu(value(things[0]), array(things[1]))


@op("ClipByValue")
def clip(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    return walk.graph.clip(value(things[0]), float(array(things[1])), float(array(things[2])))


# noise


@op("RandomUniform", "StatelessRandomUniform", "StatelessRandomUniformV2")
def random(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    return Random()


@op("StatelessRandomGetKeyCounter", "StatelessRandomGetAlg")
def key(walk: Walk, node: Node, things: list[Thing]) -> list[Thing]:
    return [None, None]


@op("Select", "SelectV2")
def select(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    which, a, b = things
    if isinstance(which, np.ndarray):
        return a if bool(which.all()) else b
    if isinstance(which, Mask) and isinstance(b, np.ndarray) and not b.any():
        return dropped(walk, value(a), which)
    raise ValueError("a choice by what is not known")


# shapes


@op("Cast")
def cast(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    (x,) = things
    kind = node.attributes.get("DstT", 1)
    if isinstance(x, np.ndarray):
        return x.astype(TYPES[kind])
    if kind not in (1, 2, 14, 19):
        raise ValueError("no real numbers any more")
    return x


@op("Shape")
def shape(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    (x,) = things
    if isinstance(x, Repeated):
        return np.array([*sides(x.value)[: x.axis + 1], x.times, *sides(x.value)[x.axis + 1 :]], np.int32)
    return np.array(sides(x) if isinstance(x, Value) else array(x).shape, np.int32)


@op("StridedSlice")
def strided_slice(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    x, begin, end, step = things[0], *(array(t).tolist() for t in things[1:4])
    masks = {k: int(node.attributes.get(k, 0)) for k in ("begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask")}
    parts: list[Any] = []
    for i, (b, e, s) in enumerate(zip(begin, end, step)):
        bit = 1 << i
        if masks["ellipsis_mask"] & bit:
            parts.append(Ellipsis)
        elif masks["new_axis_mask"] & bit:
            parts.append(None)
        elif masks["shrink_axis_mask"] & bit:
            parts.append(b)
        else:
            parts.append(slice(None if masks["begin_mask"] & bit else b, None if masks["end_mask"] & bit else e, s))
    if isinstance(x, np.ndarray):
        return np.asarray(x[tuple(parts)])
    return cut(walk.graph, value(x), parts)


def cut(graph: Graph, x: Value, parts: list[Any]) -> Value:
    """x[:, a:b, c:d, e:f] of [N, H, W, C]; whole steps only."""
    if Ellipsis in parts:
        at = parts.index(Ellipsis)
        parts = parts[:at] + [slice(None)] * (4 - len(parts) + 1) + parts[at + 1 :]
    parts = parts + [slice(None)] * (4 - len(parts))
    if len(parts) != 4 or any(not isinstance(p, slice) or (p.step or 1) != 1 for p in parts):
        raise ValueError("a cut that is no window")
    (n0, n1), (top, bottom), (left, right), (first, last) = (p.indices(n)[:2] for p, n in zip(parts, sides(x)))
    if (n0, n1) != (0, 1):
        raise ValueError("a cut of the batch")
    if (top, bottom, left, right) != (0, x.height, 0, x.width):
        x = graph.pad(x, (-top, -left, bottom - x.height, right - x.width))
    return x if (first, last) == (0, x.channels) else graph.slice(x, first, last)


@op("Slice")
def window(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    x, begin, size = things[0], array(things[1]).tolist(), array(things[2]).tolist()
    parts = [slice(b, None if n < 0 else b + n) for b, n in zip(begin, size)]
    return np.asarray(x[tuple(parts)]) if isinstance(x, np.ndarray) else cut(walk.graph, value(x), parts)


@op("Pack")
def pack(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    return np.stack([array(t) for t in things], int(node.attributes.get("axis", 0)))


@op("ConcatV2", "Concat")
def concat(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    axis, parts = (things[-1], things[:-1]) if node.op == "ConcatV2" else (things[0], things[1:])
    at = int(array(axis))
    if all(isinstance(p, np.ndarray) for p in parts):
        return np.concatenate([array(p) for p in parts], at)
    if at not in (3, -1):
        raise ValueError("joins something other than channels")
    return walk.graph.concat([value(p) for p in parts])


@op("Split")
def split(walk: Walk, node: Node, things: list[Thing]) -> list[Thing]:
    at, x, count = int(array(things[0])), value(things[1]), int(node.attributes["num_split"])
    if at not in (3, -1) or x.channels % count:
        raise ValueError("splits something other than channels")
    each = x.channels // count
    return [walk.graph.slice(x, i * each, (i + 1) * each) for i in range(count)]


@op("Pad", "PadV2", "MirrorPad")
def pad(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    x, pads = value(things[0]), array(things[1])
    if pads.shape != (4, 2) or pads[0].any() or pads[3].any():
        raise ValueError("pads something other than the border")
    around_it = (pads[1, 0], pads[2, 0], pads[1, 1], pads[2, 1])
    if node.op == "MirrorPad" and node.attributes.get("mode") != b"REFLECT":
        raise ValueError("mirrors the border itself")
    fill = float(array(things[2])) if node.op == "PadV2" else 0.0
    return walk.graph.pad(x, around_it, "reflect" if node.op == "MirrorPad" else "constant", fill)


@op("Reshape")
def reshape(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    x, goal = things[0], array(things[1]).tolist()
    if isinstance(x, np.ndarray):
        return x.reshape(goal)
    if isinstance(x, Repeated):
        held = x.value
        height, width = held.height * (x.times if x.axis == 1 else 1), held.width * (x.times if x.axis == 2 else 1)
        if len(goal) != 4 or any(n not in (-1, m) for n, m in zip(goal, (1, height, width, held.channels))):
            raise ValueError("a new shape for a map")
        return walk.graph.resize(held, height, width, "nearest", "asymmetric")
    found = value(x)
    wanted = [now if n == -1 else n for n, now in zip(goal, sides(found))]
    if len(goal) == 4 and wanted == sides(found):
        return found
    raise ValueError("a new shape for a map")


@op("Squeeze", "ExpandDims", "Transpose", "Tile", "GatherV2", "Unpack")
def arranged(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    """Of constants; and of maps, where together they repeat rows or columns."""
    if node.op == "ExpandDims" and isinstance(things[0], Value) and int(array(things[1])) in (2, 3):
        return Repeated(things[0], int(array(things[1])) - 1, 1)
    if node.op == "Tile" and isinstance(things[0], Repeated):
        held, times = things[0], [int(n) for n in array(things[1])]
        if len(times) != 5 or any(n != 1 for i, n in enumerate(times) if i != held.axis + 1):
            raise ValueError("repeats something other than rows or columns")
        return Repeated(held.value, held.axis, times[held.axis + 1])
    arrays = [array(t) for t in things]
    if node.op == "Squeeze":
        axes = tuple(node.attributes.get("squeeze_dims") or node.attributes.get("axis") or ())
        return np.squeeze(arrays[0], axes or None)
    if node.op == "ExpandDims":
        return np.expand_dims(arrays[0], int(arrays[1]))
    if node.op == "Transpose":
        return arrays[0].transpose(arrays[1])
    if node.op == "Tile":
        bounded(np.array(arrays[0].shape) * arrays[1])
        return np.tile(arrays[0], arrays[1])
    if node.op == "GatherV2":
        return np.take(arrays[0], arrays[1], axis=int(arrays[2]))
    return list(arrays[0])  # type: ignore[return-value]


@op("Mean")
def mean(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    x, axes = things[0], array(things[1])
    keep = bool(node.attributes.get("keep_dims", False))
    if isinstance(x, np.ndarray):
        return np.asarray(x.mean(tuple(np.atleast_1d(axes)), keepdims=keep))
    if sorted(int(a) % 4 for a in np.atleast_1d(axes)) != [1, 2] or not keep:
        raise ValueError("a mean over something other than the pixels, kept as a map")
    return walk.graph.mean(value(x))


@op("MaxPool", "AvgPool")
def pool(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    channels_last(node)
    x, kernel, stride = value(things[0]), two(node.attributes["ksize"]), two(node.attributes["strides"])
    pads = around(node, (x.height, x.width), kernel, stride, (1, 1))
    return walk.graph.pool("MaxPool" if node.op == "MaxPool" else "AveragePool", x, kernel=kernel, stride=stride, pads=pads)


@op("ResizeNearestNeighbor", "ResizeBilinear")
def resize(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    x, (height, width) = value(things[0]), (int(n) for n in array(things[1]))
    half, corners = node.attributes.get("half_pixel_centers"), node.attributes.get("align_corners")
    nearest = node.op == "ResizeNearestNeighbor"
    if nearest and not corners and height % x.height == 0 and width % x.width == 0:
        how = "asymmetric"  # whole factors: every rule gives the same pixels
    elif corners:
        how = "align_corners"
    elif nearest and half:
        raise ValueError("enlarges by a fraction")
    else:
        how = "half_pixel" if half else "asymmetric"
    return walk.graph.resize(x, height, width, "nearest" if nearest else "linear", how)


@op("DepthToSpace")
def depth_to_space(walk: Walk, node: Node, things: list[Thing]) -> Thing:
    x, block = value(things[0]), int(node.attributes["block_size"])
    if block < 1 or x.channels % block**2:
        raise ValueError("does not divide the channels")
    return walk.graph.node(
        "DepthToSpace", [x.name], (x.channels // block**2, x.height * block, x.width * block), blocksize=block, mode="DCR"
    )
