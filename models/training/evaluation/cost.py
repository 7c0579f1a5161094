"""A generator as an ONNX graph -> how many weights it has and how many multiply-adds one picture takes."""

from dataclasses import dataclass
from math import prod

import onnx
from onnx import numpy_helper


@dataclass(frozen=True)
class Cost:
    """What a graph holds and does for one drawing."""

    parameters: int
    macs: int  # multiply-adds of convolutions and matrix products; everything else is small beside them


def cost(model: onnx.ModelProto, *, side: int) -> Cost:
    """`side` is put where the graph leaves the square's side open."""
    model = onnx.ModelProto.FromString(model.SerializeToString())
    for value in (*model.graph.input, *model.graph.output):
        shape = value.type.tensor_type.shape
        for axis, dimension in enumerate(shape.dim):
            if dimension.dim_param:
                dimension.dim_value = side if axis > 1 else 1
    del model.graph.value_info[:]
    inferred = onnx.shape_inference.infer_shapes(model, data_prop=True).graph
    known = (*inferred.input, *inferred.value_info, *inferred.output)
    shapes = {value.name: [d.dim_value for d in value.type.tensor_type.shape.dim] for value in known}
    weights = {tensor.name: list(tensor.dims) for tensor in inferred.initializer}
    for node in inferred.node:  # int8 weights reach a convolution as Cast × Mul (export/quantise.py)
        if node.op_type == "Constant":
            weights[node.output[0]] = (
                list(numpy_helper.to_array(node.attribute[0].t).shape)
                if node.attribute[0].HasField("t")
                else []
            )
        elif node.op_type in ("Cast", "Mul", "DequantizeLinear") and node.input[0] in weights:
            weights[node.output[0]] = weights[node.input[0]]
    parameters = macs = 0
    for node in inferred.node:
        if node.op_type not in ("Conv", "ConvTranspose", "MatMul", "Gemm"):
            continue
        kernel = weights.get(node.input[1]) or shapes[node.input[1]]
        parameters += sum(prod(weights[name]) for name in node.input[1:] if name in weights)
        if node.op_type == "ConvTranspose":  # each value of the input meets the whole kernel
            macs += prod(shapes[node.input[0]]) * prod(kernel[1:])
            continue
        out = shapes[node.output[0]]
        assert out and all(out), f"{node.name}: no shape was inferred for {node.output[0]}"
        macs += prod(out) * (prod(kernel[1:]) if node.op_type == "Conv" else kernel[0])
    return Cost(parameters, macs)
