"""A TorchScript program, and what it is called with -> what its operators make of it, in a graph.

A walk over the statements of its syntax tree, in a small part of Python's grammar; nothing of it is run.
Branches whose conditions are known are taken; loops and everything else are refused by name.
"""

import ast
from typing import Any

import numpy as np

from .cells import Cell
from .expressions import Expressions
from .graph import Graph
from .pickled import Object
from .program import Program
from .said import Refused, seen

STEPS = 200_000
DEEPEST = 100  # calls inside calls


class Script:
    def __init__(self, program: Program, graph: Graph):
        self.program = program
        self.value = Expressions(program, graph, self.run).value
        self.steps = 0
        self.depth = 0

    def call(self, module: Object, method: str, given: list[Any]) -> Any:
        return self.run(self.program.method(module.kind, method), [module, *given])

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
