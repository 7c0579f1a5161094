"""FlatBuffers bytes -> tables, numbers and vectors, by field number. Nothing of TensorFlow is needed to read
LiteRT's files.

A table begins with the way back to its list of fields (its vtable); every place is checked against the file
(google/flatbuffers, docs: internals).
"""

import struct

import numpy as np

from .said import Refused

MOST = 100_000  # entries of a vector of tables


class Table:
    def __init__(self, data: memoryview, at: int):
        self.data, self.at = data, at
        back = self.unpack("<i", at)
        self.fields = at - back
        if self.fields < 0:
            raise Refused("the file is damaged: a table of it begins before the file.")
        self.size = self.unpack("<H", self.fields)

    def unpack(self, form: str, at: int) -> int:
        if at < 0 or at + struct.calcsize(form) > len(self.data):
            raise Refused("the file is damaged or truncated: a table of it ends behind the file.")
        return struct.unpack_from(form, self.data, at)[0]

    def place(self, field: int) -> int | None:
        """Where a field stands; None where the table has none."""
        entry = 4 + 2 * field
        offset = self.unpack("<H", self.fields + entry) if entry + 2 <= self.size else 0
        return self.at + offset if offset else None

    def number(self, field: int, form: str = "<i", usual: int = 0) -> int:
        at = self.place(field)
        return usual if at is None else self.unpack(form, at)

    def real(self, field: int) -> float:
        at = self.place(field)
        return 0.0 if at is None else float(self.unpack("<f", at))

    def inside(self, at: int) -> int:
        """The place that an offset points at."""
        return at + self.unpack("<I", at)

    def table(self, field: int) -> "Table | None":
        at = self.place(field)
        return None if at is None else Table(self.data, self.inside(at))

    def vector(self, field: int, kind: str) -> np.ndarray:
        """Numbers; none where the table has none."""
        at = self.place(field)
        if at is None:
            return np.zeros(0, kind)
        start = self.inside(at)
        count, each = self.unpack("<I", start), np.dtype(kind).itemsize
        if start + 4 + count * each > len(self.data):
            raise Refused("the file is damaged or truncated: a list in it is longer than the file.")
        return np.frombuffer(self.data, kind, count, start + 4)

    def text(self, field: int) -> str:
        return self.vector(field, "u1").tobytes().decode("utf-8", "replace")

    def tables(self, field: int) -> "list[Table]":
        at = self.place(field)
        if at is None:
            return []
        start = self.inside(at)
        count = self.unpack("<I", start)
        if count > MOST:
            raise Refused(f"the file is damaged: a list in it has {count} entries.")
        return [Table(self.data, self.inside(start + 4 + 4 * i)) for i in range(count)]


def root(data: memoryview) -> Table:
    if len(data) < 8:
        raise Refused("the file is truncated.")
    return Table(data, struct.unpack_from("<I", data, 0)[0])
