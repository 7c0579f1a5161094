"""ONNX with float32 weights -> the same graph, convolution weights stored as int8 per output channel.

    weight (float32)   =>   weight (int8) ─Cast→ ─Mul(scale [O, 1, 1, 1])→

ONNX Runtime folds both while loading, so it computes in float32 at float32 speed; only the file is four times
smaller. Inside ui.html files are packed. There the entropy of the int8 values counts, not their number: with
steps of half a channel's spread (root mean square) most values are −2…2 and pack to about three bits.
"""

import numpy as np
import onnx
from onnx import helper, numpy_helper

LARGE = 100_000  # weights of a layer from which on `coarse` counts


def steps(weight: np.ndarray, axis: int, coarse: float) -> np.ndarray:
    """Weights [O, I, k, k], or [I, O, k, k] with `axis` 1 -> the float32 step between the values of a
    channel, int8 at the finest; other axes have length 1. `coarse` as `quantise` has it."""
    others = tuple(i for i in range(weight.ndim) if i != axis)
    spread = np.sqrt(np.square(weight, dtype=np.float64).mean(others, keepdims=True))
    finest = np.abs(weight).max(others, keepdims=True) / 127
    wished = spread * (coarse if weight.size >= LARGE else 0)
    return np.maximum(np.maximum(finest, wished), 1e-12).astype(np.float32)


def quantise(model: onnx.ModelProto, *, coarse: float = 0.0) -> onnx.ModelProto:
    """A copy of `model`; weights of Conv and ConvTranspose become int8, biases stay float32. `coarse`: least
    step, as a share of the root mean square of its channel's weights. Layers of few weights stay fine: they
    weigh nothing, and edges hang on them."""
    model = onnx.ModelProto.FromString(model.SerializeToString())
    graph = model.graph
    axis = {
        n.input[1]: 0 if n.op_type == "Conv" else 1
        for n in graph.node
        if n.op_type in ("Conv", "ConvTranspose")
    }
    kept, added, unpack = [], [], []
    for tensor in graph.initializer:
        if tensor.name not in axis:
            kept.append(tensor)
            continue
        weight = numpy_helper.to_array(tensor)  # [O, I, k, k], or [I, O, k, k] when transposed
        scale = steps(weight, axis[tensor.name], coarse)
        name = tensor.name
        added.append(numpy_helper.from_array(np.round(weight / scale).astype(np.int8), name + ".int8"))
        added.append(numpy_helper.from_array(scale, name + ".scale"))
        unpack.append(
            helper.make_node("Cast", [name + ".int8"], [name + ".float"], to=onnx.TensorProto.FLOAT)
        )
        unpack.append(helper.make_node("Mul", [name + ".float", name + ".scale"], [name]))
    assert added, (
        "no convolution weights among the initialisers: was the graph exported with constants inlined?"
    )
    nodes = unpack + list(graph.node)
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept + added)
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model
