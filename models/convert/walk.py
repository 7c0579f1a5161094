"""A TensorFlow graph, a wanted output -> layers in a Graph. One picture of a known size, so every shape is a
number by then.

Constants are computed with numpy while walking. Activations are Values [1, C, H, W], though the graph counts
[N, H, W, C]. Functions are walked into. Nothing is run by TensorFlow; an operator that ops.py does not list
is refused by its name.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

import numpy as np

from .graph import Graph
from .nodes import Function, Node, TensorFlowGraph
from .ops import OPS
from .said import Refused, seen
from .things import Thing, described
from .writer import Value
from .writtennorms import Written, written_norm

Step = Generator[Any, Any, Any]  # yields further Steps, is sent their results, returns its own
DEEPEST = 16  # functions inside functions
MOST = 100_000  # nodes walked


CALLS = ("PartitionedCall", "StatefulPartitionedCall")


@dataclass
class Scope:
    """The nodes of the main graph or of one function's body, and what is known of them already."""

    nodes: dict[str, Node]
    known: dict[str, list[Thing]]
    depth: int = 0


class Walk:
    def __init__(self, source: TensorFlowGraph, out: Graph, variable: Callable[[str], np.ndarray]):
        self.source = source
        self.graph = out
        self.variable = variable
        self.main = Scope(source.nodes, {})
        self.steps = 0
        self.input_used = False
        self.written = 0  # batch norms that are written out in arithmetic, with the statistics of training

    def find(self, name: str) -> Thing:
        """The thing that an output of the main graph is, `name` or `name:0`."""
        return drive(self.value(self.main, name))

    def value(self, scope: Scope, reference: str) -> Step:
        """One input of a node: `name`, `name:1`, and in functions `name:port:1`."""
        name, at = split(reference)
        if name not in scope.known:
            node = scope.nodes.get(name)
            if node is None:
                raise Refused(f"the graph reads {seen(name)}, which it does not hold.")
            scope.known[name] = []  # a node that needs itself finds nothing
            scope.known[name] = yield self.outputs(scope, node)
        found = scope.known[name]
        if at >= len(found):
            raise Refused(
                f"the graph goes in a circle at {seen(name)}, or reads its output {at}: loops are not "
                f"converted."
            )
        return found[at]

    def outputs(self, scope: Scope, node: Node) -> Step:
        self.steps += 1
        if self.steps > MOST:
            raise Refused(f"the graph has more than {MOST} nodes.")
        if node.op in CALLS:
            return (yield self.call(scope, node))
        norm = written_norm(scope.nodes, node)
        if norm and (found := (yield self.norm(scope, norm))) is not None:
            return [found]
        if node.op not in OPS:
            raise Refused(
                f"it holds the operator {seen(node.op)} ({seen(node.name)}), which is not converted."
            )
        things: list[Thing] = []
        for reference in node.inputs:
            if (
                not reference.startswith("^") and "Random" not in node.op
            ):  # where noise comes from is of no interest
                things.append((yield self.value(scope, reference)))
        try:
            found = OPS[node.op](self, node, things)
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            shown = ", ".join(described(t) for t in things)
            raise Refused(
                f"the operator {seen(node.op)} ({seen(node.name)}) is not converted in this form ({shown})."
            ) from error
        return found if isinstance(found, list) else [found]

    def norm(self, scope: Scope, written: Written) -> Step:
        """The batch norm of a map by numbers of the file; None where it is something else."""
        x = yield self.value(scope, written.x)
        epsilon = yield self.value(scope, written.epsilon)
        parts: list[np.ndarray | None] = []
        for reference in (written.gamma, written.beta, written.mean, written.variance):
            part = (yield self.value(scope, reference)) if reference else None
            if reference and (not isinstance(part, np.ndarray) or part.size != getattr(x, "channels", 0)):
                return None
            parts.append(None if part is None else part.reshape(-1))
        if not isinstance(x, Value) or not isinstance(epsilon, np.ndarray) or epsilon.size != 1:
            return None
        self.written += 1
        gamma, beta, mean, variance = parts
        return self.graph.batch_norm(x, gamma, beta, mean, variance, float(epsilon.reshape(())), written.name)

    def call(self, scope: Scope, node: Node) -> Step:
        function: Function | None = self.source.functions.get(node.attributes.get("f", ""))
        if function is None:
            raise Refused(
                f"the graph calls the function {seen(node.attributes.get('f'))}, which it does not hold."
            )
        if scope.depth >= DEEPEST:
            raise Refused("the graph's functions call one another without end.")
        given = [reference for reference in node.inputs if not reference.startswith("^")]
        inside = Scope(function.nodes, {}, scope.depth + 1)
        for name, reference in zip(function.inputs, given):
            inside.known[name] = [(yield self.value(scope, reference))]
        out: list[Thing] = []
        for reference in function.outputs:
            out.append((yield self.value(inside, reference)))
        return out


def drive(step: Step) -> Any:
    """Runs generators that yield generators, with a list for a stack: graphs are deeper than Python calls may
    be.
    """
    stack, given = [step], None
    while stack:
        try:
            stack.append(stack[-1].send(given))
            given = None
        except StopIteration as end:
            stack.pop()
            given = end.value
    return given


def split(reference: str) -> tuple[str, int]:
    parts = reference.split(":")
    return parts[0], int(parts[-1]) if len(parts) > 1 and parts[-1].isdigit() else 0
