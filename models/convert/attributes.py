"""An AttrValue or a TensorProto of TensorFlow's graphs -> a number, a text, a shape, a list or an array."""

from typing import Any

import numpy as np

from .said import LARGEST, Refused
from .wire import fields, floats, number, numbers, raw, text

TYPES = {
    1: np.float32,
    2: np.float64,
    3: np.int32,
    4: np.uint8,
    6: np.int8,
    9: np.int64,
    10: np.bool_,
    19: np.float16,
}
STRING = 7


def attribute(data: bytes) -> Any:
    for n, kind, value in fields(data):
        if n == 1:
            return listed(raw(value))
        if n == 2:
            return raw(value)
        if n in (3, 6):
            return number(value)
        if n == 4:
            return floats(kind, value)[0]
        if n == 5:
            return bool(value)
        if n == 7:
            return shape(raw(value))
        if n == 8:
            return tensor(raw(value))
        if n == 10:
            return next((text(v) for m, _, v in fields(raw(value)) if m == 1), "")
    return None


def listed(data: bytes) -> list:
    out: list = []
    for n, kind, value in fields(data):
        if n == 2:
            out.append(raw(value))
        elif n in (3, 6):
            out += numbers(kind, value)
        elif n == 4:
            out += floats(kind, value)
        elif n == 5:
            out += [bool(v) for v in numbers(kind, value)]
        elif n == 7:
            out.append(shape(raw(value)))
    return out


def shape(data: bytes) -> list[int] | None:
    """None: not even its rank is known."""
    sides = []
    for n, _, value in fields(data):
        if n == 3 and value:
            return None
        if n == 2:
            sides.append(next((number(v) for m, _, v in fields(raw(value)) if m == 1), 0))
    return sides


def tensor(data: bytes) -> np.ndarray | bytes | list[bytes] | None:
    """A constant; texts are given as their first one, types that no network here needs as None."""
    kind = 0
    sides: list[int] = []
    content: bytes | None = None
    values: list[float] = []
    texts: list[bytes] = []
    for n, wire, value in fields(data):
        if n == 1:
            kind = number(value)
        elif n == 2:
            sides = shape(raw(value)) or []
        elif n == 4:
            content = raw(value)
        elif n == 5:
            values += floats(wire, value)
        elif n == 6:
            values += floats(wire, value, "d")
        elif n in (7, 10, 11, 13):
            values += numbers(wire, value)
        elif n == 8:
            texts.append(raw(value))
    if kind == STRING:
        return texts[0] if len(texts) == 1 else texts
    if kind not in TYPES:
        return None
    count = 1
    for side in sides:
        count *= side
    if count < 0 or count * np.dtype(TYPES[kind]).itemsize > LARGEST:
        raise Refused(f"a constant has the shape {sides}.")
    if content is not None:
        array: np.ndarray = np.frombuffer(content, TYPES[kind])
    elif kind == 19:
        array = np.array(values, np.uint16).view(np.float16)
    else:
        array = np.array(values).astype(TYPES[kind])
    if array.size == 1 and count != 1:
        return np.broadcast_to(array.reshape(()), sides)
    if array.size and 1 < array.size < count and content is None:  # the last one stands for the rest
        array = np.concatenate([array, np.full(count - array.size, array[-1], array.dtype)])
    if array.size == 0 and count:
        return np.broadcast_to(np.zeros((), TYPES[kind]), sides)
    if array.size != count:
        raise Refused(f"a constant has the shape {sides} and {array.size} values.")
    return array.reshape(sides)
