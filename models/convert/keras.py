""".keras, .h5 and TensorFlow.js layers files -> description and weights -> a generator. Keras and TensorFlow
are not needed.
"""

import io
import json
import re
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from . import kinds  # noqa: F401 - fills the table of layers
from .box import Box
from .ends import ranged, rescaled
from .graph import Graph
from .layers import CONTAINERS, Layers, Wanted, class_of, input_shape, layers_of, name_of, wanted
from .said import FOLD, KEEP, LARGEST, STILL, Asked, Found, Refused, seen
from .untrained import settled


def keras_file(path: Path, asked: Asked) -> Found:
    """A .keras archive: config.json and model.weights.h5."""
    box = Box(path)
    config = parsed(box.read("config.json"), "config.json")
    with opened(io.BytesIO(box.read("model.weights.h5")), "model.weights.h5") as file:
        return layered(config, Numbered(config, file), asked, what="Keras model (.keras)")


def h5_file(path: Path, asked: Asked) -> Found:
    """A whole model in one HDF5 file."""
    with opened(path, path.name) as file:
        text = file.attrs.get("model_config")
        if text is None:
            hint = (
                "it holds weights alone"
                if "layers" in file or "layer_names" in file.attrs
                else "it holds no Keras model"
            )
            raise Refused(
                f"{hint}: no model_config is in it; save the whole model (model.save), not its weights."
            )
        config = parsed(text, "model_config")
        return layered(config, Listed(config, file["model_weights"]), asked, what="Keras model (.h5)")


def layered(config: dict, weights: Any, asked: Asked, *, what: str) -> Found:
    _, height, width, channels = input_shape(config)
    if height != width:
        raise Refused(f"it takes {height} × {width} pixels; wanted a square.")
    if channels is None:
        raise Refused("its input states no number of channels.")
    tutorial = is_tutorial(config)
    noise = asked.noise or (STILL if tutorial else FOLD)
    graph = Graph(channels=channels, size=height or asked.size or 256, noise=noise)
    run = Layers(graph, weights)
    picture = run.model(config, [graph.drawing])
    notes = []
    if tutorial and asked.noise is None:
        notes.append(
            "norms use the picture's own statistics, as the tutorial calls its generator; --noise fold uses "
            "those of training."
        )
    notes += settled(graph, asked)
    if graph.dropouts and noise != KEEP:
        notes.append(f"{graph.dropouts} dropouts left out (--noise keep keeps them).")
    inside = rescaled(graph)
    probe = graph.probe()
    outside = ranged(graph, picture)
    return Found(
        what=f"{what}: the TensorFlow tutorial's generator" if tutorial else what,
        model=graph.close(picture),
        noise=graph.noise,
        inside=inside,
        outside=outside,
        probe=probe,
        notes=notes,
    )


def is_tutorial(config: dict) -> bool:
    """Sequential blocks of Conv2D and Conv2DTranspose, 4 × 4 by strides of 2, joined by Concatenate, dropout
    on the way up.
    """
    if class_of(config) not in ("Functional", "Model"):
        return False
    classes = [class_of(layer) for layer in layers_of(config)]
    blocks = [
        [class_of(inner) for inner in layers_of(layer)]
        for layer in layers_of(config)
        if class_of(layer) == "Sequential"
    ]
    down = sum("Conv2D" in block and "LeakyReLU" in block for block in blocks)
    up = sum("Conv2DTranspose" in block and "ReLU" in block for block in blocks)
    return (
        down >= 5
        and up == down - 1
        and classes.count("Concatenate") == up
        and any("Dropout" in block for block in blocks)
    )


def parsed(text: Any, what: str) -> dict:
    try:
        found = json.loads(text)
    except (ValueError, TypeError, RecursionError) as error:
        raise Refused(f"{what} is no JSON ({seen(error)}).") from error
    if not isinstance(found, dict):
        raise Refused(f"{what} holds {seen(found)}, wanted a model's description.")
    return found


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
