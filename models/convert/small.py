"""Weights stored small: int8 a channel, or fp16. The network computes in float32 all the same; ONNX Runtime
unpacks them while loading.

weight (float32)  =>  weight (int8) ─Cast→ ─Mul(scale a channel)→      or      weight (fp16) ─Cast→
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .said import Refused

LEAST = 64  # values: smaller weights stay as they are
FP16 = 65_504.0


def stored(model: onnx.ModelProto, how: str) -> onnx.ModelProto:
    """A copy of `model` with the weights of its convolutions stored as `how`: int8 or fp16."""
    model = onnx.ModelProto.FromString(model.SerializeToString())
    graph = model.graph
    axis = {
        n.input[1]: 0 if n.op_type == "Conv" else 1
        for n in graph.node
        if n.op_type in ("Conv", "ConvTranspose")
    }
    kept, added, unpack = [], [], []
    for tensor in graph.initializer:
        if tensor.name not in axis or tensor.data_type != TensorProto.FLOAT:
            kept.append(tensor)
            continue
        weight, name = numpy_helper.to_array(tensor), tensor.name
        if weight.size < LEAST:
            kept.append(tensor)
        elif how == "fp16":
            if np.abs(weight).max() > FP16:
                raise Refused(
                    f"the weight {name} reaches {np.abs(weight).max():.0f}, more than fp16 holds; use "
                    f"--small int8."
                )
            added.append(numpy_helper.from_array(weight.astype(np.float16), name + ".fp16"))
            unpack.append(helper.make_node("Cast", [name + ".fp16"], [name], to=TensorProto.FLOAT))
        else:
            others = tuple(i for i in range(weight.ndim) if i != axis[name])
            scale = np.maximum(np.abs(weight).max(others, keepdims=True) / 127, 1e-12).astype(np.float32)
            added.append(numpy_helper.from_array(np.round(weight / scale).astype(np.int8), name + ".int8"))
            added.append(numpy_helper.from_array(scale, name + ".scale"))
            unpack.append(helper.make_node("Cast", [name + ".int8"], [name + ".float"], to=TensorProto.FLOAT))
            unpack.append(helper.make_node("Mul", [name + ".float", name + ".scale"], [name]))
    if not added:
        raise Refused(f"--small {how} finds no float32 weights of convolutions to store smaller.")
    nodes = unpack + list(graph.node)
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept + added)
    graph.node.extend(nodes)
    return model
