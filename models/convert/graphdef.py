"""TensorFlow's graphs (GraphDef, MetaGraphDef, SavedModel) -> nodes. Read as data, nothing is run."""

from .attributes import attribute
from .nodes import Function, Node, Signature, TensorFlowGraph
from .said import Refused
from .wire import BYTES, fields, message, raw, text


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
