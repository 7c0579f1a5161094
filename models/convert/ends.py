"""The layers of a Graph -> what values go in and come out, where its first and last layers tell."""

from onnx import numpy_helper

from .graph import Graph
from .said import Range
from .writer import Value


def rescaled(graph: Graph) -> tuple[float, float] | None:
    """A Rescaling at the start tells what comes in: by 1/255 or 1/127.5 it is 0…255."""
    first = graph.nodes[0] if graph.nodes else None
    if first is None or first.op_type != "Mul" or first.input[0] != "drawing":
        return None
    held = next((numpy_helper.to_array(t) for t in graph.weights if t.name == first.input[1]), None)
    if held is not None and held.size == 1 and 0 < float(held.reshape(())) < 0.02:
        return (0.0, 255.0)
    return None


def ranged(graph: Graph, picture: Value) -> Range | None:
    """The picture's range, from the last activation and what is computed with its values."""
    scale, offset = 1.0, 0.0
    made = {node.output[0]: node for node in graph.nodes}
    weights = {tensor.name: tensor for tensor in graph.weights}
    at = picture.name
    while at in made:
        node = made[at]
        if node.op_type in ("Tanh", "Sigmoid"):
            low = -1.0 if node.op_type == "Tanh" else 0.0
            return (low * scale + offset, scale + offset)
        if node.op_type not in ("Mul", "Add", "Sub", "Div"):
            return None
        constant = next((i for i, name in enumerate(node.input) if name in weights), None)
        if constant is None or (constant == 0 and node.op_type in ("Sub", "Div")):
            return None
        held = numpy_helper.to_array(weights[node.input[constant]])
        if held.size != 1:
            return None
        number = float(held.reshape(()))
        if node.op_type in ("Mul", "Div"):
            scale *= number if node.op_type == "Mul" else 1 / number
        else:
            offset += scale * (number if node.op_type == "Add" else -number)
        at = node.input[1 - constant]
    return None
