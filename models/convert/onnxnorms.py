"""Batch norms and dropouts of an ONNX file -> as `--noise` asks, where the file leaves it open as it runs.

A batch norm in training mode is the norm of the picture itself, one picture a time: it becomes one, because
ONNX Runtime also updates its statistics in place, in constants that other nodes share
(findings/batch-norm-drifts.sh). A dropout in training mode is left out.
"""

from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import helper, numpy_helper

from .said import FOLD, KEEP, STILL, Asked, Norm, Refused, seen
from .untrained import told, untouched

SINCE_MODE = (
    14  # the opset in which batch norms got an attribute for training; before it further outputs say it
)
SINCE_FLAG = 12  # the opset in which dropouts got an input for it


@dataclass
class File:
    """A graph, and what its names hold."""

    graph: onnx.GraphProto
    opset: int
    constants: dict[str, np.ndarray] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for tensor in self.graph.initializer:
            if len(tensor.dims) <= 1:
                self.constants[tensor.name] = numpy_helper.to_array(tensor)
        for node in self.graph.node:
            value = next((a.t for a in node.attribute if a.name == "value"), None)
            if node.op_type == "Constant" and value is not None:
                self.constants[node.output[0]] = numpy_helper.to_array(value)
            self.read.update(node.input)
        self.read.add(self.graph.output[0].name if self.graph.output else "")


def settle(model: onnx.ModelProto, asked: Asked, opset: int) -> tuple[str, list[str]]:
    """In place. What was done about noise, and sentences about it."""
    file = File(model.graph, opset)
    norms = [n for n in model.graph.node if n.op_type == "BatchNormalization"]
    training, trained = ([n for n in norms if trains(n, opset) == how] for how in (True, False))
    notes: list[str] = []
    for node in training:
        alone(node, file)
        drop(node, "training_mode")
    if asked.noise != FOLD:
        for node in training:
            instance(node)
        if training:
            notes.append(f"{len(training)} batch norms in training mode are norms of the picture's own.")
    settled, why = statistics(trained, asked, file)
    notes += why
    left_out = 0 if asked.noise == KEEP else dropouts(file)
    if left_out:
        notes.append(f"{left_out} dropouts in training mode left out (--noise keep keeps them).")
    if asked.noise == KEEP:
        notes.append("dropouts stay as the file has them.")
    fixed = asked.noise == FOLD or (trained and not settled)
    return asked.noise or (FOLD if fixed else STILL), notes


def statistics(trained: list[onnx.NodeProto], asked: Asked, file: File) -> tuple[bool, list[str]]:
    """Norms by the statistics of training become norms of the picture where that is asked, or where training
    updated none of them. Whether they did, and sentences.
    """
    if asked.noise in (STILL, KEEP):
        for node in trained:
            instance(node)
        return True, []
    held = [norm for node in trained if (norm := norm_of(node, file)) is not None]
    bare = [norm for norm in held if untouched(norm)]
    own = len(bare) == len(trained) > 0 and asked.noise is None
    if own:
        for node in trained:
            instance(node)
    return own, told(bare, len(trained), asked)


def norm_of(node: onnx.NodeProto, file: File) -> Norm | None:
    mean, variance = (file.constants.get(name) for name in node.input[3:5])
    if mean is None or variance is None:
        return None
    return Norm(at=node.input[0], mean=mean, variance=variance, name=node.name)


def trains(node: onnx.NodeProto, opset: int) -> bool:
    if opset >= SINCE_MODE:
        return any(a.name == "training_mode" and a.i for a in node.attribute)
    return any(node.output[1:])


def alone(node: onnx.NodeProto, file: File) -> None:
    """Its first output alone stays. Raises Refused where another one is read."""
    used = next((name for name in node.output[1:] if name in file.read - {""}), None)
    if used is not None:
        raise Refused(
            f"its norm {seen(node.name)} hands on its statistics ({seen(used)}); save it in eval()."
        )
    del node.output[1:]


def instance(node: onnx.NodeProto) -> None:
    """A batch norm becomes the norm of one picture."""
    node.op_type = "InstanceNormalization"
    del node.input[3:]
    for name in ("momentum", "spatial", "training_mode"):
        drop(node, name)


def drop(node: onnx.NodeProto, name: str) -> None:
    kept = [a for a in node.attribute if a.name != name]
    del node.attribute[:]
    node.attribute.extend(kept)


def dropouts(file: File) -> int:
    """Dropouts that are in training mode, or may be, are left out; their masks, where read, are all true. How
    many were.
    """
    graph, nodes, count = file.graph, [], 0
    for node in graph.node:
        flag = node.input[2] if len(node.input) > 2 else ""
        always = bool(np.all(file.constants[flag])) if flag in file.constants else True
        if node.op_type != "Dropout" or file.opset < SINCE_FLAG or not flag or not always:
            nodes.append(node)
            continue
        count += 1
        nodes.append(helper.make_node("Identity", node.input[:1], node.output[:1], name=node.name))
        mask = node.output[1] if len(node.output) > 1 else ""
        if mask and mask in file.read:
            true = helper.make_tensor("true", onnx.TensorProto.BOOL, [1], [True])
            nodes.append(helper.make_node("Shape", node.input[:1], [f"{mask}.shape"]))
            nodes.append(helper.make_node("ConstantOfShape", [f"{mask}.shape"], [mask], value=true))
    if count:
        del graph.node[:]
        graph.node.extend(nodes)
    return count
