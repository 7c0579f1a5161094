"""Nothing -> ONNX files of a stranger: small networks, and those among them that must be refused."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from convert.writer import IR, OPSET

SIDE = 32  # pixels of their pictures
TENSOR = helper.make_tensor_value_info


def made(
    nodes: list[onnx.NodeProto],
    weights: list[onnx.TensorProto],
    *,
    inside=(1, 1, SIDE, SIDE),
    outside=(1, 3, SIDE, SIDE),
    extra: list[str] | None = None,
) -> onnx.ModelProto:
    graph = helper.make_graph(
        nodes,
        "hostile",
        [TENSOR("input", TensorProto.FLOAT, inside)],
        [TENSOR("output", TensorProto.FLOAT, outside)],
        initializer=weights,
    )
    domains = [helper.make_opsetid("", OPSET)] + [helper.make_opsetid(name, 1) for name in extra or []]
    return helper.make_model(graph, opset_imports=domains, ir_version=IR, producer_name="a stranger")


def conv_weight(fill: float = 0.1) -> onnx.TensorProto:
    return numpy_helper.from_array(np.full((3, 1, 3, 3), fill, np.float32), "weight")


def conv(given: str = "input", out: str = "output") -> onnx.NodeProto:
    return helper.make_node("Conv", [given, "weight"], [out], pads=[1, 1, 1, 1])


def external() -> onnx.ModelProto:
    """Weights in a file beside it, or anywhere else."""
    weight = TensorProto(
        name="weight", data_type=TensorProto.FLOAT, dims=[3, 1, 3, 3], data_location=TensorProto.EXTERNAL
    )
    weight.external_data.add(key="location", value="../../../etc/passwd")
    return made([conv()], [weight])


def nan() -> onnx.ModelProto:
    return made([conv()], [conv_weight(float("nan"))])


def logarithm() -> onnx.ModelProto:
    """Sound weights, and a logarithm of what is below zero: NaN in every picture."""
    minus = numpy_helper.from_array(np.array(-5, np.float32), "minus")
    return made(
        [
            conv(out="a"),
            helper.make_node("Tanh", ["a"], ["b"]),
            helper.make_node("Add", ["b", "minus"], ["c"]),
            helper.make_node("Log", ["c"], ["output"]),
        ],
        [conv_weight(), minus],
    )


def loop() -> onnx.ModelProto:
    """Valid ONNX that never ends."""
    true = numpy_helper.from_array(np.array(True), "true")
    body = helper.make_graph(
        [helper.make_node("Identity", ["on"], ["again"]), helper.make_node("Tanh", ["x"], ["y"])],
        "body",
        [
            TENSOR("i", TensorProto.INT64, []),
            TENSOR("on", TensorProto.BOOL, []),
            TENSOR("x", TensorProto.FLOAT, [1, 3, SIDE, SIDE]),
        ],
        [TENSOR("again", TensorProto.BOOL, []), TENSOR("y", TensorProto.FLOAT, [1, 3, SIDE, SIDE])],
    )
    return made(
        [conv(out="a"), helper.make_node("Loop", ["", "true", "a"], ["output"], body=body)],
        [conv_weight(), true],
    )


def operator() -> onnx.ModelProto:
    return made([conv(out="a"), helper.make_node("MakeItPretty", ["a"], ["output"])], [conv_weight()])


def domain() -> onnx.ModelProto:
    return made(
        [conv(out="a"), helper.make_node("Paint", ["a"], ["output"], domain="com.example")],
        [conv_weight()],
        extra=["com.example"],
    )


def rank() -> onnx.ModelProto:
    """A classifier: numbers in, numbers out."""
    weight = numpy_helper.from_array(np.ones((4, 2), np.float32), "weight")
    return made(
        [helper.make_node("MatMul", ["input", "weight"], ["output"])], [weight], inside=(1, 4), outside=(1, 2)
    )


def inputs() -> onnx.ModelProto:
    """Two pictures in."""
    model = made([helper.make_node("Add", ["input", "second"], ["a"]), conv("a")], [conv_weight()])
    model.graph.input.append(TENSOR("second", TensorProto.FLOAT, (1, 1, SIDE, SIDE)))
    return model


def memory() -> onnx.ModelProto:
    """A few bytes that ask for 30 GB while running."""
    shape = numpy_helper.from_array(np.array([1, 3, 50_000, 50_000], np.int64), "shape")
    ends = numpy_helper.from_array(np.array([SIDE, SIDE], np.int64), "ends")
    starts, axes = (
        numpy_helper.from_array(np.array(v, np.int64), n) for v, n in (([0, 0], "starts"), ([2, 3], "axes"))
    )
    nodes = [
        conv(out="a"),
        helper.make_node("ReduceMean", ["a"], ["b"], axes=[2, 3], keepdims=1),
        helper.make_node("Expand", ["b", "shape"], ["c"]),
        helper.make_node("Tanh", ["c"], ["d"]),
        helper.make_node("Slice", ["d", "starts", "ends", "axes"], ["output"]),
    ]
    return made(nodes, [conv_weight(), shape, ends, starts, axes])


HOSTILE = {
    "external": external,
    "nan": nan,
    "log": logarithm,
    "loop": loop,
    "operator": operator,
    "domain": domain,
    "rank": rank,
    "inputs": inputs,
    "memory": memory,
}
