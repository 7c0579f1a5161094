"""An expression of a TorchScript program, and what its names stand for -> its value: an activation, a tensor,
or plain data.

The operators of aten add to the graph. PyTorch's own functions (torch.nn.functional) are known by name too:
their text checks shapes in loops.
"""

import ast
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .aten import FUNCTIONAL, OPERATORS
from .cells import Cell, plain
from .graph import Graph
from .pickled import Object
from .plain_operators import CASTS, SIGNS, SUMS, compare
from .program import Program
from .said import Refused, seen

Run = Callable[[ast.FunctionDef, list[Any]], Any]


@dataclass(frozen=True)
class Path_:
    """`torch.nn`, `__torch__.a.b`: a dotted name of the program."""

    text: str


@dataclass(frozen=True)
class Bound:
    """A method of something."""

    of: Any
    name: str


CONSTANTS = object()


class Expressions:
    """`run` carries out a function of the program."""

    def __init__(self, program: Program, graph: Graph, run: Run):
        self.program, self.graph, self.run = program, graph, run

    def value(self, node: ast.expr, names: dict[str, Any]) -> Any:
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Name):
            if node.id in names:
                return names[node.id]
            return {"CONSTANTS": CONSTANTS, "inf": float("inf"), "nan": float("nan")}.get(
                node.id, Path_(node.id)
            )
        if isinstance(node, (ast.List, ast.Tuple)):
            return [self.value(one, names) for one in node.elts]
        if isinstance(node, ast.Attribute):
            of = self.value(node.value, names)
            if isinstance(of, Object):
                if node.attr in of.values:
                    return of.values[node.attr]
                return self.constant(of, node.attr)
            if isinstance(of, Path_):
                return Path_(f"{of.text}.{node.attr}")
            if of is CONSTANTS:
                return self.program.stored(node.attr)
            return Bound(of, node.attr)
        if isinstance(node, ast.Call):
            return self.called(node, names)
        if isinstance(node, ast.UnaryOp):
            inner = plain(self.value(node.operand, names))
            return SIGNS[type(node.op)](inner)
        if isinstance(node, ast.Subscript):
            of, at = self.value(node.value, names), self.value(node.slice, names)
            if isinstance(of, (list, tuple)):
                return of[at]
            raise Refused(f"the TorchScript program reads {seen(ast.unparse(node))}, which is not converted.")
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            return compare(
                type(node.ops[0]), self.value(node.left, names), self.value(node.comparators[0], names)
            )
        if isinstance(node, ast.BoolOp):
            parts = [plain(self.value(one, names)) for one in node.values]
            return all(parts) if isinstance(node.op, ast.And) else any(parts)
        if isinstance(node, ast.BinOp):
            a, b = plain(self.value(node.left, names)), plain(self.value(node.right, names))
            if type(node.op) in SUMS:
                return SUMS[type(node.op)](a, b)
        if isinstance(node, ast.IfExp):
            return self.value(node.body if plain(self.value(node.test, names)) else node.orelse, names)
        raise Refused(f"the TorchScript program holds {seen(ast.unparse(node))}, which is not converted.")

    def constant(self, module: Object, name: str) -> Any:
        held = self.program.field(module.kind, name)
        return Bound(module, name) if held is None else self.value(held, {})

    def called(self, node: ast.Call, names: dict[str, Any]) -> Any:
        function = node.func
        given = lambda: [self.value(a, names) for a in node.args]
        if isinstance(function, ast.Name):
            if function.id == "getattr":
                of, name = given()
                return (
                    of.values[name]
                    if isinstance(of, Object) and name in of.values
                    else self.constant(of, name)
                )
            if function.id in ("annotate", "unchecked_cast"):
                return self.value(node.args[-1], names)
            if function.id in CASTS:
                (x,) = given()
                return CASTS[function.id](plain(x))
            if function.id == "uninitialized":
                return None
        target = self.value(function, names)
        arguments = given()
        keyed = {k.arg: self.value(k.value, names) for k in node.keywords if k.arg}
        if isinstance(target, Bound) and isinstance(target.of, Object):
            return self.run(self.program.method(target.of.kind, target.name), [target.of, *arguments])
        if isinstance(target, Path_):
            name = target.text
            if name.startswith("__torch__."):
                leaf = name.rsplit(".", 1)[-1]
                if ".torch.nn.functional" in name and leaf in FUNCTIONAL:
                    return FUNCTIONAL[leaf](self.graph, *arguments, **keyed)
                found = self.program.lookup(name)
                if isinstance(found, ast.FunctionDef):
                    return self.run(found, arguments)
            if name.startswith("torch.") or name.startswith("ops.aten."):
                return self.operate(name.rsplit(".", 1)[-1], arguments, keyed)
        raise Refused(f"the TorchScript program calls {seen(ast.unparse(function))}, which is not converted.")

    def operate(self, name: str, given: list[Any], keyed: dict[str, Any]) -> Any:
        base = name.rstrip("_") if name.endswith("_") and not name.endswith("__") else name
        if base not in OPERATORS:
            raise Refused(
                f"the TorchScript program holds the operator aten::{seen(name)}, which is not converted."
            )
        try:
            found = OPERATORS[base](self.graph, *given, **keyed)
        except (TypeError, KeyError, IndexError, ValueError, AttributeError) as error:
            raise Refused(f"the operator aten::{seen(name)} is not converted in this form.") from error
        if base != name and isinstance(given[0], Cell) and isinstance(found, Cell):  # in place
            given[0].value = found.value
            return given[0]
        return found
