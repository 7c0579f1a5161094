"""SavedModel, frozen graph, affinelayer's exported graph, TensorFlow.js graph model -> a generator. No
TensorFlow is needed.

The picture's way through the graph is followed from the network's own ends: an export that decodes a PNG from
a text and encodes one again is cut where the convolutions begin and end.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from .bundle import Bundle
from .ends import ranged
from .graph import Graph
from .graphdef import read_graph, read_meta, read_saved_model
from .nodes import Node, TensorFlowGraph
from .said import FOLD, KEEP, STILL, Asked, Found, Refused, seen
from .things import Handle
from .untrained import settled
from .variables import restored
from .walk import Walk
from .way import CONVOLUTIONS, after, before, consumers, downstream
from .writer import Value

CODE = ("PyFunc", "PyFuncStateless", "EagerPyFunc", "XlaCallModule", "ReadFile", "WriteFile")
LOOPS = (
    "While",
    "StatelessWhile",
    "If",
    "StatelessIf",
    "Enter",
    "Exit",
    "NextIteration",
    "Case",
    "StatelessCase",
)


def saved_model(path: Path, asked: Asked) -> Found:
    """A SavedModel's folder."""
    graph = read_saved_model((path / "saved_model.pb").read_bytes())
    forbid(graph)
    signature = next(
        (graph.signatures[n] for n in ("serving_default", "serve") if n in graph.signatures), None
    )
    if signature is None:
        signature = next((s for s in graph.signatures.values() if s.inputs and s.outputs), None)
    if signature is None or len(signature.inputs) != 1:
        raise Refused("the SavedModel has no signature that takes one picture.")
    bundle = Bundle(path / "variables" / "variables")
    keys = restored(graph)
    start, end = next(iter(signature.inputs.values())), next(iter(signature.outputs.values()))

    def named(name: str) -> np.ndarray:
        return bundle[keys.get(name, name)]

    return generator(graph, start.split(":")[0], end, named, asked, what="TensorFlow SavedModel", usual=FOLD)


def frozen(path: Path, asked: Asked) -> Found:
    """A GraphDef with its weights as constants."""
    graph = read_graph(path.read_bytes())
    return ends(graph, no_variables, asked, what="TensorFlow frozen graph")


def exported(path: Path, asked: Asked) -> Found:
    """PREFIX.meta with PREFIX.index and PREFIX.data-… beside it, as pix2pix-tensorflow's --mode export writes
    them.
    """
    graph = read_meta(path.read_bytes())
    index = path.with_suffix(".index")
    if not index.is_file():
        raise Refused(
            f"{path.name} is the graph alone; its weights, {index.name} and its data file, are not beside it."
        )
    bundle = Bundle(path.with_suffix(""))
    return ends(graph, lambda name: bundle[name], asked, what="TensorFlow meta graph with checkpoint")


def no_variables(name: str) -> np.ndarray:
    raise Refused(f"the graph reads the variable {seen(name)}; freeze it, or give the SavedModel's folder.")


def forbid(graph: TensorFlowGraph) -> None:
    """What no converter may run, and what has no fixed end, refused by name before anything else."""
    for nodes in (graph.nodes, *(f.nodes for f in graph.functions.values())):
        for node in nodes.values():
            if node.op in CODE:
                raise Refused(
                    f"it holds the operator {node.op} ({seen(node.name)}), which runs code or reads files."
                )


