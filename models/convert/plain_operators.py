"""Python's own operators on plain values, by their nodes in a syntax tree."""

import ast
import operator
from collections.abc import Callable
from typing import Any

from .cells import plain
from .said import Refused

SIGNS: dict[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.USub: operator.neg,
    ast.Not: operator.not_,
    ast.UAdd: operator.pos,
}
SUMS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Div: operator.truediv,
    ast.Mod: operator.mod,
}
COMPARISONS: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
CASTS: dict[str, Callable[[Any], Any]] = {"int": int, "float": float, "bool": bool, "len": len}


def compare(how: type[ast.cmpop], a: Any, b: Any) -> bool:
    if how in (ast.Is, ast.IsNot):
        return (a is b) == (how is ast.Is)
    if how not in COMPARISONS:
        raise Refused("the TorchScript program holds a comparison that is not converted.")
    return bool(COMPARISONS[how](plain(a), plain(b)))
