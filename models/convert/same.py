"""What TensorFlow calls SAME, and sizes that are given instead of padding: from its rules to ONNX's."""

import numpy as np

from .graph import Graph
from .writer import Value

AS_TENSORFLOW = (
    "an average pooling in it is computed as TensorFlow does; where Keras ran on PyTorch, which the file "
    "does not tell, it also took in what lies beyond the border."
)


def same(
    size: tuple[int, int],
    kernel: tuple[int, int],
    stride: tuple[int, int],
    dilation: tuple[int, int] = (1, 1),
) -> tuple[int, int, int, int]:
    """What TensorFlow calls SAME: as many pixels out as strides fit, the odd pixel of padding below and
    right.
    """
    total = [
        max((-(-n // s) - 1) * s + (k - 1) * d + 1 - n, 0)
        for n, k, s, d in zip(size, kernel, stride, dilation)
    ]
    top, left = (t // 2 for t in total)
    return (top, left, total[0] - top, total[1] - left)


def differs_by_backend(kernel: tuple[int, int], pads: tuple[int, int, int, int]) -> bool:
    """Whether Keras's mean under SAME depends on its backend: on PyTorch the odd pixel of padding repeats the
    border and counts (findings/keras-averages-by-backend.sh). Of two pixels it makes no difference.
    """
    return pads[:2] != pads[2:] and max(kernel) > 2


def two(numbers: list[int] | None) -> tuple[int, int]:
    """Height and width of an attribute that counts [N, H, W, C]."""
    return (int(numbers[1]), int(numbers[2])) if numbers else (1, 1)


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
    """A transposed convolution to a size that is given, as TensorFlow does it; `pads` are those of the
    convolution it undoes.
    """
    extra = []
    for n, now, k, s, d, before, after in zip(
        goal, (x.height, x.width), weight.shape[2:], stride, dilation, pads[:2], pads[2:]
    ):
        extra.append(n - ((now - 1) * s - before - after + d * (k - 1) + 1))
    if min(extra) < 0 or any(e >= max(s, d) for e, s, d in zip(extra, stride, dilation)):
        raise ValueError("the size does not fit")
    return graph.conv_transpose(
        x, weight, bias, stride=stride, pads=pads, extra=(extra[0], extra[1]), dilation=dilation
    )
