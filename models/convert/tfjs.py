"""TensorFlow.js's model.json and the weight files beside it, layers or graph model -> a generator."""

from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from .graphjson import from_json
from .keras import layered, parsed
from .keras_description import Wanted
from .said import LARGEST, Asked, Found, Refused, seen
from .tensorflow import ends, no_variables

TYPES = {
    "float32": np.float32,
    "int32": np.int32,
    "uint8": np.uint8,
    "uint16": np.uint16,
    "bool": np.uint8,
    "float16": np.float16,
}


def tfjs(path: Path, asked: Asked) -> Found:
    model = parsed(path.read_bytes(), path.name)
    topology = model.get("modelTopology")
    if not isinstance(topology, dict):
        raise Refused(f"{path.name} has no modelTopology; wanted a TensorFlow.js model.json.")
    weights = manifest(model.get("weightsManifest"), path.parent)
    if isinstance(topology.get("node"), list):
        return ends(from_json(topology, weights), no_variables, asked, what="TensorFlow.js graph model")
    config = topology.get("model_config", topology)
    if not isinstance(config, dict) or "class_name" not in config:
        raise Refused(f"{path.name}'s modelTopology holds neither layers nor a graph.")
    version = str(topology.get("keras_version", ""))
    return layered(config, Named(weights), asked, what="TensorFlow.js layers model", version=version)


class Named:
    """Weights by name: `layer/kernel`, inside models `model/layer/kernel`."""

    def __init__(self, arrays: dict[str, np.ndarray]):
        self.arrays = arrays

    def of(self, path: tuple[str, ...], wanted: list[Wanted]) -> list[np.ndarray]:
        return [self.find(path, one) for one in wanted]

    def find(self, path: tuple[str, ...], one: Wanted) -> np.ndarray:
        for start in range(len(path)):
            for role in one.names:
                name = "/".join((*path[start:], role))
                if name in self.arrays:
                    return self.arrays[name]
        raise Refused(f"the weights hold no {seen('/'.join((*path, one.names[0])))}.")


def manifest(groups: Any, folder: Path) -> dict[str, np.ndarray]:
    """Every weight by name; files stand beside model.json and nowhere else."""
    if not isinstance(groups, list):
        raise Refused("model.json has no weightsManifest.")
    arrays: dict[str, np.ndarray] = {}
    total = 0
    for group in groups:
        data = b""
        for name in group.get("paths", []):
            where = PurePosixPath(str(name).replace("\\", "/"))
            if where.is_absolute() or ".." in where.parts or ":" in str(name):
                raise Refused(f"model.json names the weight file {seen(name)}, which is not beside it.")
            file = folder / where
            if not file.is_file():
                raise Refused(f"the weight file {seen(name)} is not beside model.json.")
            total += file.stat().st_size
            if total > LARGEST:
                raise Refused(f"its weight files are larger than {LARGEST / 1e9:.0f} GB.")
            data += file.read_bytes()
        at = 0
        for entry in group.get("weights", []):
            arrays[str(entry.get("name"))], at = weight(entry, data, at)
    return arrays


def weight(entry: dict, data: bytes, at: int) -> tuple[np.ndarray, int]:
    """One weight and where the next begins; weights stored small are given their values back."""
    name, shape, kind = entry.get("name"), entry.get("shape"), entry.get("dtype")
    small = entry.get("quantization") or {}
    stored = small.get("dtype", kind)
    if (
        stored not in TYPES
        or not isinstance(shape, list)
        or any(not isinstance(n, int) or n < 0 for n in shape)
    ):
        raise Refused(
            f"the weight {seen(name)} is {seen(stored)} of the shape {seen(shape)}, wanted numbers."
        )
    count = 1
    for side in shape:
        count *= side
    size = count * np.dtype(TYPES[stored]).itemsize
    if at + size > len(data):
        raise Refused(f"the weight files are truncated: {seen(name)} ends behind them.")
    array = np.frombuffer(data[at : at + size], TYPES[stored]).reshape(shape)
    if small and stored in ("uint8", "uint16"):
        array = array.astype(np.float32) * np.float32(small["scale"]) + np.float32(small["min"])
    elif stored == "float16" or kind == "float32":
        array = array.astype(np.float32)
    return array, at + size
