"""An ONNX model -> the same without what no drawing can change: the level of a U-Net whose maps are one
pixel.

The norm of one number by its own statistics is its shift, whatever the number was; what is computed of
shifts alone is computed here, once (constant folding).
"""

import math

import numpy as np
import onnx
from onnx import helper, numpy_helper

from .tidy import live
from .trial import session

OWN = "InstanceNormalization"
LEFT_OUT = (
    "its bottleneck is one pixel, of which a norm by the picture's own statistics leaves its shift: the "
    "{megabytes:.1f} MB of weights around it change no picture and are left out."
)


def without_bottleneck(model: onnx.ModelProto) -> tuple[onnx.ModelProto, list[str]]:
    """A smaller model and a sentence; the same model and none where nothing is won."""
    settled = shifts(model)
    if not settled:
        return model, []
    small = onnx.ModelProto.FromString(model.SerializeToString())
    graph = small.graph
    held = {tensor.name for tensor in graph.initializer}
    known, folded, kept = set(settled), [], []
    for node in graph.node:
        if node.op_type == OWN and node.output[0] in settled:
            continue
        inputs = [name for name in node.input if name]
        depends = any(name in known for name in inputs)
        if depends and all(name in known or name in held for name in inputs) and not is_random(node):
            folded.append(node)
            known.update(node.output)
        else:
            kept.append(node)
    read = {name for node in kept for name in node.input} | {o.name for o in graph.output}
    edge = sorted(known & read)
    if not edge:
        return model, []
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in settled.items())
    values = computed(small, folded, [name for name in edge if name not in settled])
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in values.items())
    del graph.node[:]
    graph.node.extend(kept)
    live(graph)
    saved = model.ByteSize() - small.ByteSize()
    return (small, [LEFT_OUT.format(megabytes=saved / 1e6)]) if saved > 0 else (model, [])


def shifts(model: onnx.ModelProto) -> dict[str, np.ndarray]:
    """What norms of one pixel give, [1, C, 1, 1], by the names of their outputs."""
    graph = model.graph
    norms = [node for node in graph.node if node.op_type == OWN]
    if not norms:
        return {}
    inferred = onnx.shape_inference.infer_shapes(model, data_prop=True).graph.value_info
    shapes = {v.name: [d.dim_value for d in v.type.tensor_type.shape.dim] for v in inferred}
    held = {t.name: t for t in graph.initializer}
    found = {}
    for node in norms:
        shape = shapes.get(node.input[0], [])
        if len(shape) == 4 and shape[0] == 1 and math.prod(shape[2:]) == 1 and node.input[2] in held:
            shift = numpy_helper.to_array(held[node.input[2]])
            found[node.output[0]] = shift.reshape(1, -1, 1, 1)
    return found


def is_random(node: onnx.NodeProto) -> bool:
    return node.op_type.startswith(("Random", "Bernoulli", "Multinomial", "Dropout"))


def computed(model: onnx.ModelProto, nodes: list[onnx.NodeProto], names: list[str]) -> dict[str, np.ndarray]:
    """Values of `names`, which `nodes` make of the model's weights alone."""
    if not names:
        return {}
    read = {name for node in nodes for name in node.input}
    weights = [tensor for tensor in model.graph.initializer if tensor.name in read]
    outputs = [helper.make_empty_tensor_value_info(name) for name in names]
    graph = helper.make_graph(nodes, "bottleneck", [], outputs, initializer=weights)
    alone = helper.make_model(graph, opset_imports=model.opset_import, ir_version=model.ir_version)
    return dict(zip(names, session(alone).run(names, {})))