def ends(graph: TensorFlowGraph, variable: Callable[[str], np.ndarray], asked: Asked, *, what: str) -> Found:
    """Where the network starts and ends, by its first and last convolutions."""
    forbid(graph)
    convolutions = [n for n in graph.nodes.values() if n.op in CONVOLUTIONS]
    if not convolutions:
        loop = next((n for n in graph.nodes.values() if n.op in LOOPS), None)
        hint = f" It holds {loop.op} ({seen(loop.name)})." if loop else ""
        raise Refused("the graph holds no convolution, so it is no picture-to-picture network." + hint)
    generator_only = [n for n in convolutions if "generator" in n.name]
    last, first = None, None
    readers = consumers(graph)
    reach = downstream(graph, readers, generator_only or convolutions)
    for node in generator_only or convolutions:
        if not any(
            other is not node and other.name in reach[node.name] for other in generator_only or convolutions
        ):
            last = node
    for node in generator_only or convolutions:
        if not any(
            node.name in reach[other.name] for other in generator_only or convolutions if other is not node
        ):
            first = first or node
    assert first is not None and last is not None, "a graph with convolutions has a first and a last one"
    start = before(graph, first)
    decoded = any(
        n.op in ("DecodePng", "DecodeJpeg", "DecodeImage", "DecodeBase64") for n in graph.nodes.values()
    )
    named = any(name.startswith("generator/encoder_1/") for name in graph.nodes)
    what = "pix2pix-tensorflow (affinelayer), exported graph" if named else what
    found = generator(graph, start, after(graph, readers, last), variable, asked, what=what, usual=STILL)
    if decoded and found.inside is None:
        found.inside = (0.0, 1.0)
        found.notes.append("it decodes a PNG itself: the input's range is 0…1 from there on.")
    return found


def generator(
    graph: TensorFlowGraph,
    start: str,
    end: str,
    variable: Callable[[str], np.ndarray],
    asked: Asked,
    *,
    what: str,
    usual: str,
) -> Found:
    node = graph.nodes.get(start)
    if node is None:
        raise Refused(f"the signature names {seen(start)}, which the graph does not hold.")
    noise = asked.noise or usual
    size, channels = extent(node, asked)
    if channels is None:
        channels = first_channels(graph, start, variable)
    out = Graph(channels=channels, size=size, noise=noise)
    walk = Walk(graph, out, variable)
    walk.main.known[start] = [out.drawing]
    picture = walk.find(end)
    if not isinstance(picture, Value):
        raise Refused("what the graph gives does not depend on the drawing.")
    if walk.written and asked.noise is None and usual != FOLD:
        # the graph itself runs them with the statistics of training
        return generator(graph, start, end, variable, asked, what=what, usual=FOLD)
    notes = []
    if noise != FOLD and not any(n.op_type == "InstanceNormalization" for n in out.nodes) and usual == FOLD:
        notes.append(
            "its norms are written out with the statistics of training; --noise cannot change that here, "
            "the .keras file can."
        )
    if noise == FOLD and out.unfolded:
        notes.append(
            f"{out.unfolded} norms hold no statistics of training; they use the picture's own, as the file "
            f"does."
        )
    notes += settled(out, asked)
    if out.dropouts and noise != KEEP:
        notes.append(f"{out.dropouts} dropouts left out (--noise keep keeps them).")
    probe = out.probe()
    outside = ranged(out, picture)
    model = out.close(picture)
    return Found(what=what, model=model, noise=out.noise, outside=outside, probe=probe, notes=notes)


def extent(node: Node, asked: Asked) -> tuple[int, int | None]:
    """Side and channels that the input states, or was asked."""
    shape = node.attributes.get("shape") if node.op.startswith("Placeholder") else None
    side, channels = asked.size or 256, None
    if shape and len(shape) == 4:
        if shape[1] > 0 and shape[2] > 0:
            if shape[1] != shape[2]:
                raise Refused(f"it takes {shape[1]} × {shape[2]} pixels; wanted a square.")
            side = shape[1]
        channels = shape[3] if shape[3] > 0 else None
    elif shape and len(shape) != 4:
        raise Refused(f"its input has {len(shape)} sides, wanted four: picture, height, width, channels.")
    return side, channels


def first_channels(graph: TensorFlowGraph, start: str, variable: Callable[[str], np.ndarray]) -> int:
    """Channels of the first convolution that the drawing meets."""
    readers = consumers(graph)
    names, met = [start], {start}
    while names:
        for node in readers.get(names.pop(0), []):
            if node.op in CONVOLUTIONS and node.op != "Conv2DBackpropInput":
                weight = Walk(graph, Graph(channels=1, size=16, noise=STILL), variable).find(node.inputs[1])
                if isinstance(weight, Handle):
                    weight = variable(weight.name)
                if isinstance(weight, np.ndarray) and weight.ndim == 4:
                    return int(weight.shape[2])
            if node.name not in met:
                met.add(node.name)
                names.append(node.name)
    raise Refused("its input states no number of channels, and no convolution tells it.")
