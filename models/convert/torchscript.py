"""A TorchScript archive, traced or scripted -> a generator. torch.jit.load is not called: it would run the file's own TorchScript.

The archive holds its program as text, in a small part of Python's grammar. That text is parsed, never run: this walks it, knows the
operators below, takes branches whose conditions are known, and refuses loops and everything else by name. PyTorch's own functions
(torch.nn.functional) are known by name too: their text checks shapes in loops.
"""

import ast
import operator
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .box import Box
from .ends import ranged
from .graph import Graph, Value
from .pickled import Object, read_objects
from .said import FOLD, KEEP, STILL, Asked, Found, Refused, seen

STEPS = 200_000
DEEPEST = 100  # calls inside calls


@dataclass
class Cell:
    """One activation; in-place operators change it for everybody who holds it."""

    value: Value


def torchscript(path: Path, asked: Asked) -> Found:
    box = Box(path)
    root = next(n for n in box.names if n.endswith("data.pkl") and not n.endswith("_data.pkl"))[: -len("data.pkl")]
    module = read_objects(box, root + "data.pkl", root)
    if not isinstance(module, Object):
        raise Refused("the TorchScript file holds no module.")
    traced = traced_size(box, root)
    size = asked.size or traced or 256
    graph, picture = drawn(box, root, module, size, asked.noise or STILL)
    if asked.noise is None and graph.settled:  # the file itself says that it runs with the statistics of training
        graph, picture = drawn(box, root, module, size, FOLD)
    notes = [] if asked.size or traced else [f"the file does not state a size; taken as {size} (--size)."]
    if graph.dropouts and graph.noise != KEEP:
        notes.append(f"{graph.dropouts} dropouts left out (--noise keep keeps them).")
    probe, outside = graph.probe(), ranged(graph, picture)
    return Found(what="PyTorch TorchScript", model=graph.close(picture), noise=graph.noise, outside=outside, probe=probe, notes=notes)


def drawn(box: Box, root: str, module: Object, size: int, noise: str) -> tuple[Graph, Value]:
    graph = Graph(channels=first_channels(module), size=size, noise=noise)
    found = Script(box, root, graph).call(module, "forward", [Cell(graph.drawing)])
    if not isinstance(found, Cell):
        raise Refused(f"the TorchScript program gives {seen(type(found).__name__)}, wanted one picture.")
    return graph, found.value


def first_channels(module: Object) -> int:
    """Input channels of the first convolution, in the order in which modules are held."""
    stack = [module]
    while stack:
        one = stack.pop()
        weight = one.values.get("weight")
        if isinstance(weight, np.ndarray) and weight.ndim == 4:
            return int(weight.shape[1]) * int(one.values.get("groups", 1) or 1)
        stack += [v for v in reversed(list(one.values.values())) if isinstance(v, Object)]
    raise Refused("the TorchScript module holds no convolution.")


