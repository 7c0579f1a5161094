"""In: shards (data/pairs.py). Out: all their maps at the side that is trained, unpacked, in one file.

FOLDER/maps.bin is uint8 [N, 11, side, side] and is mapped into memory; FOLDER/shards.jsonl has a line for
each shard that is in, written after its maps: {"shard", "side", "samples": [meta, …]}. A run that dies
while it writes leaves maps without a line: the next one overwrites them.

    python -m data.cache /work/data/pairs/train /work/data/cache/train-256 --side 256 --leave 25
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from pathlib import Path

import cv2
import numpy as np

from data.packing import ORDER_1, SHARP
from data.pairs import Pairs

PLANES = sum(SHARP.get(name, 1) for name in ORDER_1)
GIGABYTE = 1e9


def shrunk(maps: dict[str, np.ndarray], side: int) -> np.ndarray:
    """Maps -> uint8 [11, side, side] in the order of ORDER_1: the nearest part, all else averaged."""
    rows = []
    for name in ORDER_1:
        how = cv2.INTER_NEAREST if name == "part" else cv2.INTER_AREA
        for plane in np.atleast_3d(maps[name].T).T:
            rows.append(plane if len(plane) == side else cv2.resize(plane, (side, side), interpolation=how))
    return np.stack(rows)


class Cache:
    """What Pairs is, at one side: cache[i] gives the same maps and `meta`."""

    def __init__(self, folder: str | Path):
        self.folder = Path(folder)
        self._metas: list[dict] = []
        self._shards: set[str] = set()
        self._read = 0  # bytes of shards.jsonl
        self._side = 0
        self._maps = np.zeros((0, PLANES, 0, 0), np.uint8)
        self.refresh()

    @property
    def shards(self) -> frozenset[str]:
        """Names of the shards that are in, without suffix."""
        return frozenset(self._shards)

    def refresh(self) -> int:
        """Take in the shards that have appeared since; earlier indices stay. Returns how many samples
        came."""
        before = len(self._metas)
        with (self.folder / "shards.jsonl").open("rb") as lines:
            lines.seek(self._read)
            for line in lines:
                if not line.endswith(b"\n"):  # being written
                    break
                self._read += len(line)
                entry = json.loads(line)
                assert self._side in (0, entry["side"]), (
                    f"{self.folder}: sides {self._side} and {entry['side']}"
                )
                self._side = entry["side"]
                self._shards.add(entry["shard"])
                self._metas += entry["samples"]
        if len(self._metas) > before:
            shape = (len(self._metas), PLANES, self._side, self._side)
            self._maps = np.memmap(self.folder / "maps.bin", np.uint8, "r", shape=shape)
        return len(self._metas) - before

    def __len__(self) -> int:
        return len(self._metas)

    def meta(self, i: int) -> dict:
        """Without reading the maps."""
        return self._metas[i]

    def side(self, i: int) -> int:
        """Of the maps of cache[i]."""
        return self._side

    def __getitem__(self, i: int) -> dict:
        planes, at, maps = np.array(self._maps[i]), 0, {}
        for name in ORDER_1:
            count = SHARP.get(name, 1)
            maps[name] = planes[at : at + count] if count > 1 else planes[at]
            at += count
        return {**maps, "meta": self._metas[i]}


def extend(source: str | Path, folder: str | Path, *, side: int, leave: float = 0.0) -> Cache:
    """Add the shards of `source` that FOLDER lacks, while the disk keeps `leave` GB free."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("maps.bin", "shards.jsonl"):
        (folder / name).touch()
    cache, one = Cache(folder), PLANES * side * side
    assert not len(cache) or cache.side(0) == side, f"{folder} has side {cache.side(0)}, asked for {side}"
    with (folder / "maps.bin").open("r+b") as maps, (folder / "shards.jsonl").open("r+b") as lines:
        lines.truncate(cache._read)
        lines.seek(cache._read)
        maps.truncate(len(cache) * one)
        maps.seek(len(cache) * one)
        for index in sorted(Path(source).glob("*.json")):
            if index.stem in cache.shards:
                continue
            pairs = Pairs(source, only=index.stem)
            if shutil.disk_usage(folder).free - len(pairs) * one < leave * GIGABYTE:
                print(f"{shutil.disk_usage(folder).free / GIGABYTE:.1f} GB free: the rest stays out")
                break
            for i in range(len(pairs)):
                maps.write(shrunk(pairs[i], side).tobytes())
            maps.flush()
            os.fsync(maps.fileno())
            entry = {"shard": index.stem, "side": side, "samples": [pairs.meta(i) for i in range(len(pairs))]}
            lines.write(json.dumps(entry).encode() + b"\n")
            lines.flush()
    cache.refresh()
    return cache


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, help="folder of shards")
    parser.add_argument("folder", type=Path, help="the cache; what is in it stays")
    parser.add_argument("--side", type=int, required=True)
    parser.add_argument("--leave", type=float, default=5.0, help="GB of the disk that stay free")
    asked = parser.parse_args()
    cv2.setNumThreads(0)
    cache = extend(asked.source, asked.folder, side=asked.side, leave=asked.leave)
    print(f"{len(cache)} pairs of {len(cache.shards)} shards")


if __name__ == "__main__":
    main()
