"""TensorFlow's graph -> the picture's way through it: who reads whom, what comes before the first
convolution and after the last.
"""

import numpy as np

from .nodes import Node, TensorFlowGraph
from .said import Refused, seen

CONVOLUTIONS = (
    "Conv2D",
    "_FusedConv2D",
    "DepthwiseConv2dNative",
    "FusedDepthwiseConv2dNative",
    "Conv2DBackpropInput",
)
THROUGH = ("Identity", "Mul", "Sub", "Add", "AddV2", "RealDiv", "Div", "Pad", "PadV2", "MirrorPad", "Cast")
AFTER = (
    "Identity",
    "Mul",
    "Sub",
    "Add",
    "AddV2",
    "RealDiv",
    "Div",
    "BiasAdd",
    "Tanh",
    "Sigmoid",
    "Relu",
    "ClipByValue",
)


def consumers(graph: TensorFlowGraph) -> dict[str, list[Node]]:
    readers: dict[str, list[Node]] = {}
    for node in graph.nodes.values():
        for reference in node.inputs:
            if not reference.startswith("^"):
                readers.setdefault(reference.split(":")[0], []).append(node)
    return readers


def downstream(graph: TensorFlowGraph, readers: dict[str, list[Node]], of: list[Node]) -> dict[str, set[str]]:
    """For each node of the list, all that its output reaches."""
    reach = {}
    for node in of:
        seen_names: set[str] = set()
        stack = [node.name]
        while stack:
            for reader in readers.get(stack.pop(), []):
                if reader.name not in seen_names:
                    seen_names.add(reader.name)
                    stack.append(reader.name)
        reach[node.name] = seen_names
    return reach


def before(graph: TensorFlowGraph, first: Node) -> str:
    """The node that is the drawing: back from the first convolution through arithmetic with constants."""
    at = first.inputs[2 if first.op == "Conv2DBackpropInput" else 0]
    for _ in range(64):
        node = graph.nodes.get(at.split(":")[0])
        if node is None:
            raise Refused(f"the graph reads {seen(at)}, which it does not hold.")
        if node.op not in THROUGH:
            return node.name
        at = next((i for i in node.inputs if not is_constant(graph, i)), node.inputs[0])
    raise Refused("the graph does not start anywhere.")


def after(graph: TensorFlowGraph, readers: dict[str, list[Node]], last: Node) -> str:
    """The node that is the picture: on from the last convolution, up to where it is made into bytes."""
    node = last
    for _ in range(64):
        onward = [n for n in readers.get(node.name, []) if n.op in AFTER]
        if len(onward) != 1 or large(graph, onward[0]):
            break
        node = onward[0]
    return node.name


def is_constant(graph: TensorFlowGraph, reference: str) -> bool:
    node = graph.nodes.get(reference.split(":", maxsplit=1)[0])
    while node is not None and node.op == "Identity":
        node = graph.nodes.get(node.inputs[0].split(":")[0])
    return node is not None and node.op == "Const"


def large(graph: TensorFlowGraph, node: Node) -> bool:
    """A multiplication by 127 or more: the picture becomes bytes there."""
    for reference in node.inputs if node.op == "Mul" else []:
        constant = graph.nodes.get(reference.split(":")[0])
        held = constant.attributes.get("value") if constant is not None and constant.op == "Const" else None
        if isinstance(held, np.ndarray) and held.size == 1 and float(held.reshape(())) >= 127:
            return True
    return False