def traced_size(box: Box, root: str) -> int | None:
    """The side of the example that a trace was made with, where the file keeps it."""
    part = root + "traced_inputs.pkl"
    held = read_objects(box, part, root, shapes=True) if part in box.names else None
    for example in held.values() if isinstance(held, dict) else []:
        shape = example[0] if isinstance(example, list) and example else None
        if isinstance(shape, tuple) and len(shape) == 4 and shape[2] == shape[3]:
            return int(shape[2])
    return None


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
                raise Refused(f"the TorchScript program {seen(part)} cannot be read ({seen(error)}).") from error
            self.files[module] = {n.name: n for n in tree.body if isinstance(n, (ast.ClassDef, ast.FunctionDef))}
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
                raise Refused(f"the TorchScript function {seen(function.name)} wants {len(names)} inputs, one drawing is given.")
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
                    raise Refused("the TorchScript program branches on what it computed; control flow is not converted.")
                done, found = self.body(statement.body if way else statement.orelse, names)
                if done:
                    return True, found
            elif isinstance(statement, ast.Expr):
                self.value(statement.value, names)
            elif not isinstance(statement, ast.Pass):
                kind = {"For": "a for loop", "While": "a while loop", "Raise": "an exception"}.get(
                    type(statement).__name__, type(statement).__name__
                )
                raise Refused(f"the TorchScript program holds {kind} (line {statement.lineno}); control flow is not converted.")
        return False, None

    def assign(self, target: ast.expr, value: Any, names: dict[str, Any]) -> None:
        if isinstance(target, ast.Name):
            names[target.id] = value
        elif isinstance(target, (ast.Tuple, ast.List)):
            for one, part in zip(target.elts, value):
                self.assign(one, part, names)
        else:
            raise Refused(f"the TorchScript program changes {seen(ast.unparse(target))}; only local names may change.")

    # expressions

    def value(self, node: ast.expr, names: dict[str, Any]) -> Any:
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Name):
            if node.id in names:
                return names[node.id]
            return {"CONSTANTS": CONSTANTS, "inf": float("inf"), "nan": float("nan")}.get(node.id, Path_(node.id))
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
            return {ast.USub: operator.neg, ast.Not: operator.not_, ast.UAdd: operator.pos}[type(node.op)](inner)
        if isinstance(node, ast.Subscript):
            of, at = self.value(node.value, names), self.value(node.slice, names)
            if isinstance(of, (list, tuple)):
                return of[at]
            raise Refused(f"the TorchScript program reads {seen(ast.unparse(node))}, which is not converted.")
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            return self.compare(type(node.ops[0]), self.value(node.left, names), self.value(node.comparators[0], names))
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
            self.constants = read_objects(self.box, self.root + "constants.pkl", self.root, folder="constants")
        try:
            return self.constants[int(name[1:])]
        except (ValueError, IndexError, TypeError) as error:
            raise Refused(f"the TorchScript program reads the constant {seen(name)}, which it does not hold.") from error

    def constant(self, module: Object, name: str) -> Any:
        """`padding : Final[…] = (1, 1)` in the class's text."""
        body = self.lookup(module.kind)
        for line in body.body:
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name) and line.target.id == name and line.value is not None:
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
                return of.values[name] if isinstance(of, Object) and name in of.values else self.constant(of, name)
            if function.id in ("annotate", "unchecked_cast"):
                return self.value(node.args[-1], names)
            if function.id in ("int", "float", "bool", "len"):
                (x,) = given()
                return {"int": int, "float": float, "bool": bool, "len": len}[function.id](plain(x))
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
            raise Refused(f"the TorchScript program holds the operator aten::{seen(name)}, which is not converted.")
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


def plain(x: Any) -> Any:
    if isinstance(x, (Cell, Object, np.ndarray)):
        raise Refused("the TorchScript program decides by what it computed; control flow is not converted.")
    return x


def twice(x: Any) -> tuple[int, int]:
    values = x if isinstance(x, (list, tuple)) else [x]
    return (int(values[0]), int(values[-1]))


# Operators: (graph, inputs …) -> Cell. Inputs that only steer PyTorch (cudnn, momentum …) are taken and not used.


def convolution(
    g: Graph,
    x: Cell,
    weight: np.ndarray,
    bias: Any,
    stride: Any,
    padding: Any,
    dilation: Any,
    transposed: bool,
    extra: Any,
    groups: int,
    *rest: Any,
) -> Cell:
    (top, left), s, d = twice(padding), twice(stride), twice(dilation)
    if transposed:
        return Cell(
            g.conv_transpose(x.value, weight, bias, stride=s, pads=(top, left, top, left), extra=twice(extra), dilation=d, groups=groups)
        )
    return Cell(g.conv(x.value, weight, bias, stride=s, pads=(top, left, top, left), dilation=d, groups=groups))


def conv2d(
    g: Graph, x: Cell, weight: np.ndarray, bias: Any = None, stride: Any = 1, padding: Any = 0, dilation: Any = 1, groups: int = 1
) -> Cell:
    if isinstance(padding, str):
        raise ValueError("padding by name")
    return convolution(g, x, weight, bias, stride, padding, dilation, False, 0, groups)


def conv_transpose2d(
    g: Graph,
    x: Cell,
    weight: np.ndarray,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    extra: Any = 0,
    groups: int = 1,
    dilation: Any = 1,
) -> Cell:
    return convolution(g, x, weight, bias, stride, padding, dilation, True, extra, groups)


