"""Protocol-buffer bytes -> numbers, texts and nested bytes, by field number. Nothing of TensorFlow is needed
to read its files.
"""

import struct
from collections.abc import Iterator

from .said import Refused

VARINT, DOUBLE, BYTES, FLOAT = 0, 1, 2, 5


def varint(data: memoryview | bytes, at: int) -> tuple[int, int]:
    """An unsigned number and where it ends."""
    value = shift = 0
    while True:
        if at >= len(data) or shift > 63:
            raise Refused("the file is damaged or truncated: a number in it does not end.")
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value & (1 << 64) - 1, at
        shift += 7


def fields(data: bytes | memoryview) -> Iterator[tuple[int, int, int | memoryview]]:
    """(field number, wire type, value): a number, or a view of the bytes."""
    data = memoryview(data)
    at = 0
    while at < len(data):
        tag, at = varint(data, at)
        number, kind = tag >> 3, tag & 7
        if number == 0:
            raise Refused("the file is damaged: a field in it has the number 0.")
        if kind == VARINT:
            found, at = varint(data, at)
            yield number, kind, found
        else:
            if kind == BYTES:
                size, at = varint(data, at)
            elif kind in (DOUBLE, FLOAT):
                size = 8 if kind == DOUBLE else 4
            else:
                raise Refused(f"the file is damaged: a field in it is of the unknown kind {kind}.")
            if at + size > len(data):
                raise Refused("the file is damaged or truncated: a field in it is longer than the file.")
            yield number, kind, data[at : at + size]
            at += size


def signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value


def message(value: int | memoryview) -> memoryview:
    """A field's value -> the bytes of the message in it, not copied. Raises Refused where it is a number."""
    if isinstance(value, int):
        raise Refused("the file is damaged: it holds a number where a message was wanted.")
    return value


def text(value: int | memoryview) -> str:
    return raw(value).decode("utf-8", "replace")


def raw(value: int | memoryview) -> bytes:
    if isinstance(value, int):
        raise Refused("the file is damaged: it holds a number where a text was wanted.")
    return bytes(value)


def number(value: int | memoryview) -> int:
    if not isinstance(value, int):
        raise Refused("the file is damaged: it holds bytes where a number was wanted.")
    return signed(value)


def numbers(kind: int, value: int | memoryview) -> list[int]:
    """A repeated whole number, packed or one by one."""
    if kind == VARINT:
        return [number(value)]
    out, at, data = [], 0, raw(value)
    while at < len(data):
        one, at = varint(data, at)
        out.append(signed(one))
    return out


def floats(kind: int, value: int | memoryview, letter: str = "f") -> list[float]:
    """A repeated float (or double, letter d), packed or one by one."""
    data = raw(value)
    return list(struct.unpack(f"<{len(data) // struct.calcsize(letter)}{letter}", data))
