"""What the comparison of exports and the report on the look say of truth itself, and of nonsense."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from synthetic import pair

from data.pairs import Pairs, write_shard
from evaluation.agreement import Seen, report
from evaluation.beside import beside, table
from evaluation.contest import KINDS, Contestant, chosen, drawn
from evaluation.look import pooled
from export.card import read_card
from export.contract import square_of
from export.shipped import export
from learning.augment import sample
from learning.channels import SQUARE
from learning.config import REALIZE2
from learning.recipe import build_generator
from learning.weights import opened, save_head_start


@pytest.fixture
def held(tmp_path: Path) -> Pairs:
    reasons = [("ball", "seed"), ("kettle", "family"), ("mesh:pan", "mesh"), ("mesh:box", "seed")]
    metas = [{"seed": i, "family": family, "held": why} for i, (family, why) in enumerate(reasons)]
    write_shard(tmp_path / "a", [(pair(i), meta) for i, meta in enumerate(metas)])
    return Pairs(tmp_path)


def answer(pairs: Pairs, side: int):
    """A model that is right of the first pair, whatever it is asked."""
    truth = sample(pairs[0], np.random.default_rng(0), None, side=side)[1].astype(np.float32) / 255
    normal = truth[:3] * 2 - 1
    found = np.concatenate([normal / np.maximum(np.linalg.norm(normal, axis=0), 1e-3), truth[3:7]])
    return lambda drawing: found[None]


def test_each_group_has_its_pictures(held: Pairs):
    assert chosen(held, 4) == {kind: [i] for i, kind in enumerate(KINDS)}


def test_truth_errs_by_nothing_and_half_of_its_side_by_little(held: Pairs):
    right, half = (Contestant(str(side), drawn(answer(held, side)), side) for side in (512, 256))
    wrong = Contestant("wrong", lambda *_: np.zeros((7, 512, 512), np.float32), 512)
    seen: list[None] = []
    rows = beside([right, half, wrong], held, {KINDS[0]: [0]}, lambda: seen.append(None))
    degrees = lambda name: rows[name, KINDS[0], ""][0]["degrees"]
    assert degrees("512") < 1 and degrees("256") < 6
    assert len(seen) == 1
    assert f"| {KINDS[0]} (1) | wrong | 90.000" in table(rows, ["512", "wrong"])


def test_a_part_is_what_its_cells_say_on_average():
    look = np.array([[[0.2, 0.8], [0.4, 0.6]]])
    part = np.zeros((16, 16), np.uint8)
    part[:, :8], part[:8, 8:] = 1, 2
    found = pooled(look, part)
    assert found[1][0] == pytest.approx(0.3) and found[2][0] == pytest.approx(0.8)


def test_the_report_finds_the_certainty_that_is_right_often_enough():
    grey = np.full(3, 0.5)

    def row(chance: float, material: str) -> Seen:
        return Seen("box", np.array([chance, 1 - chance]), grey, 0.1, material, grey)

    rows = [row(0.9, "wood")] * 18 + [row(0.9, "glass")] * 2 + [row(0.6, "glass")] * 20
    text = report(rows, ["wood", "glass"])
    assert "material right on 45.0%; chance 50.0%" in text
    assert "85% of what is used is right from a certainty of 0.900 on: 50.0% of parts" in text
    assert "| 0.1 | 100.0% | 0.0 |" in text


def test_a_head_start_is_exported_for_the_side_that_is_asked(tmp_path: Path):
    torch.manual_seed(0)
    tiny = replace(REALIZE2, fine=4, channels=(8, 8, 16, 16, 16))
    net = build_generator(tiny)
    save_head_start(tmp_path / "run.pt", net.state_dict(), 7)
    kept = torch.load(tmp_path / "run.pt", weights_only=True)["ema"]
    theirs = {("head." + k[5:] if k.startswith("look.") else "g." + k) for k in net.state_dict()}
    assert kept.keys() == theirs
    config, weights, facts = opened(tmp_path / "run.pt")
    assert config == REALIZE2 and facts["pictures"] == 7
    assert all(torch.equal(weights[k].float(), v.half().float()) for k, v in net.state_dict().items())
    square = square_of(320)
    assert (square.size, square.preview, square.margin, square.stroke) == (320, 256, 30, 1.875)
    assert square_of(512) == SQUARE
    export(replace(tiny, integer=False), net, tmp_path / "r.onnx", training=facts, metrics={}, side=320)
    assert read_card(tmp_path / "r.json")["input"]["size"] == 320


def test_a_part_that_is_too_small_says_nothing():
    part = np.ones((64, 64), np.uint8)
    part[0, :4] = 2
    assert list(pooled(np.zeros((1, 8, 8)), part)) == [1]
