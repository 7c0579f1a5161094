"""An activation as Keras's files name it, and the version that wrote the file -> nodes in a Graph."""

from typing import Any

from .graph import Graph
from .said import Refused, seen
from .writer import Value

OPERATORS = {
    name: name.capitalize() for name in ("relu", "tanh", "sigmoid", "elu", "selu", "softplus", "softsign")
}
CLASSES = {"ReLU": "relu", "LeakyReLU": "leaky_relu"}


def slope_of(version: str) -> float:
    """Of hard_sigmoid: Keras 3 has a sixth, Keras before it and TensorFlow.js a fifth."""
    return 1 / 6 if version.split(".", maxsplit=1)[0] == "3" else 0.2


def activated(graph: Graph, x: Value, activation: Any, *, hard: float) -> Value:
    name, slope = (activation if isinstance(activation, str) else None), 0.2
    if isinstance(activation, dict) and activation.get("class_name") != "function":
        name = CLASSES.get(activation.get("class_name", ""))
        slope = (activation.get("config") or {}).get("negative_slope", slope)
    if activation is None or name == "linear":
        return x
    if name in OPERATORS:
        return graph.same(OPERATORS[name], x)
    if name == "leaky_relu":
        return graph.leaky(x, slope)
    if name == "relu6":
        return graph.clip(x, 0.0, 6.0)
    if name in ("swish", "silu"):
        return graph.both("Mul", x, graph.same("Sigmoid", x))
    if name in ("hard_sigmoid", "hardSigmoid"):
        return hard_sigmoid(graph, x, hard)
    if name in ("hard_silu", "hard_swish"):
        return graph.both("Mul", x, hard_sigmoid(graph, x, 1 / 6))
    raise Refused(f"it holds the activation {seen(activation)}, which is not converted.")


def hard_sigmoid(graph: Graph, x: Value, slope: float) -> Value:
    return graph.same("HardSigmoid", x, alpha=slope, beta=0.5)
