# in: finished pairs; out: shards on disk that can be read, in any order, while others are still being written.
"""A shard is NAME.bin (one compressed sample after the other) and NAME.json (its index), which appears last.

Each map is delta-coded along its rows (neighbours are alike), then zlib level 1: about 4 ms to decode.
"""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SIDE = 256
PLANES = {  # name: planes, in the order they lie in a sample
    "contour": 1, "crease": 1, "mark": 1, "normal": 3, "occlusion": 1, "thickness": 1, "shadow": 1, "coverage": 1, "part": 1,
}  # fmt: skip
FORMAT = "realize-pairs-1"
LINE_SCALE = 16  # steps a model pixel in contour, crease and mark; 255 = none near


def packed(maps: dict[str, np.ndarray]) -> bytes:
    planes = []
    for name, count in PLANES.items():
        shape = (SIDE, SIDE) if count == 1 else (count, SIDE, SIDE)
        assert maps[name].shape == shape and maps[name].dtype == np.uint8, f"{name}: {maps[name].dtype} {maps[name].shape}, wanted uint8 {shape}"
        planes.append(maps[name].reshape(count, SIDE, SIDE))
    raw = np.concatenate(planes)
    raw[:, :, 1:] -= raw[:, :, :-1].copy()
    return zlib.compress(raw.tobytes(), 1)


def unpacked(blob: bytes) -> dict[str, np.ndarray]:
    raw = np.frombuffer(zlib.decompress(blob), np.uint8).reshape(-1, SIDE, SIDE)
    assert len(raw) == sum(PLANES.values()), f"{len(raw)} planes, wanted {sum(PLANES.values())}"
    raw = np.add.accumulate(raw, axis=2, dtype=np.uint8)
    maps, at = {}, 0
    for name, count in PLANES.items():
        maps[name] = raw[at] if count == 1 else raw[at : at + count]
        at += count
    return maps


def write_shard(path: str | Path, samples: list[tuple[dict[str, np.ndarray], dict]], *, note: dict | None = None) -> None:
    """Samples are (maps, meta); path has no suffix; `note` goes into the index."""
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


class Pairs:
    """All samples of a folder's shards: pairs[i] is a dict of uint8 maps and `meta`.

    contour, crease, mark, occlusion, thickness, shadow, coverage, part [256, 256]; normal [3, 256, 256].
    """

    def __init__(self, folder: str | Path):
        self.folder = Path(folder)
        self._known: set[str] = set()
        self._places: list[_Place] = []
        self._open: dict[tuple[int, str], int] = {}
        self.refresh()

    def refresh(self) -> int:
        """Take in the shards that have appeared since; earlier indices stay what they were. Returns how many samples came."""
        before = len(self._places)
        for index in sorted(self.folder.glob("*.json")):
            if index.name in self._known:
                continue
            content = json.loads(index.read_text())
            assert content.get("format") == FORMAT, f"{index}: format {content.get('format')!r}, wanted {FORMAT!r}"
            file = str(index.with_suffix(".bin"))
            self._places += [_Place(file, s["offset"], s["size"], s["meta"]) for s in content["samples"]]
            self._known.add(index.name)
        return len(self._places) - before

    def __len__(self) -> int:
        return len(self._places)

    def meta(self, i: int) -> dict:
        """Without decoding the maps."""
        return self._places[i].meta

    def __getitem__(self, i: int) -> dict:
        place = self._places[i]
        key = (os.getpid(), place.file)  # loader processes open their own
        if key not in self._open:
            self._open[key] = os.open(place.file, os.O_RDONLY)
        blob = os.pread(self._open[key], place.size, place.offset)
        return {**unpacked(blob), "meta": place.meta}
