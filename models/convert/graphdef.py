"""TensorFlow's graphs (GraphDef, MetaGraphDef, SavedModel) and TensorFlow.js's JSON of them -> nodes. Read as
data, nothing is run.
"""

import base64
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .said import LARGEST, Refused, seen
from .wire import BYTES, fields, floats, message, number, numbers, raw, text

TYPES = {
    1: np.float32,
    2: np.float64,
    3: np.int32,
    4: np.uint8,
    6: np.int8,
    9: np.int64,
    10: np.bool_,
    19: np.float16,
}
NAMED = {
    "DT_FLOAT": 1,
    "DT_DOUBLE": 2,
    "DT_INT32": 3,
    "DT_UINT8": 4,
    "DT_STRING": 7,
    "DT_INT64": 9,
    "DT_BOOL": 10,
    "DT_HALF": 19,
}
STRING = 7


@dataclass
class Node:
    name: str
    op: str
    inputs: list[str] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)


@dataclass
class Function:
    name: str
    inputs: list[str]
    outputs: list[str]  # the node outputs that are given back, in the signature's order
    nodes: dict[str, Node]


@dataclass
class Signature:
    inputs: dict[str, str]
    outputs: dict[str, str]


@dataclass
class TensorFlowGraph:
    nodes: dict[str, Node]
    functions: dict[str, Function] = field(default_factory=dict)
    signatures: dict[str, Signature] = field(default_factory=dict)


def read_graph(data: bytes | memoryview) -> TensorFlowGraph:
    """GraphDef."""
    graph = TensorFlowGraph({})
    for n, kind, value in fields(data):
        if n == 1 and kind == BYTES:
            node = read_node(value)
            graph.nodes[node.name] = node
        elif n == 2 and kind == BYTES:
            for m, _, one in fields(message(value)):
                if m == 1:
                    function = read_function(one)
                    graph.functions[function.name] = function
    return graph


def read_meta(data: bytes | memoryview) -> TensorFlowGraph:
    """MetaGraphDef: the graph and its signatures."""
    graph = TensorFlowGraph({})
    signatures: dict[str, Signature] = {}
    for n, kind, value in fields(data):
        if n == 2 and kind == BYTES:
            graph = read_graph(message(value))
        elif n == 5 and kind == BYTES:
            key, body = pair(value)
            sides: dict[int, dict[str, str]] = {1: {}, 2: {}}
            for m, _, one in fields(body):
                if m in sides:
                    name, info = pair(one)
                    sides[m][name] = next((text(v) for k, _, v in fields(info) if k == 1), "")
            signatures[key] = Signature(sides[1], sides[2])
    graph.signatures = signatures
    return graph


def read_saved_model(data: bytes) -> TensorFlowGraph:
    """The first MetaGraphDef of a SavedModel that has a graph."""
    for n, kind, value in fields(data):
        if n == 2 and kind == BYTES:
            graph = read_meta(message(value))
            if graph.nodes:
                return graph
    raise Refused("the SavedModel holds no graph.")


def pair(data: int | memoryview) -> tuple[str, bytes]:
    """One entry of a map: its key, and its value's bytes."""
    key, value = "", b""
    for n, _, v in fields(raw(data)):
        if n == 1:
            key = text(v)
        elif n == 2:
            value = raw(v)
    return key, value


def read_node(data: int | memoryview) -> Node:
    node = Node("", "")
    for n, _, value in fields(raw(data)):
        if n == 1:
            node.name = text(value)
        elif n == 2:
            node.op = text(value)
        elif n == 3:
            node.inputs.append(text(value))
        elif n == 5:
            key, body = pair(value)
            node.attributes[key] = attribute(body)
    return node


def read_function(data: int | memoryview) -> Function:
    name = ""
    inputs: list[str] = []
    order: list[str] = []
    nodes: dict[str, Node] = {}
    given: dict[str, str] = {}
    for n, _, value in fields(raw(data)):
        if n == 1:
            for m, _, one in fields(raw(value)):
                if m == 1:
                    name = text(one)
                elif m in (2, 3):
                    (inputs if m == 2 else order).append(
                        next((text(v) for k, _, v in fields(raw(one)) if k == 1), "")
                    )
        elif n == 3:
            node = read_node(value)
            nodes[node.name] = node
        elif n == 4:
            key, body = pair(value)
            given[key] = body.decode("utf-8", "replace")
    return Function(name, inputs, [given.get(key, key) for key in order], nodes)


def attribute(data: bytes) -> Any:
    for n, kind, value in fields(data):
        if n == 1:
            return listed(raw(value))
        if n == 2:
            return raw(value)
        if n in (3, 6):
            return number(value)
        if n == 4:
            return floats(kind, value)[0]
        if n == 5:
            return bool(value)
        if n == 7:
            return shape(raw(value))
        if n == 8:
            return tensor(raw(value))
        if n == 10:
            return next((text(v) for m, _, v in fields(raw(value)) if m == 1), "")
    return None


