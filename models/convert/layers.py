"""A Keras model's own description and its weights -> layers in a Graph.

No class of the file is looked up or built, and layers that carry code (Lambda) are refused by name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from .graph import Graph
from .keras_activations import activated, slope_of
from .keras_description import (
    CONTAINERS,
    Weights,
    arguments,
    class_of,
    ends_of,
    layers_of,
    name_of,
    shifts,
    wanted,
)
from .said import Refused, seen
from .writer import Value

DEEPEST = 8  # models inside models


class Layers:
    def __init__(self, graph: Graph, weights: Weights, version: str):
        self.graph = graph
        self.weights = weights
        self.hard = slope_of(version)
        self.tfjs = version.startswith("tfjs-layers")  # saved, and so trained, by TensorFlow.js itself
        self.notes: list[str] = []

    def model(self, model: dict, inputs: list[Value], path: tuple[str, ...] = ()) -> Value:
        if len(path) > DEEPEST:
            raise Refused("the model holds models inside models without end.")
        if class_of(model) == "Sequential":
            (x,) = inputs
            for layer in layers_of(model):
                x = self.layer(layer, [x], [], path)
            return x
        if class_of(model) not in CONTAINERS:
            raise Refused(
                f"the model is of the class {seen(class_of(model))}, which is code of its own; wanted "
                f"Functional or Sequential."
            )
        return self.functional(model, inputs, path)

    def functional(self, model: dict, inputs: list[Value], path: tuple[str, ...]) -> Value:
        config = model["config"]
        starts, ends = ends_of(config.get("input_layers")), ends_of(config.get("output_layers"))
        if len(starts) != len(inputs) or len(ends) != 1:
            raise Refused(
                f"it takes {len(starts)} inputs and gives {len(ends)} outputs; wanted one drawing and one "
                f"picture."
            )
        known: dict[tuple[str, int], Value] = {(name, 0): x for (name, _), x in zip(starts, inputs)}
        pending = [
            (layer, at, call)
            for layer in layers_of(model)
            for at, call in enumerate(layer.get("inbound_nodes") or [])
        ]
        shift = shifts(pending)
        while pending:
            later = []
            for layer, at, call in pending:
                given, rest = arguments(call)
                given = [(name, node - shift.get(name, 0)) for name, node in given]
                if all(key in known for key in given):
                    known[name_of(layer), at] = self.layer(layer, [known[key] for key in given], rest, path)
                else:
                    later.append((layer, at, call))
            if len(later) == len(pending):
                raise Refused(
                    f"the layer {seen(name_of(later[0][0]))} reads a layer that the model does not hold."
                )
            pending = later
        ends = [(name, node - shift.get(name, 0)) for name, node in ends]
        if ends[0] not in known:
            raise Refused(f"the model gives the output of {seen(ends[0][0])}, which it does not hold.")
        return known[ends[0]]

    def layer(self, layer: dict, inputs: list[Value], rest: list[Any], path: tuple[str, ...]) -> Value:
        kind, config = class_of(layer), layer.get("config") or {}
        here = (*path, name_of(layer))
        if kind in CONTAINERS:
            return self.model(layer, inputs, here)
        if kind not in BUILD:
            hint = ", which is code" if kind in ("Lambda", "TFOpLambda", "SlicingOpLambda") else ""
            raise Refused(f"it holds the layer {seen(kind)} ({seen(here[-1])}){hint}; that is not converted.")
        if config.get("data_format") not in (None, "channels_last", "channelsLast"):
            raise Refused(
                f"the layer {seen(here[-1])} counts {seen(config['data_format'])}, wanted channels_last."
            )
        asked = wanted(kind, config)
        arrays = self.weights.of(here, asked) if asked else []
        named = {one.names[0]: array for one, array in zip(asked, arrays)}
        try:
            return BUILD[kind](self, inputs, Config(here[-1], kind, config, rest), named)
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise Refused(
                f"the layer {seen(kind)} ({seen(here[-1])}) is not converted in this form: {seen(error)}."
            ) from error

    def activate(self, x: Value, activation: Any) -> Value:
        return activated(self.graph, x, activation, hard=self.hard)


@dataclass(frozen=True)
class Config:
    name: str
    kind: str
    values: dict
    rest: list[Any]

    def pair(self, key: str, default: int = 1) -> tuple[int, int]:
        value = self.values.get(key, default)
        return (int(value), int(value)) if isinstance(value, (int, float)) else (int(value[0]), int(value[1]))


Build = Callable[[Layers, list[Value], Config, dict[str, np.ndarray]], Value]
BUILD: dict[str, Build] = {}


def layer(*names: str) -> Callable[[Build], Build]:
    def enter(function: Build) -> Build:
        BUILD.update(dict.fromkeys(names, function))
        return function

    return enter
