"""An ONNX model just written -> the same with batch norm folded into convolutions and without what nothing
reads.
"""

import numpy as np
import onnx
from onnx import numpy_helper


def tidy(model: onnx.ModelProto, *, fold: bool = True) -> onnx.ModelProto:
    """Batch norm folded into the convolution before it; nodes and weights that nothing reads, left out. In
    place.
    """
    graph = model.graph
    weights = {t.name: t for t in graph.initializer}
    uses: dict[str, int] = {}
    for node in graph.node:
        for name in node.input:
            uses[name] = uses.get(name, 0) + 1
    made = {node.output[0]: node for node in graph.node}
    kept = []
    for node in graph.node:
        before = made.get(node.input[0]) if fold and node.op_type == "BatchNormalization" else None
        if (
            before is None
            or before.op_type not in ("Conv", "ConvTranspose")
            or uses[node.input[0]] != 1
            or uses[before.input[1]] != 1
        ):
            kept.append(node)
            continue
        gamma, beta, mean, variance = (
            numpy_helper.to_array(weights[n]).astype(np.float64) for n in node.input[1:5]
        )
        epsilon = next(a.f for a in node.attribute if a.name == "epsilon")
        factor = gamma / np.sqrt(variance + epsilon)
        weight = numpy_helper.to_array(weights[before.input[1]])
        transposed = before.op_type == "ConvTranspose"
        if transposed and weight.shape[1] != factor.size:  # grouped: channels are not one axis of the weight
            kept.append(node)
            continue
        spread = factor.reshape((1, -1, 1, 1) if transposed else (-1, 1, 1, 1))
        bias = (
            numpy_helper.to_array(weights[before.input[2]]).astype(np.float64)
            if len(before.input) > 2
            else 0.0
        )
        weights[before.input[1]].CopyFrom(
            numpy_helper.from_array((weight * spread).astype(np.float32), before.input[1])
        )
        name = f"{before.input[1]}.bias"
        graph.initializer.append(
            numpy_helper.from_array(((bias - mean) * factor + beta).astype(np.float32), name)
        )
        weights[name] = graph.initializer[-1]
        del before.input[2:]
        before.input.append(name)
        before.output[0] = node.output[0]
        made[node.output[0]] = before
    del graph.node[:]
    graph.node.extend(kept)
    live(graph)
    return model


def live(graph: onnx.GraphProto) -> None:
    """Nodes and weights that nothing reads are left out. In place."""
    needed, nodes = {o.name for o in graph.output}, []
    for node in reversed(graph.node):
        if any(name in needed for name in node.output):
            needed.update(node.input)
            nodes.append(node)
    weights = [t for t in graph.initializer if t.name in needed]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(reversed(nodes))
    graph.initializer.extend(weights)
