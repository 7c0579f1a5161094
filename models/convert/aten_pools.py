"""PyTorch's pooling as TorchScript names it: (graph, activation, kernel …) -> Cell.

Windows are counted downwards in the graph; where PyTorch counts them upwards (ceil_mode) the map is padded by
what the last window lacks, and a window that would begin in the padding is left out.
"""

from collections.abc import Callable
from typing import Any

from .cells import Cell, twice
from .graph import Graph


def missing(length: int, kernel: int, stride: int, edge: int, ceil: bool) -> int:
    """What the last window lacks at the end, beyond the padding; `kernel` with its dilation."""
    beyond = length + 2 * edge - kernel
    if not ceil or beyond % stride == 0:
        return 0
    count = beyond // stride + 2
    if (count - 1) * stride >= length + edge:
        return 0
    return (count - 1) * stride - beyond


def max_pool2d(
    g: Graph,
    x: Cell,
    kernel: Any,
    stride: Any = None,
    padding: Any = 0,
    dilation: Any = 1,
    ceil: bool = False,
) -> Cell:
    size, edge, wide = twice(kernel), twice(padding), twice(dilation)
    step = twice(stride) if stride else size
    reach = tuple((k - 1) * d + 1 for k, d in zip(size, wide))
    extra = lacking(x, reach, step, edge, ceil)
    pads = (*edge, edge[0] + extra[0], edge[1] + extra[1])
    if any(pad >= k for pad, k in zip(pads, reach + reach)):
        raise ValueError("padding as wide as its kernel")
    return Cell(g.pool("MaxPool", x.value, kernel=size, stride=step, pads=pads, dilation=wide))


def avg_pool2d(
    g: Graph,
    x: Cell,
    kernel: Any,
    stride: Any = None,
    padding: Any = 0,
    ceil: bool = False,
    counted: bool = True,
    divisor: Any = None,
) -> Cell:
    """`counted`: zeros of the padding count; what the last window lacks never does. `divisor`: of the sum of
    each window, whatever it lacks.
    """
    size, edge = twice(kernel), twice(padding)
    step = twice(stride) if stride else size
    extra = lacking(x, size, step, edge, ceil)
    if divisor is not None:
        framed = g.pad(x.value, (*edge, edge[0] + extra[0], edge[1] + extra[1]))
        means = g.pool("AveragePool", framed, kernel=size, stride=step, pads=(0, 0, 0, 0))
        return Cell(g.affine(means, size[0] * size[1] / divisor, 0.0))
    if not counted or not any(edge):
        pads = (*edge, edge[0] + extra[0], edge[1] + extra[1])
        return Cell(g.pool("AveragePool", x.value, kernel=size, stride=step, pads=pads))
    framed = g.pad(x.value, (*edge, *edge))
    return Cell(g.pool("AveragePool", framed, kernel=size, stride=step, pads=(0, 0, *extra)))


def lacking(
    x: Cell, reach: tuple[int, ...], step: tuple[int, int], edge: tuple[int, int], ceil: bool
) -> tuple[int, int]:
    sides = (x.value.height, x.value.width)
    down, across = (missing(n, k, s, e, ceil) for n, k, s, e in zip(sides, reach, step, edge))
    return (down, across)


POOLS: dict[str, Callable] = {"max_pool2d": max_pool2d, "avg_pool2d": avg_pool2d}
