"""A .safetensors file -> the generator in it. Read as data: a length, JSON, raw numbers.

The head says of each name its type, shape and place (huggingface/safetensors, README: Format). The order of
tensors in the file says nothing; keys are read by their names, as those of any state dict.
"""

import json
import math
import re
from pathlib import Path
from typing import Any

import numpy as np

from .pytorch import found_in
from .said import LARGEST, Asked, Found, Refused, seen

BFLOAT = "BF16"
TYPES = {
    "F64": "<f8",
    "F32": "<f4",
    "F16": "<f2",
    BFLOAT: "<u2",
    "I64": "<i8",
    "I32": "<i4",
    "I16": "<i2",
    "I8": "i1",
    "U8": "u1",
    "BOOL": "?",
}


def safetensors(path: Path, asked: Asked) -> Found:
    if path.stat().st_size > LARGEST:
        raise Refused(f"{path.name} is larger than {LARGEST / 1e9:.0f} GB.")
    data = np.memmap(path, np.uint8, "r")
    length = int.from_bytes(data[:8].tobytes(), "little")
    try:
        head = json.loads(data[8 : 8 + length].tobytes())
    except (ValueError, RecursionError) as error:
        raise Refused(f"the head of {path.name} is no JSON ({seen(error)}).") from error
    if not isinstance(head, dict):
        raise Refused(f"the head of {path.name} holds {seen(head)}, wanted names of tensors.")
    body = data[8 + length :]
    names = sorted((name for name in head if name != "__metadata__"), key=counted)
    return found_in({name: tensor(name, head[name], body) for name in names}, path.name, asked)


def counted(name: str) -> list[tuple[int, str]]:
    """By the numbers in it: the order in which a Sequential's layers run."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", name)]


def tensor(name: str, says: Any, body: np.ndarray) -> np.ndarray:
    """Its values, as float32 where they are real numbers."""
    if not isinstance(says, dict) or says.get("dtype") not in TYPES:
        kind = says.get("dtype") if isinstance(says, dict) else says
        raise Refused(f"the tensor {seen(name)} is of the type {seen(kind)}, wanted numbers.")
    shape: Any = says.get("shape")
    place: Any = says.get("data_offsets")
    if not whole(shape) or len(shape) > 8 or not whole(place) or len(place) != 2:
        raise Refused(f"the tensor {seen(name)} has the shape {seen(shape)} at {seen(place)}.")
    start, end = place
    kind = np.dtype(TYPES[says["dtype"]])
    if end - start != math.prod(shape) * kind.itemsize or end > len(body):
        raise Refused(
            f"the tensor {seen(name)} of the shape {shape} stands at {start} to {end} of {len(body)} bytes: "
            f"that does not fit."
        )
    values = np.frombuffer(body[start:end].tobytes(), kind).reshape(shape)
    if says["dtype"] == BFLOAT:
        return (values.astype(np.uint32) << 16).view(np.float32)
    return values.astype(np.float32) if kind.kind == "f" else values


def whole(numbers: Any) -> bool:
    return isinstance(numbers, list) and all(type(n) is int and n >= 0 for n in numbers)
