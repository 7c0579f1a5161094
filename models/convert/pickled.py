"""data.pkl of a TorchScript archive -> objects as plain data. Nothing is unpickled: the opcodes are read one
by one, names of classes stay names, and the only thing built is a view of a tensor's stored numbers.
"""

import pickletools
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .box import Box
from .said import LARGEST, Refused, seen

STORAGES = {
    "FloatStorage": "<f4",
    "DoubleStorage": "<f8",
    "HalfStorage": "<f2",
    "LongStorage": "<i8",
    "IntStorage": "<i4",
    "BoolStorage": "?",
    "ByteStorage": "u1",
    "CharStorage": "i1",
    "ShortStorage": "<i2",
}
TENSOR = ("torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor")
LISTS = (
    "torch.jit._pickle.build_intlist",
    "torch.jit._pickle.build_tensorlist",
    "torch.jit._pickle.build_doublelist",
    "torch.jit._pickle.build_boollist",
)
STEPS = 2_000_000


@dataclass(frozen=True)
class Name:
    """A class or function that the file names."""

    text: str


@dataclass
class Object:
    """One module: the name of its class, and its attributes."""

    kind: str
    values: dict[str, Any] = field(default_factory=dict)


class Mark:
    pass


def read_objects(box: Box, part: str, root: str, *, folder: str = "data", shapes: bool = False) -> Any:
    """What the pickle `part` holds. `root` is the archive's own folder name with its slash, `folder` where in
    it the numbers stand; `shapes`: of tensors their shapes alone.
    """
    stack: list[Any] = []
    memo: dict[int, Any] = {}
    data = box.read(part)
    try:
        for count, (op, arg, _) in enumerate(pickletools.genops(data)):
            if count > STEPS:
                raise Refused("the TorchScript file's list of objects does not end.")
            if op.name == "STOP":
                break
            step(op.name, arg, stack, memo, None if shapes else box, f"{root}{folder}/")
        return stack[-1]
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise Refused(f"the TorchScript file's list of objects is damaged ({seen(error)}).") from error


def upto_mark(stack: list[Any]) -> list[Any]:
    at = len(stack) - 1 - next(i for i, one in enumerate(reversed(stack)) if isinstance(one, Mark))
    items = stack[at + 1 :]
    del stack[at:]
    return items


def step(op: str, arg: Any, stack: list[Any], memo: dict[int, Any], box: Box | None, folder: str) -> None:
    if op in ("PROTO", "FRAME"):
        return
    if op == "MARK":
        stack.append(Mark())
    elif op in ("GLOBAL", "STACK_GLOBAL"):
        if op == "STACK_GLOBAL":
            name, module = stack.pop(), stack.pop()
            arg = f"{module} {name}"
        stack.append(Name(str(arg).replace(" ", ".")))
    elif op in ("BINPUT", "LONG_BINPUT", "PUT"):
        memo[int(arg)] = stack[-1]
    elif op == "MEMOIZE":
        memo[len(memo)] = stack[-1]
    elif op in ("BINGET", "LONG_BINGET", "GET"):
        stack.append(memo[int(arg)])
    elif op in ("EMPTY_DICT", "EMPTY_LIST", "EMPTY_TUPLE"):
        stack.append({"EMPTY_DICT": {}, "EMPTY_LIST": [], "EMPTY_TUPLE": ()}[op])
    elif op in ("NONE", "NEWTRUE", "NEWFALSE"):
        stack.append({"NONE": None, "NEWTRUE": True, "NEWFALSE": False}[op])
    elif op == "TUPLE":
        stack.append(tuple(upto_mark(stack)))
    elif op in ("TUPLE1", "TUPLE2", "TUPLE3"):
        count = int(op[-1])
        top = tuple(stack[-count:])
        del stack[-count:]
        stack.append(top)
    elif op == "APPENDS":
        items = upto_mark(stack)
        stack[-1].extend(items)
    elif op == "APPEND":
        item = stack.pop()
        stack[-1].append(item)
    elif op == "SETITEMS":
        items = upto_mark(stack)
        stack[-1].update(zip(items[::2], items[1::2]))
    elif op == "SETITEM":
        value, key = stack.pop(), stack.pop()
        stack[-1][key] = value
    elif op in ("NEWOBJ", "OBJ"):
        stack.pop()
        stack.append(Object(stack.pop().text))
    elif op == "BUILD":
        state = stack.pop()
        if not isinstance(stack[-1], Object) or not isinstance(state, dict):
            raise Refused(
                "the TorchScript file holds a module that rebuilds itself by code (__setstate__); that is "
                "not run."
            )
        stack[-1].values.update(state)
    elif op == "BINPERSID":
        given = stack.pop()
        stack.append(storage(given, box, folder) if box else None)
    elif op == "REDUCE":
        given, function = stack.pop(), stack.pop()
        stack.append(reduce(function.text, given))
    elif isinstance(arg, (int, float, str, bytes, bool)):
        stack.append(arg)
    else:
        raise Refused(f"the TorchScript file's list of objects uses {op}, which is not read.")


def reduce(name: str, given: tuple) -> Any:
    if name in TENSOR:
        array, offset, shape, strides = given[0], int(given[1]), given[2], given[3]
        if array is None:
            return tuple(shape)
        reach = offset + sum((n - 1) * s for n, s in zip(shape, strides)) + 1 if all(shape) else offset
        if min((offset, *shape, *strides), default=0) < 0 or reach > array.size:
            raise Refused(f"a tensor of the shape {tuple(shape)} reaches behind its numbers.")
        view = np.lib.stride_tricks.as_strided(
            array[offset:], shape, [s * array.itemsize for s in strides], writeable=False
        )
        return view.astype(np.float32) if array.dtype.kind == "f" else np.array(view)
    if name == "torch._utils._rebuild_parameter":
        return given[0]
    if name in LISTS:
        return list(given[0])
    if name == "torch.jit._pickle.restore_type_tag":
        return given[0]
    if name == "collections.OrderedDict":
        return {}
    raise Refused(f"the TorchScript file wants {seen(name)} called while loading; nothing is.")


def storage(given: tuple, box: Box, folder: str) -> np.ndarray:
    """('storage', class, key, device, number of values)."""
    kind = given[1].text.rsplit(".", 1)[-1]
    if kind not in STORAGES:
        raise Refused(f"the TorchScript file holds {seen(kind)}, wanted plain numbers.")
    count = int(given[4])
    if count * np.dtype(STORAGES[kind]).itemsize > LARGEST:
        raise Refused(f"the TorchScript file holds a tensor of {count} values.")
    array = np.frombuffer(box.read(f"{folder}{given[2]}"), STORAGES[kind])
    if array.size < count:
        raise Refused(
            f"the TorchScript file is truncated: {array.size} of {count} values of a tensor are there."
        )
    return array[:count]
