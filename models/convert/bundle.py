"""A TensorFlow checkpoint (PREFIX.index and PREFIX.data-…) -> its tensors by name. TensorFlow itself is not
needed.

The index is a sorted table: blocks of entries whose keys share prefixes, and a footer that says where the
blocks stand. Each entry is a small message: type, shape, which data file, offset and size. Texts and other
object keys are listed but not read.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .said import LARGEST, Refused
from .wire import fields, message, number, varint

MAGIC = bytes.fromhex("57fb808b247547db")
FOOTER = 48
TYPES = {
    1: "<f4",
    2: "<f8",
    3: "<i4",
    4: "u1",
    6: "i1",
    9: "<i8",
    10: "?",
    19: "<f2",
}  # tensorflow's DataType
BFLOAT = 14


@dataclass(frozen=True)
class Entry:
    kind: int
    shape: tuple[int, ...]
    shard: int
    offset: int
    size: int


class Bundle:
    """`bundle["name"]` reads one tensor; names in `bundle.entries`."""

    def __init__(self, prefix: Path):
        self.prefix = prefix
        self.entries: dict[str, Entry] = {}
        self.shards = 1
        self.files: dict[int, np.ndarray] = {}
        for key, value in table(prefix.with_name(prefix.name + ".index").read_bytes()):
            if key == "":
                self.shards = next((number(v) for n, _, v in fields(value) if n == 1), 1)
            else:
                self.entries[key] = entry(key, value)

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def __getitem__(self, name: str) -> np.ndarray:
        if name not in self.entries:
            raise Refused(f"the checkpoint {self.prefix.name} holds no tensor {name}.")
        found = self.entries[name]
        if found.kind != BFLOAT and found.kind not in TYPES:
            raise Refused(
                f"the checkpoint's tensor {name} is of TensorFlow's type {found.kind}, wanted numbers."
            )
        count = 1
        for side in found.shape:
            count *= side
        each = 2 if found.kind == BFLOAT else np.dtype(TYPES[found.kind]).itemsize
        if count * each != found.size or found.size > LARGEST:
            raise Refused(
                f"the checkpoint's tensor {name} has the shape {found.shape} in {found.size} bytes: that "
                f"does not fit."
            )
        data = self.shard(found.shard)
        if found.offset < 0 or found.offset + found.size > len(data):
            raise Refused(f"the checkpoint is truncated: {name} ends behind its data file.")
        piece = data[found.offset : found.offset + found.size]
        if found.kind == BFLOAT:
            return (piece.view("<u2").astype(np.uint32) << 16).view(np.float32).reshape(found.shape)
        return np.array(piece.view(TYPES[found.kind])).reshape(found.shape)

    def shard(self, at: int) -> np.ndarray:
        if not 0 <= at < self.shards:
            raise Refused(f"the checkpoint names its data file {at} of {self.shards}.")
        if at not in self.files:
            path = self.prefix.with_name(f"{self.prefix.name}.data-{at:05d}-of-{self.shards:05d}")
            if not path.is_file():
                raise Refused(f"the checkpoint's data file {path.name} is not beside its index.")
            self.files[at] = np.memmap(path, np.uint8, "r") if path.stat().st_size else np.zeros(0, np.uint8)
        return self.files[at]


def entry(key: str, value: memoryview) -> Entry:
    kind = shard = offset = size = 0
    shape: list[int] = []
    for n, _, v in fields(value):
        if n == 1:
            kind = number(v)
        elif n == 2:
            shape = [
                next((number(s) for m, _, s in fields(message(d)) if m == 1), 0)
                for f, _, d in fields(message(v))
                if f == 2
            ]
        elif n == 3:
            shard = number(v)
        elif n == 4:
            offset = number(v)
        elif n == 5:
            size = number(v)
        elif n == 7:
            raise Refused(
                f"the checkpoint's tensor {key} is saved in slices, as by several machines; save it whole."
            )
    if len(shape) > 8 or any(not 0 <= side <= 1 << 31 for side in shape):
        raise Refused(f"the checkpoint's tensor {key} has the shape {shape}.")
    return Entry(kind, tuple(shape), shard, offset, size)


def table(data: bytes) -> list[tuple[str, memoryview]]:
    """Every key and value of a sorted table."""
    if len(data) < FOOTER or data[-8:] != MAGIC:
        raise Refused("the checkpoint's index is damaged or truncated: its footer is missing.")
    view = memoryview(data)
    _, at = varint(view, len(data) - FOOTER)  # where the table about the table stands: not needed
    _, at = varint(view, at)
    start, at = varint(view, at)
    size, _ = varint(view, at)
    out = []
    for _, where in block(view, start, size):
        first, at = varint(where, 0)
        length, _ = varint(where, at)
        out += [(key.decode("utf-8", "replace"), value) for key, value in block(view, first, length)]
    return out


def block(view: memoryview, start: int, size: int) -> list[tuple[bytes, memoryview]]:
    if start + size + 5 > len(view) or size < 4:
        raise Refused("the checkpoint's index is damaged: a block of it stands outside the file.")
    if view[start + size] != 0:
        raise Refused(
            "the checkpoint's index is compressed (snappy); save it again with a current TensorFlow."
        )
    body = view[start : start + size]
    restarts = int.from_bytes(body[-4:], "little")
    end = size - 4 - 4 * restarts
    if end < 0:
        raise Refused("the checkpoint's index is damaged: a block of it has no end.")
    out: list[tuple[bytes, memoryview]] = []
    key, at = b"", 0
    while at < end:
        shared, at = varint(body, at)
        rest, at = varint(body, at)
        length, at = varint(body, at)
        if shared > len(key) or at + rest + length > end:
            raise Refused("the checkpoint's index is damaged: an entry of it is longer than its block.")
        key = key[:shared] + bytes(body[at : at + rest])
        out.append((key, body[at + rest : at + rest + length]))
        at += rest + length
    return out
