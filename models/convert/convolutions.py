"""TensorFlow's operators with weights, and what stands at a graph's beginning: (walk, node, inputs) ->
outputs.
"""

from typing import Any

import numpy as np

from .nodes import Node
from .registry import OPS, array, channels_last, laid, op, value
from .said import Refused
from .same import fit_transpose, same, two
from .things import Context, Handle, Spread, Thing
from .writer import Value

# what comes in


@op("Const")
def const(walk: Context, node: Node, things: list[Thing]) -> Thing:
    found = node.attributes.get("value")
    if isinstance(found, list) and all(isinstance(one, bytes) for one in found):
        return np.array(found, object)
    return np.array(found, object) if isinstance(found, bytes) else found


@op("Placeholder", "PlaceholderWithDefault")
def placeholder(walk: Context, node: Node, things: list[Thing]) -> Thing:
    if walk.input_used:
        raise Refused(f"it takes a second input, {node.name}; a drawing is one.")
    walk.input_used = True
    return walk.graph.drawing


@op("VarHandleOp", "VariableV2", "Variable")
def variable(walk: Context, node: Node, things: list[Thing]) -> Thing:
    return Handle(node.name) if node.op == "VarHandleOp" else walk.variable(node.name)


@op("ReadVariableOp")
def read(walk: Context, node: Node, things: list[Thing]) -> Thing:
    (handle,) = things
    if isinstance(handle, np.ndarray):
        return handle
    return walk.variable(handle.name)  # type: ignore[union-attr]


@op(
    "Identity",
    "StopGradient",
    "PreventGradient",
    "CheckNumerics",
    "Snapshot",
    "EnsureShape",
    "DisableCopyOnRead",
)
def identity(walk: Context, node: Node, things: list[Thing]) -> Thing:
    return things[0]


@op("IdentityN")
def identity_n(walk: Context, node: Node, things: list[Thing]) -> list[Thing]:
    return things


# convolutions


def around(
    node: Node,
    size: tuple[int, int],
    kernel: tuple[int, int],
    stride: tuple[int, int],
    dilation: tuple[int, int],
) -> tuple[int, int, int, int]:
    """Padding at top, left, bottom, right of a forward convolution or pool."""
    padding = node.attributes.get("padding", b"VALID")
    if padding == b"VALID":
        return (0, 0, 0, 0)
    if padding == b"EXPLICIT":
        p = node.attributes["explicit_paddings"]
        return (p[2], p[4], p[3], p[5])
    return same(size, kernel, stride, dilation)


def fused(walk: Context, node: Node, x: Value, rest: list[Thing]) -> Value:
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
            epsilon = node.attributes.get("epsilon", 1e-4)
            x = walk.graph.batch_norm(x, gamma, beta, mean, variance, epsilon, node.name)
        else:
            x = OPS[name](walk, Node(node.name, name), [x])
    return x


def window(node: Node, x: Value, weight: np.ndarray) -> dict[str, Any]:
    """How a weight [k, k, …] goes over `x`: stride, pads and dilation."""
    stride, dilation = two(node.attributes.get("strides")), two(node.attributes.get("dilations"))
    pads = around(node, (x.height, x.width), weight.shape[:2], stride, dilation)
    return {"stride": stride, "pads": pads, "dilation": dilation}


@op("Conv2D", "_FusedConv2D")
def conv(walk: Context, node: Node, things: list[Thing]) -> Thing:
    channels_last(node)
    if isinstance(things[0], Spread):
        return spread(walk, node, things, depthwise=False)
    x, weight = value(things[0]), array(things[1])  # [k, k, I, O]
    groups = x.channels // weight.shape[2]
    out = walk.graph.conv(x, weight.transpose(3, 2, 0, 1), groups=groups, **window(node, x, weight))
    return fused(walk, node, out, things[2:])


@op("DepthwiseConv2dNative", "FusedDepthwiseConv2dNative")
def depthwise(walk: Context, node: Node, things: list[Thing]) -> Thing:
    channels_last(node)
    if isinstance(things[0], Spread):
        return spread(walk, node, things, depthwise=True)
    x, weight = value(things[0]), array(things[1])  # [k, k, I, M]
    high, wide, inner, many = weight.shape
    each = weight.transpose(2, 3, 0, 1).reshape(inner * many, 1, high, wide)
    out = walk.graph.conv(x, each, groups=inner, **window(node, x, weight))
    return fused(walk, node, out, things[2:])


@op("SpaceToBatchND")
def space_to_batch(walk: Context, node: Node, things: list[Thing]) -> Thing:
    x, block, pads = value(things[0]), array(things[1]), array(things[2])
    if block.size != 2 or pads.shape != (2, 2):
        raise ValueError("spreads something other than the pixels")
    padded = walk.graph.pad(x, (pads[0, 0], pads[1, 0], pads[0, 1], pads[1, 1]))
    return Spread(padded, (int(block[0]), int(block[1])))


def spread(walk: Context, node: Node, things: list[Thing], *, depthwise: bool) -> Thing:
    held, weight = things[0], array(things[1])
    if (
        not isinstance(held, Spread)
        or node.attributes.get("padding") != b"VALID"
        or two(node.attributes.get("strides")) != (1, 1)
    ):
        raise ValueError("a spread convolution with padding or strides")
    high, wide, inner, many = weight.shape
    each = (
        weight.transpose(2, 3, 0, 1).reshape(inner * many, 1, high, wide)
        if depthwise
        else weight.transpose(3, 2, 0, 1)
    )
    return Spread(
        walk.graph.conv(held.value, each, dilation=held.block, groups=inner if depthwise else 1), held.block
    )


@op("BatchToSpaceND")
def batch_to_space(walk: Context, node: Node, things: list[Thing]) -> Thing:
    held, block, crops = things[0], array(things[1]), array(things[2])
    if not isinstance(held, Spread) or tuple(block.tolist()) != held.block:
        raise ValueError("gathers what was not spread")
    return walk.graph.pad(held.value, (-crops[0, 0], -crops[1, 0], -crops[0, 1], -crops[1, 1]))


@op("Conv2DBackpropInput")
def conv_transpose(walk: Context, node: Node, things: list[Thing]) -> Thing:
    channels_last(node)
    size, weight, x = array(things[0]), array(things[1]), value(things[2])  # [N, H, W, O], [k, k, O, I]
    stride, dilation = two(node.attributes.get("strides")), two(node.attributes.get("dilations"))
    goal = (int(size[-3]), int(size[-2])) if size.size == 4 else (int(size[0]), int(size[1]))
    pads = around(node, goal, weight.shape[:2], stride, dilation)
    return fit_transpose(
        walk.graph,
        x,
        weight.transpose(3, 2, 0, 1),
        None,
        goal=goal,
        stride=stride,
        pads=pads,
        dilation=dilation,
    )


# norms


@op("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3")
def batch_norm(walk: Context, node: Node, things: list[Thing]) -> list[Thing]:
    channels_last(node)
    x, (gamma, beta, mean, variance) = value(things[0]), (array(t) for t in things[1:5])
    epsilon = node.attributes.get("epsilon", 1e-4)
    if node.attributes.get("is_training", True) or mean.size == 0:
        return [walk.graph.batch_norm(x, gamma, beta, None, None, epsilon), None, None, None, None, None]
    out = walk.graph.batch_norm(x, gamma, beta, mean, variance, epsilon, node.name)
    return [out, None, None, None, None, None]
