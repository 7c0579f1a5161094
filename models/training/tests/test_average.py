"""Weights that are averaged: learning/average.py."""

import sys
from pathlib import Path

import pytest
import torch
from torch import Tensor

from learning.average import main, mean
from learning.config import CLASSIC
from learning.weights import opened, save_head_start


def weights(value: float, seen: int) -> dict[str, Tensor]:
    return {
        "entry.weight": torch.full((2, 2), value),
        "look.bias": torch.full((3,), -value),
        "entry.num_batches_tracked": torch.tensor(seen),
    }


def test_the_mean_is_each_weights_own_and_counts_are_the_last_ones():
    found = mean([weights(1.0, 5), weights(4.0, 9)])
    assert found["entry.weight"].tolist() == [[2.5, 2.5], [2.5, 2.5]]
    assert found["look.bias"].tolist() == [-2.5] * 3
    assert found["entry.num_batches_tracked"].item() == 9


def test_different_networks_have_no_mean():
    with pytest.raises(AssertionError, match="different networks"):
        mean([weights(1.0, 5), {"entry.weight": torch.ones(2, 2)}])


def test_what_only_the_last_takes_stays_as_it_is():
    """Hints: a gate, and inputs after those of both."""
    former, later = weights(1.0, 5), weights(3.0, 9) | {"gate.weight": torch.full((2, 3), 7.0)}
    later["entry.weight"] = torch.cat([later["entry.weight"], torch.full((2, 1), 9.0)], 1)
    found = mean([former, later])
    assert found["entry.weight"].tolist() == [[2.0, 2.0, 9.0]] * 2
    assert found["gate.weight"].tolist() == [[7.0] * 3] * 2


def test_two_head_starts_become_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name, value, pictures in (("a.pt", 1.0, 100), ("b.pt", 2.0, 300)):
        save_head_start(tmp_path / name, weights(value, 1), pictures)
    monkeypatch.setattr(
        sys,
        "argv",
        ["average", str(tmp_path / "a.pt"), str(tmp_path / "b.pt"), "--out", str(tmp_path / "c.pt")],
    )
    main()
    _, found, facts = opened(tmp_path / "c.pt")
    assert facts["pictures"] == 300
    assert (
        found["entry.weight"].tolist() == [[1.5, 1.5], [1.5, 1.5]]
        and found["look.bias"].tolist() == [-1.5] * 3
    )


def test_runs_of_classic_become_a_head_start_of_classic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name, value in (("a.pt", 1.0), ("b.pt", 2.0)):
        save_head_start(tmp_path / name, weights(value, 1), 100, materials=())
    files = [str(tmp_path / name) for name in ("a.pt", "b.pt", "c.pt")]
    monkeypatch.setattr(sys, "argv", ["average", *files[:2], "--pictures", "200", "--out", files[2]])
    main()
    config, found, facts = opened(tmp_path / "c.pt")
    assert config is CLASSIC and facts["pictures"] == 200
    assert found["entry.weight"].tolist() == [[1.5, 1.5], [1.5, 1.5]]
