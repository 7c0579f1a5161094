"""Shards -> a cache at another side: what comes back, what an interrupted run leaves, a full disk."""

import cv2
import numpy as np
import pytest
from synthetic import pair as made

from data.cache import PLANES, Cache, extend
from data.pairs import Pairs, write_shard


@pytest.fixture
def shards(tmp_path):
    for name, seeds in (("a", (0, 1)), ("b", (2,))):
        write_shard(
            tmp_path / "shards" / name, [(made(seed), {"seed": seed, "family": "ball"}) for seed in seeds]
        )
    return tmp_path / "shards"


def test_maps_come_back_at_the_cached_side(shards, tmp_path):
    cache, pairs = extend(shards, tmp_path / "cache", side=256), Pairs(shards)
    assert len(cache) == 3 and cache.shards == {"a", "b"} and cache.side(0) == 256
    for i in range(3):
        stored, whole = cache[i], pairs[i]
        assert stored["meta"] == whole["meta"] == cache.meta(i) and stored.keys() == whole.keys()
        assert (stored["part"] == whole["part"][::2, ::2]).all()
        area = lambda plane: cv2.resize(plane, (256, 256), interpolation=cv2.INTER_AREA)
        assert (stored["normal"] == np.stack([area(plane) for plane in whole["normal"]])).all()
        assert all(
            (stored[name] == area(whole[name])).all()
            for name in ("contour", "occlusion", "shadow", "coverage")
        )


def test_at_the_shards_own_side_nothing_changes(shards, tmp_path):
    cache, whole = extend(shards, tmp_path / "cache", side=512), Pairs(shards)[2]
    assert all((cache[2][name] == value).all() for name, value in whole.items() if name != "meta")


def test_new_shards_are_added_and_earlier_indices_stay(shards, tmp_path):
    reader = extend(shards, tmp_path / "cache", side=256)
    first = reader[0]["normal"]
    write_shard(shards / "0", [(made(3), {"seed": 3, "family": "ball"})])
    extend(shards, tmp_path / "cache", side=256)
    assert reader.refresh() == 1 and reader.refresh() == 0
    assert reader.meta(3)["seed"] == 3 and (reader[0]["normal"] == first).all()


def test_what_an_interrupted_run_left_is_written_anew(shards, tmp_path):
    folder = tmp_path / "cache"
    wanted = extend(shards, folder, side=256)[2]["normal"]
    lines = (folder / "shards.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "shards.jsonl").write_bytes(lines[0] + lines[1][:20])
    (folder / "maps.bin").write_bytes((folder / "maps.bin").read_bytes()[: -PLANES * 256 * 256 // 2])
    assert len(Cache(folder)) == 2
    again = extend(shards, folder, side=256)
    assert len(again) == 3 and (again[2]["normal"] == wanted).all()
    assert (folder / "maps.bin").stat().st_size == 3 * PLANES * 256 * 256


def test_a_full_disk_leaves_shards_out_and_sides_do_not_mix(shards, tmp_path):
    assert len(extend(shards, tmp_path / "full", side=256, leave=1e9)) == 0
    extend(shards, tmp_path / "cache", side=256)
    with pytest.raises(AssertionError, match="has side 256, asked for 128"):
        extend(shards, tmp_path / "cache", side=128)
