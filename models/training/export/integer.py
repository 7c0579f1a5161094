"""ONNX with float32 weights, and drawings -> the same graph for integers: static QDQ int8.

Post-training quantisation (Jacob et al. 2018, arXiv 1712.05877) by ONNX Runtime: weights int8 per output
channel, activations uint8 by the range that they have over the drawings. The last layers stay float32: steps
of 1/255 would show as bands on smooth faces, and a small addend that keeps a length from being 0 would be 0.
"""

import tempfile
from collections.abc import Collection
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static

from export.quantise import steps

OPERATORS = ["Conv", "Relu", "Add"]


class Drawings(CalibrationDataReader):
    """Drawings [N, C, S, S], one after the other."""

    def __init__(self, drawings: np.ndarray):
        self.left = iter(drawings)

    def get_next(self) -> dict[str, np.ndarray] | None:
        """ONNX Runtime asks for the next; None ends the calibration."""
        one = next(self.left, None)
        return None if one is None else {"drawing": one[None]}


def snapped(model: onnx.ModelProto, coarse: float) -> onnx.ModelProto:
    """A copy whose convolutions' weights lie on the grid of export/quantise.py: fewer values pack smaller."""
    model = onnx.ModelProto.FromString(model.SerializeToString())
    weights = {node.input[1] for node in model.graph.node if node.op_type == "Conv"}
    for tensor in model.graph.initializer:
        if tensor.name in weights:
            weight = numpy_helper.to_array(tensor)
            scale = steps(weight, 0, coarse)
            tensor.CopyFrom(numpy_helper.from_array(np.round(weight / scale) * scale, tensor.name))
    return model


def tail(model: onnx.ModelProto, parts: Collection[str]) -> list[str]:
    """Names of the nodes in whose names one of `parts` is, and of all that depend on them."""
    reached: set[str] = set()
    found = []
    for node in model.graph.node:  # ONNX lists them in the order of their computation
        if any(part in node.name for part in parts) or not reached.isdisjoint(node.input):
            found.append(node.name)
            reached.update(node.output)
    return found


def integer(
    model: onnx.ModelProto, drawings: np.ndarray, *, coarse: float = 0.0, last: Collection[str] = ()
) -> onnx.ModelProto:
    """`model` takes one drawing [1, C, S, S] as `drawing`; `drawings` [N, C, S, S] are what it will be asked,
    two dozen are enough. `coarse`: as export/quantise.py has it. `last`: from the nodes with these parts of
    names on all is float32. Raises AssertionError where there are none."""
    kept = tail(model, last)
    assert kept or not last, f"no node has {' or '.join(last)} in its name"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "integer.onnx"
        quantize_static(
            snapped(model, coarse),
            path,
            Drawings(drawings),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=OPERATORS,
            nodes_to_exclude=kept,
        )
        return onnx.load(path)
