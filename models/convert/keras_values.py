"""Keras's layers that leave every pixel where it is (norms, activations, arithmetic, joining), one function
each: (run, inputs, settings, weights) -> output.
"""

import numpy as np

from .layers import Config, Layers, layer
from .writer import Value


@layer(
    "InputLayer",
    "Dropout",
    "SpatialDropout2D",
    "GaussianNoise",
    "GaussianDropout",
    "AlphaDropout",
    "ActivityRegularization",
    "Identity",
)
def through(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,) = inputs
    return run.graph.dropout(x, float(config.values.get("rate", 0.0))) if config.kind == "Dropout" else x


def last_axis(config: Config) -> None:
    axis = config.values.get("axis", -1)
    axis = axis[0] if isinstance(axis, list) and len(axis) == 1 else axis
    if axis not in (-1, 3):
        raise ValueError(f"axis {axis}, wanted the channels")


@layer("BatchNormalization")
def batch_norm(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    last_axis(config)
    (x,) = inputs
    epsilon = float(config.values.get("epsilon", 1e-3))
    return run.graph.batch_norm(
        x,
        weights.get("gamma"),
        weights.get("beta"),
        weights["moving_mean"],
        weights["moving_variance"],
        epsilon,
        config.name,
    )


@layer("InstanceNormalization")
def instance_norm(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    """tensorflow_addons' (epsilon 1e-3 in its config) and the tutorial's (1e-5, none in its config)."""
    last_axis(config)
    (x,) = inputs
    return run.graph.instance_norm(
        x, weights.get("gamma"), weights.get("beta"), float(config.values.get("epsilon", 1e-5))
    )


@layer("GroupNormalization")
def group_norm(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    last_axis(config)
    (x,), groups = inputs, int(config.values.get("groups", 32))
    groups = x.channels if groups == -1 else groups
    return run.graph.group_norm(
        x, groups, weights.get("gamma"), weights.get("beta"), float(config.values.get("epsilon", 1e-3))
    )


@layer("Activation", "ReLU", "LeakyReLU", "ELU", "PReLU")
def activation(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,), values = inputs, config.values
    if config.kind == "Activation":
        return run.activate(x, values["activation"])
    if config.kind == "LeakyReLU":
        return run.graph.leaky(x, float(values.get("negative_slope", values.get("alpha", 0.3))))
    if config.kind == "ELU":
        return run.graph.same("Elu", x, alpha=float(values.get("alpha", 1.0)))
    if config.kind == "PReLU":
        slope = weights["alpha"]
        if slope.ndim != 3 or slope.shape[:2] != (1, 1):
            raise ValueError(f"a slope for each pixel, {slope.shape}")
        return run.graph.prelu(x, slope)
    slope, top, threshold = (
        values.get("negative_slope") or 0.0,
        values.get("max_value"),
        values.get("threshold") or 0.0,
    )
    if threshold or (top is not None and slope):
        raise ValueError("a threshold")
    if top is not None:
        return run.graph.clip(x, 0.0, float(top))
    return run.graph.leaky(x, slope) if slope else run.graph.same("Relu", x)


@layer("Concatenate")
def concatenate(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    last_axis(config)
    return run.graph.concat(inputs)


@layer("Add", "Subtract", "Multiply", "Divide", "TrueDivide", "Average", "Maximum", "Minimum")
def combine(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    names = {
        "Subtract": "Sub",
        "Multiply": "Mul",
        "Divide": "Div",
        "TrueDivide": "Div",
        "Average": "Add",
        "Maximum": "Max",
        "Minimum": "Min",
    }
    op = names.get(config.kind, config.kind)
    x = inputs[0]
    numbers = [one for one in config.rest if isinstance(one, (int, float)) and not isinstance(one, bool)]
    if len(inputs) == 1 and len(numbers) == 1:  # Keras 3 writes arithmetic with numbers as layers of its own
        return run.graph.constant(op, x, np.float32(numbers[0]), first=config.rest[0] is not None)
    for other in inputs[1:]:
        x = run.graph.both(op, x, other)
    return run.graph.affine(x, 1 / len(inputs), 0.0) if config.kind == "Average" else x


@layer("Tanh", "Sigmoid", "Relu")
def function(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,) = inputs
    return run.activate(x, config.kind.lower())


@layer("Rescaling")
def rescaling(run: Layers, inputs: list[Value], config: Config, weights: dict) -> Value:
    (x,) = inputs
    return run.graph.affine(x, float(config.values["scale"]), float(config.values.get("offset", 0.0)))
