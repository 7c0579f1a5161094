"""A TorchScript archive, traced or scripted -> a generator. torch.jit.load is not called: it would run the
file's own TorchScript.

The archive holds its program as text, which `script` walks, from the drawing to the picture.
"""

from pathlib import Path

import numpy as np

from .box import Box
from .cells import Cell
from .ends import ranged
from .graph import Graph
from .pickled import Object, read_objects
from .program import Program
from .said import FOLD, KEEP, STILL, Asked, Found, Refused, seen
from .script import Script
from .untrained import settled
from .writer import Value


def torchscript(path: Path, asked: Asked) -> Found:
    box = Box(path)
    root = next(n for n in box.names if n.endswith("data.pkl") and not n.endswith("_data.pkl"))[
        : -len("data.pkl")
    ]
    module = read_objects(box, root + "data.pkl", root)
    if not isinstance(module, Object):
        raise Refused("the TorchScript file holds no module.")
    traced = traced_size(box, root)
    size = asked.size or traced or 256
    graph, picture = drawn(box, root, module, size, asked.noise or STILL)
    if asked.noise is None and graph.settled:  # the file says that it runs with the statistics of training
        graph, picture = drawn(box, root, module, size, FOLD)
    notes = [] if asked.size or traced else [f"the file does not state a size; taken as {size} (--size)."]
    notes += settled(graph, asked)
    if graph.dropouts and graph.noise != KEEP:
        notes.append(f"{graph.dropouts} dropouts left out (--noise keep keeps them).")
    probe, outside = graph.probe(), ranged(graph, picture)
    return Found(
        what="PyTorch TorchScript",
        model=graph.close(picture),
        noise=graph.noise,
        outside=outside,
        probe=probe,
        notes=notes,
    )


def drawn(box: Box, root: str, module: Object, size: int, noise: str) -> tuple[Graph, Value]:
    graph = Graph(channels=first_channels(module), size=size, noise=noise)
    found = Script(Program(box, root), graph).call(module, "forward", [Cell(graph.drawing)])
    if not isinstance(found, Cell):
        raise Refused(f"the TorchScript program gives {seen(type(found).__name__)}, wanted one picture.")
    return graph, found.value


def first_channels(module: Object) -> int:
    """Input channels of the first convolution, in the order in which modules are held."""
    stack = [module]
    while stack:
        one = stack.pop()
        weight = one.values.get("weight")
        if isinstance(weight, np.ndarray) and weight.ndim == 4:
            return int(weight.shape[1]) * int(one.values.get("groups", 1) or 1)
        stack += [v for v in reversed(list(one.values.values())) if isinstance(v, Object)]
    raise Refused("the TorchScript module holds no convolution.")


def traced_size(box: Box, root: str) -> int | None:
    """The side of the example that a trace was made with, where the file keeps it."""
    part = root + "traced_inputs.pkl"
    held = read_objects(box, part, root, shapes=True) if part in box.names else None
    for example in held.values() if isinstance(held, dict) else []:
        shape = example[0] if isinstance(example, list) and example else None
        if isinstance(shape, tuple) and len(shape) == 4 and shape[2] == shape[3]:
            return int(shape[2])
    return None
