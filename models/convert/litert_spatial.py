"""LiteRT's operators that read neighbours or move pixels (pooling, padding, resizing), one function each:
(graph, options, inputs) -> output.

Maps are [1, C, H, W] here, [N, H, W, C] in the file.
"""

from collections.abc import Callable
from typing import Any

from .graph import Graph
from .litert_layers import Things, activated, around, strides
from .registry import array, value
from .writer import Value


def pool(op: str) -> Callable[[Graph, Any, Things], Value]:
    """MaxPool or AveragePool; what lies beyond the border counts as nothing."""

    def run(graph: Graph, options: Any, things: Things) -> Value:
        x, kernel = value(things[0]), (options.number(4), options.number(3))
        pads = around(options, x, kernel, (1, 1))
        return activated(
            graph, graph.pool(op, x, kernel=kernel, stride=strides(options), pads=pads), options, 5
        )

    return run


def depth_to_space(graph: Graph, options: Any, things: Things) -> Value:
    x, block = value(things[0]), options.number(0)
    if block < 1 or x.channels % block**2:
        raise ValueError("does not divide the channels")
    sides = (x.channels // block**2, x.height * block, x.width * block)
    return graph.node("DepthToSpace", [x.name], sides, blocksize=block, mode="DCR")


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
