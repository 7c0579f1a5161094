"""TensorFlow.js's JSON of a GraphDef -> nodes: the same message, names for numbers, base64 for bytes."""

import base64
from typing import Any

import numpy as np

from .nodes import Function, Node, TensorFlowGraph
from .said import Refused, seen

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
