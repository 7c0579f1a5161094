"""LiteRT's convolutions and activations, within a layer or alone: (graph, options, inputs) -> output.

Maps are [1, C, H, W] here, [N, H, W, C] in the file.
"""

from collections.abc import Callable
from typing import Any

from .flatbuffer import Table
from .graph import Graph
from .registry import array, value
from .same import fit_transpose, same
from .writer import Value

ACTIVATIONS = {1: "Relu", 4: "Tanh"}
CLIPPED = {2: (-1.0, 1.0), 3: (0.0, 6.0)}
Things = list[Any]  # maps, constants, or None where an input is left out


def activated(graph: Graph, x: Value, options: Table | None, field: int) -> Value:
    kind = options.number(field, "<b") if options else 0
    if kind in CLIPPED:
        return graph.clip(x, *CLIPPED[kind])
    return graph.same(ACTIVATIONS[kind], x) if kind else x


def clipped(low: float, high: float) -> Callable[[Graph, Any, Things], Value]:
    return lambda graph, options, things: graph.clip(value(things[0]), low, high)


def gelu(graph: Graph, options: Any, things: Things) -> Value:
    """x · Φ(x), or its approximation by tanh."""
    x = value(things[0])
    if options is not None and options.number(0, "<b"):
        cube = graph.both("Mul", graph.both("Mul", x, x), x)
        inner = graph.affine(graph.both("Add", x, graph.affine(cube, 0.044715, 0.0)), 0.7978845608, 0.0)
        share = graph.same("Tanh", inner)
    else:
        share = graph.same("Erf", graph.affine(x, 0.7071067812, 0.0))
    return graph.both("Mul", x, graph.affine(share, 0.5, 0.5))


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
