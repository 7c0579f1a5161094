"""Weights and nodes, one call each -> ONNX, opset 17. What becomes too large for a plugin is refused."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .said import FOLD, KEEP, LARGEST, STILL, Norm, Refused

OPSET, IR = 17, 8
WIDEST = 16_384  # channels or pixels of a side: beyond it a shape is a mistake or an attack
MOST = 1 << 28  # values of one activation


@dataclass(frozen=True)
class Value:
    """One activation [1, channels, height, width]."""

    name: str
    channels: int
    height: int
    width: int

    @property
    def shape(self) -> tuple[int, int, int, int]:
        return (1, self.channels, self.height, self.width)


class Writer:
    """What is written so far; the layers of convert/graph.py write through it."""

    def __init__(self, *, channels: int, size: int, noise: str):
        assert noise in (KEEP, STILL, FOLD), f"noise is keep, still or fold, got {noise!r}"
        if not 1 <= channels <= 4:
            raise Refused(f"the network takes {channels} input channels; a drawing has 1 to 4.")
        self.noise = noise
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.norms: list[Norm] = []
        self.bytes = 0
        self.unfolded = 0  # norms that hold no running statistics though fold was asked
        self.settled = 0  # norms that the file itself runs with the statistics of training
        self.dropouts = 0
        self.drawing = Value("drawing", channels, size, size)

    def weight(self, array: np.ndarray, role: str = "weight") -> str:
        array = np.asarray(array, order="C")  # ascontiguousarray would give a number a side
        if array.dtype.kind == "f":
            array = array.astype(np.float32)
            if not np.isfinite(array).all():
                raise Refused(
                    f"its weights hold NaN or infinity ({role}, {' × '.join(map(str, array.shape))})."
                )
        self.bytes += array.nbytes
        if self.bytes > LARGEST:
            raise Refused(
                f"its weights are larger than {LARGEST / 1e9:.0f} GB, the most that one ONNX file holds."
            )
        name = f"{role}.{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(array, name))
        return name

    def ints(self, *values: int) -> str:
        return self.weight(np.array(values, np.int64), "shape")

    def node(self, op: str, inputs: list[str], shape: tuple[int, int, int], **attributes: Any) -> Value:
        channels, height, width = (int(n) for n in shape)
        if min(channels, height, width) < 1:
            raise Refused(
                f"{op} would give {channels} channels of {height} × {width} pixels; is --size right?"
            )
        if max(channels, height, width) > WIDEST or channels * height * width > MOST:
            raise Refused(
                f"{op} would give {channels} channels of {height} × {width} pixels, more than a plugin can "
                f"hold."
            )
        name = f"{op.lower()}.{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, inputs, [name], name=name, **attributes))
        return Value(name, channels, height, width)

    def model(self, nodes: list[onnx.NodeProto], outputs: list[onnx.ValueInfoProto]) -> onnx.ModelProto:
        drawing = helper.make_tensor_value_info("drawing", TensorProto.FLOAT, list(self.drawing.shape))
        graph = helper.make_graph(nodes, "generator", [drawing], outputs, initializer=self.weights)
        return helper.make_model(
            graph,
            opset_imports=[helper.make_opsetid("", OPSET)],
            producer_name="realize-convert",
            ir_version=IR,
        )


def rank4(weight: np.ndarray, what: str) -> tuple[int, int, int, int]:
    if np.ndim(weight) != 4:
        raise Refused(f"{what} has the shape {shown(weight)}, wanted four numbers.")
    return weight.shape


def shown(array: np.ndarray) -> str:
    return " × ".join(map(str, np.shape(array))) or "one"
