""".keras, .h5 and TensorFlow.js layers files -> description and weights -> a generator. Keras and TensorFlow
are not needed.
"""

import io
import json
from pathlib import Path
from typing import Any

from . import keras_spatial, keras_values, keras_whole  # noqa: F401 - fill the table of layers
from .box import Box
from .ends import ranged, rescaled
from .graph import Graph
from .keras_description import class_of, input_shape, layers_of
from .keras_weights import Listed, Numbered, opened
from .layers import Layers
from .said import FOLD, KEEP, STILL, Asked, Found, Refused, seen
from .untrained import settled


def keras_file(path: Path, asked: Asked) -> Found:
    """A .keras archive: config.json and model.weights.h5."""
    box = Box(path)
    config = parsed(box.read("config.json"), "config.json")
    metadata = parsed(box.read("metadata.json"), "metadata.json") if "metadata.json" in box.names else {}
    version = str(metadata.get("keras_version", ""))
    with opened(io.BytesIO(box.read("model.weights.h5")), "model.weights.h5") as file:
        weights = Numbered(config, file)
        return layered(config, weights, asked, what="Keras model (.keras)", version=version)


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
        written = file.attrs.get("keras_version", "")
        version = written.decode("utf-8", "replace") if isinstance(written, bytes) else str(written)
        weights = Listed(config, file["model_weights"])
        return layered(config, weights, asked, what="Keras model (.h5)", version=version)


def layered(config: dict, weights: Any, asked: Asked, *, what: str, version: str) -> Found:
    """`version`: of the Keras that wrote it, as far as the file says."""
    _, height, width, channels = input_shape(config)
    if height != width:
        raise Refused(f"it takes {height} × {width} pixels; wanted a square.")
    if channels is None:
        raise Refused("its input states no number of channels.")
    tutorial = is_tutorial(config)
    noise = asked.noise or (STILL if tutorial else FOLD)
    graph = Graph(channels=channels, size=height or asked.size or 256, noise=noise)
    run = Layers(graph, weights, version)
    picture = run.model(config, [graph.drawing])
    notes = []
    if tutorial and asked.noise is None:
        notes.append(
            "norms use the picture's own statistics, as the tutorial calls its generator; --noise fold uses "
            "those of training."
        )
    notes += run.notes + settled(graph, asked)
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