def batch_norm(
    g: Graph, x: Cell, weight: Any, bias: Any, mean: Any, variance: Any, training: bool, momentum: Any, epsilon: float, *rest: Any
) -> Cell:
    g.settled += not training
    return Cell(g.batch_norm(x.value, weight, bias, mean, variance, epsilon))


def instance_norm(
    g: Graph, x: Cell, weight: Any, bias: Any, mean: Any, variance: Any, own: bool, momentum: Any, epsilon: float, *rest: Any
) -> Cell:
    if not own:
        g.settled += 1
        return Cell(g.batch_norm(x.value, weight, bias, mean, variance, epsilon))
    return Cell(g.instance_norm(x.value, weight, bias, epsilon))


def group_norm(g: Graph, x: Cell, groups: int, weight: Any = None, bias: Any = None, epsilon: float = 1e-5, *rest: Any) -> Cell:
    return Cell(g.group_norm(x.value, groups, weight, bias, epsilon))


def pad(g: Graph, x: Cell, pads: list[int], mode: str = "constant", value: Any = None) -> Cell:
    left, right, top, bottom = pads
    kind = {"constant": "constant", "reflect": "reflect", "replicate": "edge"}[mode]
    return Cell(g.pad(x.value, (top, left, bottom, right), kind, float(value or 0)))


def cat(g: Graph, cells: list[Cell], axis: int = 0) -> Cell:
    if axis not in (1, -3):
        raise ValueError("joins something other than channels")
    return Cell(g.concat([c.value for c in cells]))


def arithmetic(name: str) -> Callable:
    def run(g: Graph, a: Any, b: Any, alpha: Any = 1) -> Any:
        if not isinstance(a, Cell) and not isinstance(b, Cell):
            return {"Add": operator.add, "Sub": operator.sub, "Mul": operator.mul, "Div": operator.truediv}[name](a, b)
        if alpha != 1:
            if not isinstance(b, (int, float)):
                raise ValueError("alpha")
            b = b * alpha
        if isinstance(a, Cell) and isinstance(b, Cell):
            return Cell(g.both(name, a.value, b.value))
        x, other, first = (a, b, False) if isinstance(a, Cell) else (b, a, True)
        return Cell(g.constant(name, x.value, np.asarray(other, np.float32), first=first))

    return run


def unary(name: str) -> Callable:
    return lambda g, x: Cell(g.same(name, x.value))


def leaky_relu(g: Graph, x: Cell, slope: float = 0.01, inplace: bool = False) -> Cell:
    found = Cell(g.leaky(x.value, slope))
    if inplace:
        x.value = found.value
    return found


def relu(g: Graph, x: Cell, inplace: bool = False) -> Cell:
    found = Cell(g.same("Relu", x.value))
    if inplace:
        x.value = found.value
    return found


def clamp(g: Graph, x: Cell, low: Any = None, high: Any = None) -> Cell:
    return Cell(g.clip(x.value, low, high))


def dropout(g: Graph, x: Cell, rate: float = 0.5, training: bool = True, inplace: bool = False) -> Cell:
    return Cell(g.dropout(x.value, rate))


def upsample_nearest(g: Graph, x: Cell, size: Any, *factors: Any) -> Cell:
    height, width = grown(x, size, factors)
    if height % x.value.height or width % x.value.width:
        raise ValueError("enlarges by a fraction")
    return Cell(g.resize(x.value, height, width, "nearest", "asymmetric"))


def upsample_bilinear(g: Graph, x: Cell, size: Any, corners: bool, *factors: Any) -> Cell:
    return Cell(g.resize(x.value, *grown(x, size, factors), "linear", "align_corners" if corners else "half_pixel"))


def grown(x: Cell, size: Any, factors: tuple) -> tuple[int, int]:
    if size is not None:
        return twice(size)
    given = factors[0] if isinstance(factors[0], (list, tuple)) else factors
    return int(x.value.height * given[0]), int(x.value.width * given[-1])


def size_of(g: Graph, x: Cell, axis: int | None = None) -> Any:
    return list(x.value.shape) if axis is None else x.value.shape[axis]


def mean(g: Graph, x: Cell, axes: Any, keep: bool = False, **kwargs: Any) -> Cell:
    if sorted(a % 4 for a in axes) != [2, 3] or not keep:
        raise ValueError("a mean over something other than the pixels")
    return Cell(g.mean(x.value))


