"""Shards of pairs -> batches in the wished shares, old formats included."""

import json
import zlib

import numpy as np
import pytest
from tiny import TINY, pair

from data.packing import ORDER_1
from data.pairs import Pairs
from learning.augment import sample
from learning.dataset import Mixture, loader


def test_families_and_meshes_come_in_the_wished_share(shards):
    mixture = Mixture(Pairs(shards / "train"), 0.45)
    rng = np.random.default_rng(0)
    meshes = sum("mesh:" in mixture.pairs.meta(mixture.draw(rng))["family"] for _ in range(2000)) / 2000
    assert abs(meshes - 0.55) < 0.04
    assert next(loader(shards / "train", TINY, seed=0, workers=0))["drawing"].shape == (2, 2, 512, 512)


def test_old_shards_serve_previews_alone(shards, tmp_path):
    """A shard of format 1, all of it 256 × 256, written as it was then."""
    maps = pair(3)
    rows = [maps[name].reshape(-1, 512, 512)[:, ::2, ::2] for name in ORDER_1]
    stored = np.concatenate(rows)
    stored[:, :, 1:] -= stored[:, :, :-1].copy()
    blob = zlib.compress(stored.tobytes(), 1)
    (tmp_path / "old.bin").write_bytes(blob)
    entry = {"offset": 0, "size": len(blob), "meta": {"seed": 3, "family": "ball", "held": None}}
    (tmp_path / "old.json").write_text(json.dumps({"format": "realize-pairs-1", "samples": [entry]}))
    old = Pairs(tmp_path)
    assert old.side(0) == 256 and all(
        np.array_equal(old[0][name], maps[name][..., ::2, ::2]) for name in ORDER_1
    )
    drawing, truth = sample(old[0], np.random.default_rng(0), None)
    assert drawing.shape == (2, 512, 512) and truth.shape == (8, 512, 512)
    assert Mixture(old, 0.5).draw(np.random.default_rng(0)) == 0
    with pytest.raises(AssertionError, match="no pairs of side 512"):
        Mixture(old, 0.5, 512).draw(np.random.default_rng(0))

    stream = loader(shards / "train", TINY, seed=0, workers=0)
    assert [next(stream)["drawing"].shape[-1] for _ in range(8)] == [512, 512, 512, 256] * 2
