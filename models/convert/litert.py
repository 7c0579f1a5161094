"""A LiteRT file (.tflite) -> a generator. Its operators are walked as data, float32, float16 and int8.

Field numbers: tensorflow/compiler/mlir/lite/schema/schema.fbs. What a file rounds to int8 between its layers
stays float32 here.
"""

from pathlib import Path
from typing import Any

import numpy as np

from .ends import ranged
from .flatbuffer import Table, root
from .graph import Graph
from .litert_layers import Things
from .litert_operators import OPERATORS
from .said import FOLD, LARGEST, Asked, Found, Range, Refused, seen
from .things import described
from .trial import RANGES
from .writer import Value

TYPES = {0: "<f4", 1: "<f2", 2: "<i4", 3: "u1", 4: "<i8", 6: "?", 7: "<i2", 9: "i1"}
REAL = (0, 1)
QUANTISED = {3: (0, 255), 7: (-32768, 32767), 9: (-128, 127)}
CUSTOM = 32
NEAR = 0.02  # of a range: how far what an int8 input can hold may be from it
MADE_FROM = "a LiteRT file is made from a Keras model or SavedModel: give that"


class Network:
    def __init__(self, path: Path):
        self.data = memoryview(path.read_bytes())
        model = root(self.data)
        graphs = model.tables(2)
        if len(graphs) != 1:
            raise Refused(
                f"it holds {len(graphs)} graphs, wanted one; loops and branches are not taken over."
            )
        self.codes = [max(code.number(0, "<b"), code.number(3)) for code in model.tables(1)]
        self.customs = [code.text(1) for code in model.tables(1)]
        self.buffers = model.tables(4)
        self.tensors = graphs[0].tables(0)
        self.inputs, self.outputs = graphs[0].vector(1, "<i4"), graphs[0].vector(2, "<i4")
        self.operators = graphs[0].tables(3)

    def constant(self, at: int) -> np.ndarray | None:
        """A tensor's values, real numbers where it is quantised; None where they are computed."""
        tensor = self.tensors[at]
        buffer = self.buffers[tensor.number(2, "<I")]
        if buffer.number(1, "<Q") > 1:
            raise Refused("its weights stand behind the model (larger than 2 GB).")
        data = buffer.vector(0, "u1")
        if not data.size:
            return None
        kind, shape = tensor.number(1, "<b"), [int(n) for n in tensor.vector(0, "<i4")]
        if kind not in TYPES:
            raise Refused(f"its weights {seen(tensor.text(3))} are of LiteRT's type {kind}, wanted numbers.")
        count = int(np.prod(shape, dtype=np.float64)) if all(n >= 0 for n in shape) else -1
        if count * np.dtype(TYPES[kind]).itemsize != data.size or data.size > LARGEST:
            raise Refused(f"its weights {seen(tensor.text(3))} of the shape {shape} have {data.size} bytes.")
        values = np.frombuffer(data, TYPES[kind]).reshape(shape)
        scale, zero = quantisation(tensor)
        if not scale.size:
            return values.astype(np.float32) if kind in REAL else values
        side = [1] * len(shape)
        if scale.size > 1:
            side[(tensor.table(4) or tensor).number(6)] = scale.size
        zeros = np.resize(zero, scale.size) if zero.size else np.zeros(scale.size)
        return ((values - zeros.reshape(side)) * scale.reshape(side)).astype(np.float32)


def quantisation(tensor: Table) -> tuple[np.ndarray, np.ndarray]:
    """Scales and zero points; none where it is not quantised."""
    said = tensor.table(4)
    return (said.vector(2, "<f4"), said.vector(3, "<i8")) if said else (np.zeros(0), np.zeros(0))


def litert(path: Path, asked: Asked) -> Found:
    network = Network(path)
    if len(network.inputs) != 1 or len(network.outputs) != 1:
        raise Refused(
            f"it takes {len(network.inputs)} inputs and gives {len(network.outputs)} outputs; wanted one "
            f"drawing and one picture."
        )
    start, end = int(network.inputs[0]), int(network.outputs[0])
    shape = [int(n) for n in network.tensors[start].vector(0, "<i4")]
    if len(shape) != 4 or shape[0] > 1 or shape[1] != shape[2]:
        raise Refused(f"its input has the shape {shape}; wanted one square picture.")
    graph = Graph(channels=shape[3], size=shape[1], noise=FOLD)
    known: dict[int, Any] = {start: graph.drawing}
    for operator in network.operators:
        step(network, graph, operator, known)
    picture = known.get(end)
    if not isinstance(picture, Value):
        raise Refused("what it gives does not depend on the drawing.")
    kinds = {tensor.number(1, "<b") for tensor in network.tensors}
    small = bool(kinds & set(QUANTISED))
    notes = ["its weights are int8; what is between the layers is computed in float32."] if small else []
    outside = ranged(graph, picture)
    return Found(
        what=f"LiteRT (.tflite), {len(network.operators)} operators",
        model=graph.close(picture),
        noise=FOLD,
        inside=held_by(network.tensors[start]),
        outside=outside,
        notes=notes,
    )


def held_by(tensor: Table) -> Range | None:
    """The range that an int8 input can hold, where it is one of the usual."""
    scale, zero = quantisation(tensor)
    limits = QUANTISED.get(tensor.number(1, "<b"))
    if limits is None or scale.size != 1 or zero.size != 1:
        return None
    low, high = ((limit - float(zero[0])) * float(scale[0]) for limit in limits)
    for usual in RANGES:
        wide = usual[1] - usual[0]
        if max(abs(low - usual[0]), abs(high - usual[1])) <= NEAR * wide:
            return usual
    return None


def step(network: Network, graph: Graph, operator: Table, known: dict[int, Any]) -> None:
    at = operator.number(0, "<I")
    code = network.codes[at]
    if code == CUSTOM or code not in OPERATORS:
        name = f"operator {network.customs[at]}" if code == CUSTOM else f"operator {code} of LiteRT's list"
        raise Refused(f"it holds the {seen(name)}, which is not converted; {MADE_FROM}.")
    name, run = OPERATORS[code]
    things: Things = []
    for index in (int(n) for n in operator.vector(1, "<i4")):
        if index >= 0 and index not in known:
            known[index] = network.constant(index)
            if known[index] is None:
                raise Refused(f"the operator {name} reads what no other gives.")
        things.append(known[index] if index >= 0 else None)
    try:
        found = run(graph, operator.table(4), things)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        given = ", ".join(described(thing) for thing in things)
        raise Refused(f"the operator {name} is not converted in this form ({given}); {MADE_FROM}.") from error
    known[int(operator.vector(2, "<i4")[0])] = found
