"""A .pt2 archive (torch.export.save) -> a generator. torch.export.load is not called.

The archive is a zip: models/model.json holds the graph as a list of operators, data/weights/ the weights as
raw numbers with a list of their names. Both are read as data; the operators are those of aten.py, and the
first that is not known there is refused by name.
"""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np

from .aten import OPERATORS
from .box import Box
from .cells import Cell
from .ends import ranged
from .graph import Graph
from .said import FOLD, KEEP, LARGEST, STILL, Asked, Found, Refused, seen
from .untrained import settled

MOST = 20_000  # operators
TYPES = {1: "u1", 2: "i1", 3: "<i2", 4: "<i4", 5: "<i8", 6: "<f2", 7: "<f4", 8: "<f8", 12: "?", 13: "<u2"}
BFLOAT = 13
MADE_FROM = "a .pt2 archive is made from a PyTorch model: give its checkpoint (.pth) or .onnx file"
HELD = ("parameter", "buffer", "tensor_constant")  # kinds of inputs that the archive holds itself
PLAN, WEIGHTS, CONSTANTS = (
    "models/model.json",
    "data/weights/model_weights_config.json",
    "data/constants/model_constants_config.json",
)


def exported_program(path: Path, asked: Asked) -> Found:
    box = Box(path)
    plan = box.one(PLAN)
    if plan is None:
        raise Refused(
            f"{path.name} holds no {PLAN}: it is of an earlier form of .pt2, or compiled code; save it again "
            f"by torch.export.save of a current PyTorch."
        )
    root = plan.removesuffix(PLAN)
    module = parsed(box, plan)["graph_module"]
    arrays = {**tensors(box, root, WEIGHTS), **tensors(box, root, CONSTANTS)}
    noise = asked.noise or STILL
    graph, picture = drawn(module, arrays, asked, noise)
    if asked.noise is None and graph.settled:  # exported in eval(): with the statistics of training
        graph, picture = drawn(module, arrays, asked, FOLD)
    notes = settled(graph, asked)
    if graph.dropouts and graph.noise != KEEP:
        notes.append(f"{graph.dropouts} dropouts left out (--noise keep keeps them).")
    probe, outside = graph.probe(), ranged(graph, picture.value)
    model = graph.close(picture.value)
    what = "PyTorch exported program (.pt2)"
    return Found(what=what, model=model, noise=graph.noise, outside=outside, probe=probe, notes=notes)


def parsed(box: Box, name: str) -> dict:
    try:
        found = json.loads(box.read(name))
    except (ValueError, RecursionError) as error:
        raise Refused(f"{seen(name)} is no JSON ({seen(error)}).") from error
    if not isinstance(found, dict):
        raise Refused(f"{seen(name)} holds {seen(found)}, wanted an object.")
    return found


def tensors(box: Box, root: str, config: str) -> dict[str, np.ndarray]:
    """Every weight of a list, by the name that the network calls it by."""
    if root + config not in box.names:
        return {}
    folder = root + config.rpartition("/")[0] + "/"
    listed = parsed(box, root + config)["config"]
    return {name: tensor(box, folder, name, says) for name, says in listed.items() if says.get("tensor_meta")}


def tensor(box: Box, folder: str, name: str, says: dict) -> np.ndarray:
    meta, file = says["tensor_meta"], str(says.get("path_name"))
    if says.get("use_pickle") or not re.fullmatch(r"\w+", file):
        raise Refused(f"the weight {seen(name)} stands in {seen(file)}, which is no file of raw numbers.")
    if meta["dtype"] not in TYPES:
        raise Refused(f"the weight {seen(name)} is of PyTorch's type {seen(meta['dtype'])}, wanted numbers.")
    kind = np.dtype(TYPES[meta["dtype"]])
    shape, strides = sizes(meta["sizes"], name), sizes(meta["strides"], name)
    (offset,) = sizes([meta["storage_offset"]], name)
    values = np.frombuffer(box.read(folder + file), kind)
    reach = offset + sum((side - 1) * step for side, step in zip(shape, strides))
    count = int(np.prod(shape, dtype=np.float64))
    if len(shape) != len(strides) or count * kind.itemsize > LARGEST or (count and reach >= values.size):
        raise Refused(f"the weight {seen(name)} of the shape {shape} does not fit into its file.")
    steps = [step * kind.itemsize for step in strides]
    found = np.array(np.lib.stride_tricks.as_strided(values[offset:], shape, steps))
    if meta["dtype"] == BFLOAT:
        return (found.astype(np.uint32) << 16).view(np.float32)
    return found.astype(np.float32) if kind.kind == "f" else found


