"""What TensorFlow's graphs are made of: nodes, functions, signatures."""

from dataclasses import dataclass, field
from typing import Any


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