def pool(name: str) -> Callable:
    def run(g: Graph, x: Cell, kernel: Any, stride: Any = None, padding: Any = 0, *rest: Any) -> Cell:
        top, left = twice(padding)
        if name == "AveragePool" and (top or left):
            raise ValueError("padding")
        step = twice(stride) if stride else twice(kernel)
        return Cell(g.pool(name, x.value, kernel=twice(kernel), stride=step, pads=(top, left, top, left)))

    return run


def same(g: Graph, x: Any, *rest: Any, **kwargs: Any) -> Any:
    return x


OPERATORS: dict[str, Callable] = {
    "_convolution": convolution,
    "convolution": convolution,
    "conv2d": conv2d,
    "conv_transpose2d": conv_transpose2d,
    "batch_norm": batch_norm,
    "instance_norm": instance_norm,
    "group_norm": group_norm,
    "pad": pad,
    "reflection_pad2d": lambda g, x, pads: pad(g, x, pads, "reflect"),
    "replication_pad2d": lambda g, x, pads: pad(g, x, pads, "replicate"),
    "constant_pad_nd": lambda g, x, pads, value=0: pad(g, x, pads, "constant", value),
    "cat": cat,
    "add": arithmetic("Add"),
    "sub": arithmetic("Sub"),
    "mul": arithmetic("Mul"),
    "div": arithmetic("Div"),
    "relu": relu,
    "tanh": unary("Tanh"),
    "sigmoid": unary("Sigmoid"),
    "leaky_relu": leaky_relu,
    "elu": lambda g, x, alpha=1.0, *rest: Cell(g.same("Elu", x.value, alpha=float(alpha))),
    "prelu": lambda g, x, slope: Cell(g.prelu(x.value, slope)),
    "silu": lambda g, x: Cell(g.both("Mul", x.value, g.same("Sigmoid", x.value))),
    "clamp": clamp,
    "dropout": dropout,
    "feature_dropout": dropout,
    "upsample_nearest2d": upsample_nearest,
    "upsample_bilinear2d": upsample_bilinear,
    "pixel_shuffle": lambda g, x, block: Cell(g.shuffle(x.value, block)),
    "max_pool2d": pool("MaxPool"),
    "avg_pool2d": pool("AveragePool"),
    "mean": mean,
    "size": size_of,
    "contiguous": same,
    "detach": same,
    "to": same,
    "clone": lambda g, x, *rest, **kwargs: Cell(x.value),
    "__isnot__": lambda g, a, b: a is not b,
    "__is__": lambda g, a, b: a is b,
    "__not__": lambda g, a: not plain(a),
    "eq": lambda g, a, b: plain(a) == plain(b),
    "ne": lambda g, a, b: plain(a) != plain(b),
    "lt": lambda g, a, b: plain(a) < plain(b),
    "gt": lambda g, a, b: plain(a) > plain(b),
    "le": lambda g, a, b: plain(a) <= plain(b),
    "ge": lambda g, a, b: plain(a) >= plain(b),
    "len": lambda g, a: len(plain(a)),
    "__contains__": lambda g, a, b: plain(b) in plain(a),
    "format": lambda g, *rest: "",
    "dim": lambda g, x: 4,
    "warn": lambda g, *rest, **kwargs: None,
}

# torch.nn.functional's own order of inputs, where it is another one.


def functional_batch_norm(
    g: Graph, x: Cell, mean: Any, variance: Any, weight: Any, bias: Any, training: bool, momentum: Any, epsilon: float
) -> Cell:
    return batch_norm(g, x, weight, bias, mean, variance, training, momentum, epsilon)


def functional_instance_norm(
    g: Graph, x: Cell, mean: Any, variance: Any, weight: Any, bias: Any, own: bool, momentum: Any, epsilon: float
) -> Cell:
    return instance_norm(g, x, weight, bias, mean, variance, own, momentum, epsilon)


FUNCTIONAL: dict[str, Callable] = {
    "batch_norm": functional_batch_norm,
    "instance_norm": functional_instance_norm,
    "leaky_relu": leaky_relu,
    "relu": relu,
    "dropout": dropout,
    "pad": pad,
}