def listed(data: bytes) -> list:
    out: list = []
    for n, kind, value in fields(data):
        if n == 2:
            out.append(raw(value))
        elif n in (3, 6):
            out += numbers(kind, value)
        elif n == 4:
            out += floats(kind, value)
        elif n == 5:
            out += [bool(v) for v in numbers(kind, value)]
        elif n == 7:
            out.append(shape(raw(value)))
    return out


def shape(data: bytes) -> list[int] | None:
    """None: not even its rank is known."""
    sides = []
    for n, _, value in fields(data):
        if n == 3 and value:
            return None
        if n == 2:
            sides.append(next((number(v) for m, _, v in fields(raw(value)) if m == 1), 0))
    return sides


def tensor(data: bytes) -> np.ndarray | bytes | list[bytes] | None:
    """A constant; texts are given as their first one, types that no network here needs as None."""
    kind = 0
    sides: list[int] = []
    content: bytes | None = None
    values: list[float] = []
    texts: list[bytes] = []
    for n, wire, value in fields(data):
        if n == 1:
            kind = number(value)
        elif n == 2:
            sides = shape(raw(value)) or []
        elif n == 4:
            content = raw(value)
        elif n == 5:
            values += floats(wire, value)
        elif n == 6:
            values += floats(wire, value, "d")
        elif n in (7, 10, 11, 13):
            values += numbers(wire, value)
        elif n == 8:
            texts.append(raw(value))
    if kind == STRING:
        return texts[0] if len(texts) == 1 else texts
    if kind not in TYPES:
        return None
    count = 1
    for side in sides:
        count *= side
    if count < 0 or count * np.dtype(TYPES[kind]).itemsize > LARGEST:
        raise Refused(f"a constant has the shape {sides}.")
    if content is not None:
        array: np.ndarray = np.frombuffer(content, TYPES[kind])
    elif kind == 19:
        array = np.array(values, np.uint16).view(np.float16)
    else:
        array = np.array(values).astype(TYPES[kind])
    if array.size == 1 and count != 1:
        return np.broadcast_to(array.reshape(()), sides)
    if array.size and 1 < array.size < count and content is None:  # the last one stands for the rest
        array = np.concatenate([array, np.full(count - array.size, array[-1], array.dtype)])
    if array.size == 0 and count:
        return np.broadcast_to(np.zeros((), TYPES[kind]), sides)
    if array.size != count:
        raise Refused(f"a constant has the shape {sides} and {array.size} values.")
    return array.reshape(sides)


# TensorFlow.js writes the same message as JSON: names for numbers, base64 for bytes.


def from_json(topology: dict, weights: dict[str, np.ndarray]) -> TensorFlowGraph:
    graph = TensorFlowGraph({node.name: node for node in map(json_node, topology.get("node", []))})
    for one in topology.get("library", {}).get("function", []):
        signature = one.get("signature", {})
        given = one.get("ret", {})
        names = [arg["name"] for arg in signature.get("inputArg", [])]
        outs = [arg["name"] for arg in signature.get("outputArg", [])]
        nodes = {node.name: node for node in map(json_node, one.get("nodeDef", []))}
        graph.functions[signature["name"]] = Function(
            signature["name"], names, [given.get(n, n) for n in outs], nodes
        )
    for name, array in weights.items():
        node = graph.nodes.get(name)
        if node is not None and node.op == "Const":
            node.attributes["value"] = array
    return graph


def json_node(one: dict) -> Node:
    if (
        not isinstance(one, dict)
        or not isinstance(one.get("op"), str)
        or not isinstance(one.get("name"), str)
    ):
        raise Refused(f"a node of the graph reads {seen(one)}, wanted a name and an op.")
    return Node(
        one["name"],
        one["op"],
        list(one.get("input", [])),
        {k: json_attribute(v) for k, v in one.get("attr", {}).items()},
    )


def json_attribute(one: dict) -> Any:
    for kind, value in one.items():
        if kind == "s":
            return as_bytes(value)
        if kind == "i":
            return int(value)
        if kind == "f":
            return float(value)
        if kind == "b":
            return bool(value)
        if kind == "type":
            return NAMED.get(value, 0) if isinstance(value, str) else int(value)
        if kind == "shape":
            return (
                None if value.get("unknownRank") else [int(d.get("size", -1)) for d in value.get("dim", [])]
            )
        if kind == "func":
            return value.get("name", "")
        if kind == "tensor":
            return None
        if kind == "list":
            for inner, items in value.items():
                return [json_attribute({inner: item}) for item in items]
            return []
    return None


def as_bytes(value: Any) -> bytes:
    """Texts come as base64, or as lists of byte values from older converters."""
    return bytes(value) if isinstance(value, list) else base64.b64decode(value)
