"""A model's description and its HDF5 file -> the weights of a layer, as .keras archives and .h5 models hold
them. Nothing outside the file is followed, nothing is unpacked that is far larger than what is stored.
"""

import re
from typing import Any

import h5py
import numpy as np

from .keras_description import CONTAINERS, Wanted, class_of, layers_of, name_of, wanted
from .said import LARGEST, Refused, seen


def opened(source: Any, what: str) -> h5py.File:
    try:
        return h5py.File(source, "r")
    except (OSError, ValueError, RuntimeError) as error:
        raise Refused(f"{what} is a damaged or truncated HDF5 file ({seen(error)}).") from error


def dataset(group: Any, name: str) -> np.ndarray:
    """One array, after its place and size were found sane: inside this file, no larger than allowed."""
    try:
        if isinstance(group.get(name, getlink=True), (h5py.ExternalLink,)):
            raise Refused(f"the weights {seen(name)} stand in another file; that is not followed.")
        found = group[name]
        if not isinstance(found, h5py.Dataset):
            raise Refused(f"the weights {seen(name)} are no array.")
        if found.external or found.is_virtual:
            raise Refused(f"the weights {seen(name)} stand in another file; that is not followed.")
        stored = found.id.get_storage_size()
        if found.nbytes > LARGEST or found.nbytes > max(stored, 4096) * 200:
            raise Refused(
                f"the weights {seen(name)} unpack to {found.nbytes / 1e6:.0f} MB of {stored} bytes: a bomb."
            )
        if found.dtype.kind not in "fiu":
            raise Refused(f"the weights {seen(name)} are {found.dtype}, wanted numbers.")
        return found[()].astype(np.float32)
    except (KeyError, OSError, RuntimeError, ValueError, TypeError) as error:
        raise Refused(f"the weights {seen(name)} cannot be read ({seen(error)}).") from error


def snake(name: str) -> str:
    """Conv2DTranspose -> conv2d_transpose, as Keras names its folders."""
    name = re.sub(r"\W+", "", name)
    name = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", name).lower()


class Numbered:
    """The weights of a .keras archive: folders named after classes, counted in each model, and arrays by
    number.
    """

    def __init__(self, config: dict, file: h5py.File):
        self.file = file
        self.folders: dict[tuple[str, ...], str] = {}
        self.number(config, (), "")

    def number(self, model: dict, path: tuple[str, ...], folder: str) -> None:
        if len(path) > 8:
            raise Refused("the model holds models inside models without end.")
        counts: dict[str, int] = {}
        for layer in layers_of(model):
            if ".ops." in str(layer.get("module")):  # arithmetic, no layer
                continue
            name = snake(class_of(layer))
            at = counts.get(name, 0)
            counts[name] = at + 1
            here, inner = (*path, name_of(layer)), f"{folder}layers/{name}{f'_{at}' if at else ''}/"
            self.folders[here] = inner
            if class_of(layer) in CONTAINERS:
                self.number(layer, here, inner)

    def of(self, path: tuple[str, ...], wanted: list[Wanted]) -> list[np.ndarray]:
        folder = self.folders.get(path, "") + "vars"
        held = self.file.get(folder)
        count = len(held) if isinstance(held, h5py.Group) else 0
        if count < len(wanted):
            raise Refused(
                f"the layer {seen('/'.join(path))} has {count} weights in the file, wanted {len(wanted)}."
            )
        return [dataset(held, str(i)) for i in range(len(wanted))]


class Listed:
    """The weights of an .h5 model: for each outermost layer a list of names; models inside list what is
    trained first.
    """

    def __init__(self, config: dict, group: Any):
        self.group = group
        self.at: dict[tuple[tuple[str, ...], int], tuple[str, str]] = {}
        for layer in layers_of(config):
            top = name_of(layer)
            rows = weights_of(layer, (top,), True)
            rows = [row for row in rows if row[2]] + [row for row in rows if not row[2]]
            names = self.names(top) if rows else []
            if len(names) != len(rows):
                raise Refused(
                    f"the layer {seen(top)} has {len(names)} weights in the file, wanted {len(rows)}."
                )
            for (path, index, _), name in zip(rows, names):
                self.at[path, index] = (top, name)

    def names(self, top: str) -> list[str]:
        held = self.group.get(top) if isinstance(self.group, h5py.Group) else None
        if held is None:
            return []
        listed = held.attrs.get("weight_names", [])
        return [n.decode("utf-8", "replace") if isinstance(n, bytes) else str(n) for n in listed]

    def of(self, path: tuple[str, ...], wanted: list[Wanted]) -> list[np.ndarray]:
        arrays = []
        for index in range(len(wanted)):
            top, name = self.at[path, index]
            arrays.append(dataset(self.group[top], name))
        return arrays


def weights_of(layer: dict, path: tuple[str, ...], trained: bool) -> list[tuple[tuple[str, ...], int, bool]]:
    """(path, number, trained) of every weight of a layer, or of a model's layers in order."""
    if len(path) > 8:
        raise Refused("the model holds models inside models without end.")
    config = layer.get("config") or {}
    free = trained and (not isinstance(config, dict) or config.get("trainable", True) is not False)
    if class_of(layer) in CONTAINERS:
        return [row for inner in layers_of(layer) for row in weights_of(inner, (*path, name_of(inner)), free)]
    return [(path, i, free and one.trained) for i, one in enumerate(wanted(class_of(layer), config))]
