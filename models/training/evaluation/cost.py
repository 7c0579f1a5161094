"""A generator as an ONNX graph -> how many weights it has and how many multiply-adds one picture takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod

import numpy as np
import onnx
import onnxruntime
from onnx import numpy_helper

COUNTED = ("Conv", "ConvTranspose", "MatMul", "Gemm")


@dataclass(frozen=True)
class Cost:
    """What a graph holds and does for one drawing."""

    parameters: int
    macs: int  # multiply-adds of convolutions and matrix products; everything else is small beside them


def shapes_of(model: onnx.ModelProto, names: Iterable[str], *, side: int) -> dict[str, tuple[int, ...]]:
    """Of values inside the graph, by running it on an empty square: bounds that the graph itself computes are
    beyond ONNX's inference. `side` is put where the graph leaves the square's side open."""
    model = onnx.ModelProto.FromString(model.SerializeToString())
    del model.graph.output[:]
    model.graph.output.extend(onnx.ValueInfoProto(name=name) for name in names)
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    empty = {
        value.name: np.zeros(
            [
                size if isinstance(size, int) else side if axis > 1 else 1
                for axis, size in enumerate(value.shape)
            ],
            np.float32,
        )
        for value in session.get_inputs()
    }
    asked = [value.name for value in session.get_outputs()]
    return {name: value.shape for name, value in zip(asked, session.run(asked, empty))}


def cost(model: onnx.ModelProto, *, side: int) -> Cost:
    """`side` is put where the graph leaves the square's side open."""
    counted = [node for node in model.graph.node if node.op_type in COUNTED]
    shapes = shapes_of(
        model, {name for node in counted for name in (node.input[0], node.output[0])}, side=side
    )
    weights = {tensor.name: list(tensor.dims) for tensor in model.graph.initializer}
    for node in model.graph.node:  # int8 weights reach a convolution as Cast × Mul (export/quantise.py)
        if node.op_type == "Constant":
            weights[node.output[0]] = (
                list(numpy_helper.to_array(node.attribute[0].t).shape)
                if node.attribute[0].HasField("t")
                else []
            )
        elif node.op_type in ("Cast", "Mul", "DequantizeLinear") and node.input[0] in weights:
            weights[node.output[0]] = weights[node.input[0]]
    parameters = macs = 0
    for node in counted:
        assert node.input[1] in weights, f"{node.name}: {node.input[1]} is no weight"
        kernel = weights[node.input[1]]
        parameters += sum(prod(weights[name]) for name in node.input[1:] if name in weights)
        if node.op_type == "ConvTranspose":  # each value of the input meets the whole kernel
            macs += prod(shapes[node.input[0]]) * prod(kernel[1:])
            continue
        macs += prod(shapes[node.output[0]]) * (prod(kernel[1:]) if node.op_type == "Conv" else kernel[0])
    return Cost(parameters, macs)
