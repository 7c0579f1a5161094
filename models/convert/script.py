"""A TorchScript program as text, and what it is called with -> what its operators make of it, in a graph.

A walk over the syntax tree, in a small part of Python's grammar. The text is parsed, never run: this knows
the operators of aten, takes branches whose conditions are known, and refuses loops and everything else by
name. PyTorch's own functions (torch.nn.functional) are known by name too: their text checks shapes in loops.
"""

import ast
import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from .aten import FUNCTIONAL, OPERATORS
from .box import Box
from .cells import Cell, plain
from .graph import Graph
from .pickled import Object, read_objects
from .said import Refused, seen

STEPS = 200_000
DEEPEST = 100  # calls inside calls


class Script:
    def __init__(self, box: Box, root: str, graph: Graph):
        self.box, self.root, self.graph = box, root, graph
        self.files: dict[str, dict[str, ast.ClassDef | ast.FunctionDef]] = {}
        self.constants: Any = None
        self.steps = 0
        self.depth = 0

    # the program's text

    def lookup(self, name: str) -> ast.ClassDef | ast.FunctionDef:
        """`__torch__.a.b.Class` stands in code/__torch__/a/b.py."""
        module, _, leaf = name.rpartition(".")
        if module not in self.files:
            part = f"{self.root}code/{module.replace('.', '/')}.py"
            if part not in self.box.names:
                raise Refused(f"the TorchScript file holds no program for {seen(name)}.")
            try:
                tree = ast.parse(self.box.read(part))
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                raise Refused(
                    f"the TorchScript program {seen(part)} cannot be read ({seen(error)})."
                ) from error
            self.files[module] = {
                n.name: n for n in tree.body if isinstance(n, (ast.ClassDef, ast.FunctionDef))
            }
        if leaf not in self.files[module]:
            raise Refused(f"the TorchScript file holds no program for {seen(name)}.")
        return self.files[module][leaf]

    def call(self, module: Object, method: str, given: list[Any]) -> Any:
        body = self.lookup(module.kind)
        function = (
            next((n for n in body.body if isinstance(n, ast.FunctionDef) and n.name == method), None)
            if isinstance(body, ast.ClassDef)
            else None
        )
        if function is None:
            raise Refused(f"the TorchScript class {seen(module.kind)} has no {seen(method)}.")
        return self.run(function, [module, *given])

    def run(self, function: ast.FunctionDef, given: list[Any]) -> Any:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Refused("the TorchScript program calls itself without end.")
        names = [a.arg for a in function.args.args]
        defaults = [self.value(d, {}) for d in function.args.defaults]
        if len(given) < len(names):
            missing = len(names) - len(given)
            if missing > len(defaults):
                raise Refused(
                    f"the TorchScript function {seen(function.name)} wants {len(names)} inputs, one drawing "
                    f"is given."
                )
            given = given + defaults[len(defaults) - missing :]
        done, found = self.body(function.body, dict(zip(names, given)))
        self.depth -= 1
        return found if done else None

    def body(self, statements: list[ast.stmt], names: dict[str, Any]) -> tuple[bool, Any]:
        for statement in statements:
            self.steps += 1
            if self.steps > STEPS:
                raise Refused("the TorchScript program does not end.")
            if isinstance(statement, ast.Return):
                return True, None if statement.value is None else self.value(statement.value, names)
            if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
                self.assign(statement.targets[0], self.value(statement.value, names), names)
            elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
                self.assign(statement.target, self.value(statement.value, names), names)
            elif isinstance(statement, ast.If):
                way = self.value(statement.test, names)
                if isinstance(way, (Cell, np.ndarray)):
                    raise Refused(
                        "the TorchScript program branches on what it computed; control flow is not converted."
                    )
                done, found = self.body(statement.body if way else statement.orelse, names)
                if done:
                    return True, found
            elif isinstance(statement, ast.Expr):
                self.value(statement.value, names)
            elif not isinstance(statement, ast.Pass):
                kind = {"For": "a for loop", "While": "a while loop", "Raise": "an exception"}.get(
                    type(statement).__name__, type(statement).__name__
                )
                raise Refused(
                    f"the TorchScript program holds {kind} (line {statement.lineno}); control flow is not "
                    f"converted."
                )
        return False, None

    def assign(self, target: ast.expr, value: Any, names: dict[str, Any]) -> None:
        if isinstance(target, ast.Name):
            names[target.id] = value
        elif isinstance(target, (ast.Tuple, ast.List)):
            for one, part in zip(target.elts, value):
                self.assign(one, part, names)
        else:
            raise Refused(
                f"the TorchScript program changes {seen(ast.unparse(target))}; only local names may change."
            )

    # expressions

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
                return self.stored(node.attr)
            return Bound(of, node.attr)
        if isinstance(node, ast.Call):
            return self.called(node, names)
        if isinstance(node, ast.UnaryOp):
            inner = plain(self.value(node.operand, names))
            signs: dict[type[ast.unaryop], Callable[[Any], Any]] = {
                ast.USub: operator.neg,
                ast.Not: operator.not_,
                ast.UAdd: operator.pos,
            }
            return signs[type(node.op)](inner)
        if isinstance(node, ast.Subscript):
            of, at = self.value(node.value, names), self.value(node.slice, names)
            if isinstance(of, (list, tuple)):
                return of[at]
            raise Refused(f"the TorchScript program reads {seen(ast.unparse(node))}, which is not converted.")
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            return self.compare(
                type(node.ops[0]), self.value(node.left, names), self.value(node.comparators[0], names)
            )
        if isinstance(node, ast.BoolOp):
            parts = [plain(self.value(one, names)) for one in node.values]
            return all(parts) if isinstance(node.op, ast.And) else any(parts)
        if isinstance(node, ast.BinOp):
            a, b = plain(self.value(node.left, names)), plain(self.value(node.right, names))
            sums = {
                ast.Add: operator.add,
                ast.Sub: operator.sub,
                ast.Mult: operator.mul,
                ast.FloorDiv: operator.floordiv,
                ast.Div: operator.truediv,
                ast.Mod: operator.mod,
            }
            if type(node.op) in sums:
                return sums[type(node.op)](a, b)
        if isinstance(node, ast.IfExp):
            return self.value(node.body if plain(self.value(node.test, names)) else node.orelse, names)
        raise Refused(f"the TorchScript program holds {seen(ast.unparse(node))}, which is not converted.")

    def stored(self, name: str) -> Any:
        """`CONSTANTS.c3`: the fourth of the tensors that the program holds beside its modules."""
        if self.constants is None:
            self.constants = read_objects(
                self.box, self.root + "constants.pkl", self.root, folder="constants"
            )
        try:
            return self.constants[int(name[1:])]
        except (ValueError, IndexError, TypeError) as error:
            raise Refused(
                f"the TorchScript program reads the constant {seen(name)}, which it does not hold."
            ) from error

    def constant(self, module: Object, name: str) -> Any:
        """`padding : Final[…] = (1, 1)` in the class's text."""
        body = self.lookup(module.kind)
        for line in body.body:
            if (
                isinstance(line, ast.AnnAssign)
                and isinstance(line.target, ast.Name)
                and line.target.id == name
                and line.value is not None
            ):
                return self.value(line.value, {})
        return Bound(module, name)

    def compare(self, how: type, a: Any, b: Any) -> bool:
        if how in (ast.Is, ast.IsNot):
            return (a is b) == (how is ast.Is)
        ways = {
            ast.Eq: operator.eq,
            ast.NotEq: operator.ne,
            ast.Lt: operator.lt,
            ast.LtE: operator.le,
            ast.Gt: operator.gt,
            ast.GtE: operator.ge,
        }
        if how not in ways:
            raise Refused("the TorchScript program holds a comparison that is not converted.")
        return bool(ways[how](plain(a), plain(b)))

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
            if function.id in ("int", "float", "bool", "len"):
                (x,) = given()
                casts: dict[str, Callable[[Any], Any]] = {
                    "int": int,
                    "float": float,
                    "bool": bool,
                    "len": len,
                }
                return casts[function.id](plain(x))
            if function.id == "uninitialized":
                return None
        target = self.value(function, names)
        arguments = given()
        keyed = {k.arg: self.value(k.value, names) for k in node.keywords if k.arg}
        if isinstance(target, Bound) and isinstance(target.of, Object):
            return self.call(target.of, target.name, arguments)
        if isinstance(target, Path_):
            name = target.text
            if name.startswith("__torch__."):
                leaf = name.rsplit(".", 1)[-1]
                if ".torch.nn.functional" in name and leaf in FUNCTIONAL:
                    return FUNCTIONAL[leaf](self.graph, *arguments, **keyed)
                found = self.lookup(name)
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
