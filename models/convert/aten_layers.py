"""PyTorch's convolutions and norms: (graph, inputs …) -> Cell. What only steers PyTorch (cudnn,
momentum …) is not used.
"""

from typing import Any

import numpy as np

from .cells import Cell, twice
from .graph import Graph


def convolution(
    g: Graph,
    x: Cell,
    weight: np.ndarray,
    bias: Any,
    stride: Any,
    padding: Any,
    dilation: Any,
    transposed: bool,
    extra: Any,
    groups: int,
    *rest: Any,
) -> Cell:
    (top, left), s, d = twice(padding), twice(stride), twice(dilation)
    if transposed:
        return Cell(
            g.conv_transpose(
                x.value,
                weight,
                bias,
                stride=s,
                pads=(top, left, top, left),
                extra=twice(extra),
                dilation=d,
                groups=groups,
            )
        )
    return Cell(
        g.conv(x.value, weight, bias, stride=s, pads=(top, left, top, left), dilation=d, groups=groups)
    )


def conv2d(
    g: Graph,
    x: Cell,
    weight: np.ndarray,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
) -> Cell:
    if isinstance(padding, str):
        raise ValueError("padding by name")
    return convolution(g, x, weight, bias, stride, padding, dilation, False, 0, groups)


def conv_transpose2d(
    g: Graph,
    x: Cell,
    weight: np.ndarray,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    extra: Any = 0,
    groups: int = 1,
    dilation: Any = 1,
) -> Cell:
    return convolution(g, x, weight, bias, stride, padding, dilation, True, extra, groups)


def batch_norm(
    g: Graph,
    x: Cell,
    weight: Any,
    bias: Any,
    mean: Any,
    variance: Any,
    training: bool,
    momentum: Any,
    epsilon: float,
    *rest: Any,
) -> Cell:
    g.settled += not training
    return Cell(g.batch_norm(x.value, weight, bias, mean, variance, epsilon))


def instance_norm(
    g: Graph,
    x: Cell,
    weight: Any,
    bias: Any,
    mean: Any,
    variance: Any,
    own: bool,
    momentum: Any,
    epsilon: float,
    *rest: Any,
) -> Cell:
    if not own:
        g.settled += 1
        return Cell(g.batch_norm(x.value, weight, bias, mean, variance, epsilon))
    return Cell(g.instance_norm(x.value, weight, bias, epsilon))


def group_norm(
    g: Graph, x: Cell, groups: int, weight: Any = None, bias: Any = None, epsilon: float = 1e-5, *rest: Any
) -> Cell:
    return Cell(g.group_norm(x.value, groups, weight, bias, epsilon))


# torch.nn.functional's own order of inputs, where it is another one.


def functional_batch_norm(
    g: Graph,
    x: Cell,
    mean: Any,
    variance: Any,
    weight: Any,
    bias: Any,
    training: bool,
    momentum: Any,
    epsilon: float,
) -> Cell:
    return batch_norm(g, x, weight, bias, mean, variance, training, momentum, epsilon)


def functional_instance_norm(
    g: Graph,
    x: Cell,
    mean: Any,
    variance: Any,
    weight: Any,
    bias: Any,
    own: bool,
    momentum: Any,
    epsilon: float,
) -> Cell:
    return instance_norm(g, x, weight, bias, mean, variance, own, momentum, epsilon)
