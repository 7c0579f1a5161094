"""The comparison on synthetic pairs: cost counted by hand, encoder resumed, a tiny table of two kinds of
generator."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from synthetic import pair
from torch import nn

from data.pairs import Pairs, write_shard
from evaluation import compare, encoder, lessons, observer
from evaluation.cases import group
from evaluation.contestants import SPOILT, open_contestant
from evaluation.cost import cost
from evaluation.traced import lines
from export.graph import to_onnx
from export.quantise import quantise
from export.shipped import export
from learning.channels import SQUARE
from learning.config import Realize, Vanilla
from learning.recipe import build_generator

TINY = Realize(channels=(8, 8, 16, 16, 16), fine=8)
PAPER = Vanilla(width=2)


@pytest.fixture(autouse=True)
def any_weights(monkeypatch):
    # untrained weights suffer more from int8 than trained ones
    monkeypatch.setattr("export.parity.TURN_LIMIT", 180)


@pytest.fixture(scope="module")
def shards(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("pairs")
    unseen: list[str | None] = [*["seed"] * 4, *["family"] * 3, *["mesh"] * 3, "seed"]
    kinds: dict[str, list[str | None]] = {"train": [None] * 6, "held": unseen}
    for split, held in kinds.items():
        samples = []
        for seed, reason in enumerate(held):
            maps = pair(seed)
            count = int(maps["part"].max())
            name = "mesh:ball" if reason == "mesh" or seed == 10 else ("ball", "box")[seed % 2]
            made_of = {
                "materials": ["ceramic", "rubber", "wood", "glass"][:count],
                "colours": [[0.8, 0.3, 0.2]] * count,
            }
            samples.append((maps, {"seed": seed, "family": name, "held": reason, **made_of}))
        write_shard(folder / split / "a", samples)
    return folder


def test_cost_counts_what_can_be_counted_by_hand():
    net = nn.Sequential(nn.Conv2d(1, 4, 3, 2, 1), nn.ReLU(), nn.ConvTranspose2d(4, 2, 4, 2, 1))
    square = replace(SQUARE, size=64)
    plain = to_onnx(net, square=square, inside=1, outputs=("picture",))
    wanted = (4 * 9 + 4 + 4 * 2 * 16 + 2, 32 * 32 * 4 * 9 + 32 * 32 * 4 * 2 * 16)
    found = cost(plain, side=64)
    assert (found.parameters, found.macs) == wanted
    small = cost(quantise(plain), side=64)
    assert (small.parameters, small.macs) == wanted
    free = to_onnx(net, square=square, inside=1, outputs=("intrinsic",))  # any side
    assert cost(free, side=128).macs == 4 * wanted[1]


def test_encoder_goes_on_where_it_stood(shards, tmp_path, monkeypatch):
    monkeypatch.setattr(encoder, "BATCH", 2)
    monkeypatch.setattr(encoder, "SAVED", 1)
    pairs = Pairs(shards / "train")
    once = encoder.train(pairs, tmp_path / "once", steps=3)
    encoder.train(pairs, tmp_path / "twice", steps=3, until=1)
    twice = encoder.train(pairs, tmp_path / "twice", steps=3)
    assert once["history"] == twice["history"]
    assert all(torch.equal(a, b) for a, b in zip(once["observer"].values(), twice["observer"].values()))
    features = encoder.ours(tmp_path / "once")(np.zeros((3, 256, 256), np.uint8))
    assert features.shape == (sum(observer.WIDTHS[2:]),)


def test_pairs_are_chosen_families_in_turn_and_the_same_wherever_they_lie(shards):
    pairs = Pairs(shards / "held")
    first = [lessons.family(pairs.meta(i)) for i in lessons.chosen(pairs, 3)]
    assert sorted(first) == ["ball", "box", "mesh"]
    assert [group(pairs.meta(i)) for i in (0, 4, 7, 10)] == [
        "held-out seeds",
        "held-out families",
        "held-out meshes",
        None,
    ]


def test_a_spoilt_drawing_is_the_same_for_every_model(shards, tmp_path):
    torch.manual_seed(0)
    export(TINY, build_generator(TINY), tmp_path / "tiny.onnx", training={}, metrics={})
    export(PAPER, build_generator(PAPER), tmp_path / "paper.onnx", training={}, metrics={})
    mine, theirs = (open_contestant(name, tmp_path / f"{name}.onnx") for name in ("tiny", "paper"))
    assert (mine.square.size, theirs.square.size) == (512, 256)
    one = Pairs(shards / "held")[1]
    for variant in (None, *SPOILT):
        small = mine.lines(one, variant).reshape(256, 2, 256, 2).mean((1, 3))
        other = theirs.lines(one, variant)
        stroke = mine.square.stroke / 2 - theirs.square.stroke  # the paper's strokes are thinner
        assert np.abs(small - other).mean() < 0.02 * (1 + stroke), variant
        assert variant is None or np.abs(other - theirs.lines(one, None)).mean() > 1e-3


def test_the_whole_table_on_a_few_pairs(shards, tmp_path, monkeypatch, capsys):
    torch.manual_seed(0)
    export(TINY, build_generator(TINY), tmp_path / "tiny.onnx", training={}, metrics={})
    run = tmp_path / "run"
    run.mkdir()
    torch.save({"config": PAPER, "ema": build_generator(PAPER).state_dict()}, run / "last.pt")
    encoder.train(Pairs(shards / "train"), tmp_path / "encoder", steps=1)
    monkeypatch.setattr("evaluation.tally.FEWEST", 3)
    bench = tmp_path / "bench.json"
    bench.write_text(
        json.dumps({"networks": [{"id": "tiny@512", "ms": 12.4}, {"id": "vanilla@256", "ms": 99.6}]})
    )
    arguments = [
        "--model",
        f"mine={tmp_path}/tiny.onnx",
        "--model",
        f"vanilla={run}",
        "--model",
        "inflate",
        "--pairs",
        str(shards / "held"),
        "--spoilt",
        "1",
    ]
    arguments += ["--encoder", str(tmp_path / "encoder"), "--bench", str(bench), "--count", "12"]
    arguments += ["--json", str(tmp_path / "t.json"), "--sheet", str(tmp_path / "t.png")]
    monkeypatch.setattr("sys.argv", ["compare.py", *arguments])
    compare.main()
    result = json.loads((tmp_path / "t.json").read_text())
    at = {(e["group"], e["drawing"], e["model"]): e for e in result["table"]}
    mine, theirs = at["held-out seeds", "clean", "mine"], at["held-out seeds", "clean", "vanilla"]
    assert mine["pictures"] == theirs["pictures"] == 4 and "degrees" in mine and "degrees" not in theirs
    assert mine["alpha IoU"] > 0.99 > at["held-out seeds", "clean", "mine, lines alone"]["alpha IoU"]
    assert {"KID ours", "C2ST ours, fills given"} <= set(theirs)
    puffed = at["held-out seeds", "clean", "inflate"]
    assert puffed["degrees"] > 0 and puffed["alpha IoU"] > 0.99 and "occlusion" not in puffed
    assert not any(model == "inflate" and drawing != "clean" for _, drawing, model in at)
    assert ("held-out families", "wobble", "vanilla") in at and (
        "held-out meshes",
        "wobble",
        "vanilla",
    ) not in at
    assert [(c["model"], c["side"]) for c in result["cost"]] == [
        ("mine", 512),
        ("mine", 256),
        ("vanilla", 256),
    ]
    assert [v["model"] for v in result["verdicts"]] == ["mine", "mine, lines alone"] and result["verdicts"][
        0
    ]["columns"]
    printed = capsys.readouterr().out
    assert (
        "| 512²" in printed
        and " 12 |" in printed
        and " 100 |" in printed
        and "mine against vanilla" in printed
    )
    assert (tmp_path / "t.png").stat().st_size > 10_000


def test_lines_of_a_path_traced_picture_are_where_its_maps_break():
    part = np.zeros((256, 256), np.uint8)
    part[60:200, 60:200] = 1
    normal = np.zeros((3, 256, 256), np.float32)
    normal[2] = 1
    normal[:, :, 128:] = np.array([0.7, 0, 0.714])[:, None, None]  # a ridge down the middle
    found = lines(part, normal)
    near = lambda name, y, x: found[name][y, x] / 16
    assert near("contour", 60, 100) <= 1 and near("contour", 100, 100) > 5
    assert near("crease", 130, 128) <= 1 and near("crease", 130, 110) > 5 and near("crease", 30, 128) > 5
