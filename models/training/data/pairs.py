# in: finished pairs; out: shards on disk that can be read, in any order, while others are still being
# written.
"""A shard is NAME.bin (one compressed sample after the other) and NAME.json (its index), which appears last.

Lines, normals, coverage and parts have the square's side, 512; occlusion, thickness and shadow are smooth and
have half of it. Each map is delta-coded along its rows (neighbours are alike), then zlib level 1: about 12 ms
to decode. Shards of format 1, in which everything has side 256, are read as they are.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.packing import FORMAT, SIDES, packed, unpacked

LINE_SCALE = (
    8  # steps a pixel of the 512 square in contour, crease and mark (whatever their side); 255 = none near
)
Sample = tuple[dict[str, np.ndarray], dict]  # maps, and what JSON keeps of the scene


def write_shard(path: str | Path, samples: list[Sample], *, note: dict | None = None) -> None:
    """PATH.bin and PATH.json, path without suffix; `note` goes into the index."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    index, offset = [], 0
    with open(f"{path}.bin.part", "wb") as out:
        for maps, meta in samples:
            blob = packed(maps)
            out.write(blob)
            index.append({"offset": offset, "size": len(blob), "meta": meta})
            offset += len(blob)
    os.replace(f"{path}.bin.part", f"{path}.bin")
    Path(f"{path}.json.part").write_text(json.dumps({"format": FORMAT, "samples": index, **(note or {})}))
    os.replace(f"{path}.json.part", f"{path}.json")


@dataclass(frozen=True)
class _Place:
    file: str
    offset: int
    size: int
    meta: dict
    form: str


class Pairs:
    """All samples of a folder's shards: pairs[i] is a dict of uint8 maps and `meta`.

    contour, crease, mark, occlusion, thickness, shadow, coverage, part [side, side]; normal [3, side, side].
    """

    def __init__(self, folder: str | Path, *, only: str = "*"):
        """`only`: the name of one shard, or a pattern of names, without suffix."""
        self.folder, self.only = Path(folder), only
        self._known: set[str] = set()
        self._places: list[_Place] = []
        self._open: dict[tuple[int, str], int] = {}
        self.refresh()

    def refresh(self) -> int:
        """Take in the shards that have appeared since; earlier indices stay what they were. Returns how many
        samples came."""
        before = len(self._places)
        for index in sorted(self.folder.glob(f"{self.only}.json")):
            if index.name in self._known:
                continue
            content = json.loads(index.read_text())
            form = content.get("format")
            assert form in SIDES, f"{index}: format {form!r}, wanted one of {sorted(SIDES)}"
            file = str(index.with_suffix(".bin"))
            self._places += [
                _Place(file, s["offset"], s["size"], s["meta"], form) for s in content["samples"]
            ]
            self._known.add(index.name)
        return len(self._places) - before

    def __len__(self) -> int:
        return len(self._places)

    def meta(self, i: int) -> dict:
        """Without decoding the maps."""
        return self._places[i].meta

    def side(self, i: int) -> int:
        """Of the maps of pairs[i]: 512, or 256 in old shards."""
        return SIDES[self._places[i].form][0]

    def __getitem__(self, i: int) -> dict:
        place = self._places[i]
        key = (os.getpid(), place.file)  # loader processes open their own
        if key not in self._open:
            self._open[key] = os.open(place.file, os.O_RDONLY)
        blob = os.pread(self._open[key], place.size, place.offset)
        return {**unpacked(blob, place.form), "meta": place.meta}