def sizes(listed: list, name: str) -> list[int]:
    found = [one.get("as_int") for one in listed]
    if len(found) > 8 or any(type(n) is not int or n < 0 for n in found):
        raise Refused(f"the weight {seen(name)} has sizes that are no whole numbers.")
    return found


def drawn(module: dict, arrays: dict[str, np.ndarray], asked: Asked, noise: str) -> tuple[Graph, Cell]:
    plan, signature = module["graph"], module["signature"]
    known: dict[str, Any] = {}
    drawing = None
    for spec in signature["input_specs"]:
        ((kind, says),) = spec.items()
        if kind in HELD:
            held = says.get("parameter_name") or says.get("buffer_name") or says.get("tensor_constant_name")
            if held not in arrays:
                raise Refused(f"the archive holds no weight {seen(held)}.")
            known[says["arg"]["name"]] = arrays[held]
        elif kind == "user_input" and drawing is None and "as_tensor" in says["arg"]:
            drawing = says["arg"]["as_tensor"]["name"]
        else:
            raise Refused(f"it takes {seen(kind)} beside one drawing ({seen(says)}).")
    if drawing is None:
        raise Refused("it takes no drawing.")
    channels, size = square(plan["tensor_values"][drawing], asked)
    graph = Graph(channels=channels, size=size, noise=noise)
    known[drawing] = Cell(graph.drawing)
    if len(plan["nodes"]) > MOST:
        raise Refused(f"it has {len(plan['nodes'])} operators, more than {MOST}.")
    for node in plan["nodes"]:
        found = operate(graph, node, known)
        for output, value in zip(node["outputs"], found if isinstance(found, list) else [found]):
            known[output.get("as_tensor", {}).get("name", "")] = value
    ends = [s["user_output"]["arg"] for s in signature["output_specs"] if "user_output" in s]
    picture = known.get(ends[0].get("as_tensor", {}).get("name")) if len(ends) == 1 else None
    if not isinstance(picture, Cell):
        raise Refused(f"it gives {len(ends)} things, wanted one picture.")
    return graph, picture


def square(meta: dict, asked: Asked) -> tuple[int, int]:
    """Channels and side of the drawing; a side that is free is asked, or 256."""
    _, channels, height, width = (one.get("as_int", 0) for one in meta["sizes"])
    if height != width or (asked.size and height and asked.size != height):
        wanted = asked.size or "a square"
        raise Refused(f"it was exported for {height} × {width} pixels, wanted {wanted}.")
    return channels, height or asked.size or 256


def operate(graph: Graph, node: dict, known: dict[str, Any]) -> Any:
    """One operator: `torch.ops.aten.NAME.OVERLOAD`; those that end in _ change what they are given."""
    target = str(node["target"])
    parts = target.split(".")
    name = parts[3] if target.startswith("torch.ops.aten.") and len(parts) >= 4 else ""
    base = name.rstrip("_") if not name.endswith("__") else name
    if base not in OPERATORS:
        raise Refused(f"it holds the operator {seen(target)}, which is not converted; {MADE_FROM}.")
    values = [(one["kind"], one["name"], argument(one["arg"], known)) for one in node["inputs"]]
    given = [value for kind, _, value in values if kind == 1]
    keyed = {key: value for kind, key, value in values if kind != 1}
    try:
        found = OPERATORS[base](graph, *given, **keyed)
    except (TypeError, KeyError, IndexError, ValueError, AttributeError) as error:
        raise Refused(f"the operator {seen(target)} is not converted in this form; {MADE_FROM}.") from error
    if base != name and isinstance(given[0], Cell) and isinstance(found, Cell):
        given[0].value = found.value
        return given[0]
    return found


def argument(says: dict, known: dict[str, Any]) -> Any:
    ((kind, value),) = says.items()
    if kind == "as_none":
        return None
    if kind == "as_tensor":
        return known[value["name"]]
    if kind == "as_tensors":
        return [known[one["name"]] for one in value]
    if kind in ("as_int", "as_float", "as_bool", "as_string", "as_ints", "as_floats", "as_bools"):
        return value
    raise ValueError(f"an input of the kind {kind}")
