"""A TorchScript archive's program, as text -> its classes and functions by name, as syntax trees, and the
tensors that it holds beside its modules.

The text is parsed by Python's own grammar, never run.
"""

import ast
from typing import Any

from .box import Box
from .pickled import read_objects
from .said import Refused, seen


class Program:
    def __init__(self, box: Box, root: str):
        self.box, self.root = box, root
        self.files: dict[str, dict[str, ast.ClassDef | ast.FunctionDef]] = {}
        self.constants: Any = None

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

    def method(self, kind: str, name: str) -> ast.FunctionDef:
        """Of the class `kind`."""
        body = self.lookup(kind)
        function = (
            next((n for n in body.body if isinstance(n, ast.FunctionDef) and n.name == name), None)
            if isinstance(body, ast.ClassDef)
            else None
        )
        if function is None:
            raise Refused(f"the TorchScript class {seen(kind)} has no {seen(name)}.")
        return function

    def field(self, kind: str, name: str) -> ast.expr | None:
        """`padding : Final[…] = (1, 1)` in the text of the class `kind`: what stands behind the sign."""
        for line in self.lookup(kind).body:
            if (
                isinstance(line, ast.AnnAssign)
                and isinstance(line.target, ast.Name)
                and line.target.id == name
                and line.value is not None
            ):
                return line.value
        return None

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
