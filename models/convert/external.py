"""An ONNX file whose weights stand in other files beside it (torch.onnx.export writes g.onnx and g.onnx.data)
-> the same model with its weights inside.

Each weight names its file, an offset and a length (onnx/onnx.proto, TensorProto.external_data). Only plain
names are followed, to files in the model's own folder, and only where length and shape agree.
"""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from .said import LARGEST, Refused, seen

MEND = "give both files, or export again with external_data=False"


def inside(model: onnx.ModelProto, path: Path) -> onnx.ModelProto:
    """In place. `path` is the model's own file. Raises Refused where a file is missing, is not beside it, or
    does not hold what the model says.
    """
    opened: dict[str, np.ndarray] = {}
    total = 0
    for tensor in tensors(model.graph):
        if tensor.data_location != TensorProto.EXTERNAL and not tensor.external_data:
            continue
        says = {entry.key: entry.value for entry in tensor.external_data}
        name = says.get("location", "")
        if name not in opened:
            opened[name] = beside(path, name, tensor)
        size, offset = bytes_of(tensor), number(says, "offset", 0, tensor)
        length = number(says, "length", size, tensor)
        if length != size:
            raise Refused(f"its weights {seen(tensor.name)} have {length} bytes in {seen(name)}, for {size}.")
        total += size
        if total > LARGEST:
            raise Refused(f"its weights are larger than {LARGEST / 1e9:.0f} GB.")
        if offset + size > len(opened[name]):
            raise Refused(
                f"{seen(name)} is truncated or belongs to another model: {seen(tensor.name)} ends at byte "
                f"{offset + size} of {len(opened[name])}."
            )
        tensor.raw_data = opened[name][offset : offset + size].tobytes()
        tensor.data_location = TensorProto.DEFAULT
        del tensor.external_data[:]
    return model


def tensors(graph: onnx.GraphProto) -> Iterator[TensorProto]:
    """Weights, and constants in nodes; not those of loops and branches, which are refused by name."""
    yield from graph.initializer
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.TENSOR:
                yield attribute.t


def beside(path: Path, name: str, tensor: TensorProto) -> np.ndarray:
    """The bytes of the file `name` in the model's folder."""
    if not name or name in (".", "..") or any(mark in name for mark in "/\\:\0"):
        raise Refused(
            f"its weights ({seen(tensor.name)}) stand in {seen(name or 'a file without a name')}, wanted a "
            f"file beside it."
        )
    file = path.with_name(name)
    if file.is_symlink() or not file.is_file():
        what = "is a link" if file.is_symlink() else "is not beside it"
        raise Refused(f"its weights stand in {seen(name)}, which {what}; {MEND}.")
    size = file.stat().st_size
    return np.memmap(file, np.uint8, "r") if size else np.zeros(0, np.uint8)


def bytes_of(tensor: TensorProto) -> int:
    """What its shape and type take. Raises Refused for types whose values have no fixed size."""
    try:
        each = helper.tensor_dtype_to_np_dtype(tensor.data_type).itemsize
    except (KeyError, TypeError) as error:
        raise Refused(f"its weights {seen(tensor.name)} are of no type that is known.") from error
    if tensor.data_type == TensorProto.STRING or any(side < 0 for side in tensor.dims):
        raise Refused(f"its weights {seen(tensor.name)} are {list(tensor.dims)} of text, wanted numbers.")
    return math.prod(tensor.dims) * each


def number(says: dict[str, str], key: str, usual: int, tensor: TensorProto) -> int:
    text = says.get(key, str(usual))
    if not text.isascii() or not text.isdigit() or len(text) > 15:
        raise Refused(f"its weights {seen(tensor.name)} have the {key} {seen(text)}, wanted a whole number.")
    return int(text)
