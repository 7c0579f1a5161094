"""Tiny training runs on synthetic pairs: what learning/train.py writes can be resumed, exported, and run
outside PyTorch."""

import json
from dataclasses import replace

import numpy as np
import onnxruntime
import torch
from tiny import TINY, pair

from data.pairs import Pairs
from evaluation.evaluate import load_onnx
from export import generator as exporting
from export import parity as comparing
from export.card import read_card
from export.shipped import export
from learning.arguments import parse
from learning.augment import sample
from learning.channels import PAPER, SQUARE
from learning.checkpoint import load_checkpoint
from learning.config import CLASSIC, CONFIGS, Vanilla
from learning.recipe import build_generator
from learning.recipes import build_recipe
from learning.train import train
from learning.validation import as_model, measure


def test_trains_resumes_exports_and_runs_in_onnxruntime(shards, tmp_path, monkeypatch):
    monkeypatch.setitem(CONFIGS, "realize", TINY)
    run = tmp_path / "run"
    asked = lambda steps: parse(
        [
            "--config",
            "realize",
            "--pairs",
            str(shards),
            "--out",
            str(run),
            "--minutes",
            "5",
            "--steps",
            str(steps),
        ]
        + ["--workers", "0"]
    )
    monkeypatch.setattr("learning.train.LOG", 2)
    train(asked(4))
    train(asked(8))
    saved = load_checkpoint(run)
    assert (
        saved["steps"] == 8
        and saved["facts"]["pictures"] == 16
        and saved["facts"]["families"] == ["ball", "mesh"]
    )
    assert (run / "curves.png").stat().st_size > 0 and list(run.glob("sheet-*.png"))
    rows = [json.loads(line) for line in (run / "history.jsonl").read_text().splitlines()]
    assert any("adversarial" in row for row in rows) and any("held all" in row for row in rows)

    generator = build_generator(saved["config"])
    generator.load_state_dict(saved["ema"])
    model = as_model(generator)
    pairs = Pairs(shards / "held")
    drawing = np.stack([sample(pairs[i], np.random.default_rng(0), None)[0] for i in range(2)])
    before = model(drawing)
    parity = export(
        saved["config"],
        generator,
        tmp_path / "tiny.onnx",
        training=saved["facts"],
        metrics={},
        drawings=drawing,
    )
    assert parity["fp32"] < 1e-3 and parity["int8Degrees"] < 1
    card = read_card(tmp_path / "tiny.json")
    assert card["id"] == "tiny" and card["kind"] == "intrinsic" and card["input"]["stroke"] == SQUARE.stroke
    session = onnxruntime.InferenceSession(str(tmp_path / "tiny.onnx"), providers=["CPUExecutionProvider"])
    inside, outside = session.get_inputs()[0], session.get_outputs()[0]
    assert (inside.name, inside.shape) == (
        card["input"]["tensor"],
        [1, len(card["input"]["channels"]), "side", "side"],
    )
    assert (outside.name, outside.shape) == (
        card["output"]["tensor"],
        [1, len(card["output"]["channels"]), "side", "side"],
    )
    small = drawing[:1, :, ::2, ::2].copy()
    assert np.abs(load_onnx(tmp_path / "tiny.onnx")(small) - model(small)).mean() < 0.02
    after = load_onnx(tmp_path / "tiny.onnx")(drawing)
    assert np.abs(after - before).mean() < 0.02
    for channel, plane in zip(card["output"]["channels"], after.transpose(1, 0, 2, 3)):
        low, high = channel["range"]
        assert low - 1e-4 <= plane.min() and plane.max() <= high + 1e-4, channel
    assert measure(load_onnx(tmp_path / "tiny.onnx"), pairs, [0, 1, 2])["all"]["pictures"] == 3


def test_learning_lowers_the_error_on_one_pair():
    torch.manual_seed(0)
    recipe = build_recipe(replace(TINY, critic_from=0.5), torch.device("cpu"))
    drawing, truth = sample(pair(3), np.random.default_rng(0), None)
    batch = {
        "drawing": torch.from_numpy(drawing)[None].repeat(2, 1, 1, 1),
        "truth": torch.from_numpy(truth)[None].repeat(2, 1, 1, 1),
    }
    first = recipe.step(batch, 0.0)
    for _ in range(24):
        last = recipe.step(batch, 0.0)
    assert last["normal"] < 0.7 * first["normal"], (first, last)
    judged = recipe.step(batch, 0.6) | recipe.step(batch, 0.6)
    assert {"adversarial", "features", "critic"} <= judged.keys()


def test_classic_learns_from_a_wider_run_resumes_and_ships(shards, tmp_path, monkeypatch):
    tiny = replace(CLASSIC, width=2, batch=2)
    monkeypatch.setitem(CONFIGS, "classic", tiny)
    monkeypatch.setitem(CONFIGS, "vanilla", Vanilla(width=4))
    monkeypatch.setattr("learning.train.LOG", 1)
    go = lambda name, steps, *more: train(
        parse(
            [
                "--config",
                name,
                "--pairs",
                str(shards),
                "--out",
                str(tmp_path / name),
                "--minutes",
                "9",
                "--steps",
                str(steps),
            ]
            + ["--workers", "0", *more]
        )
    )
    go("vanilla", 1)
    teacher = ("--teacher", str(tmp_path / "vanilla"))
    go("classic", 2, *teacher)
    go("classic", 4, *teacher)
    rows = [json.loads(line) for line in (tmp_path / "classic/history.jsonl").read_text().splitlines()]
    assert {"l1", "adversarial", "critic", "taught", "features"} <= rows[
        0
    ].keys() and "held all l1 of 255" in rows[-1]
    assert list((tmp_path / "classic").glob("sheet-*.png"))
    saved = load_checkpoint(tmp_path / "classic")
    assert (
        saved["steps"] == 4
        and saved["facts"]["pictures"] == 8
        and saved["facts"]["taughtBy"]["pictures"] == 1
    )
    generator = build_generator(saved["config"])
    generator.load_state_dict(saved["ema"])
    drawing = exporting.drawn(tiny, Pairs(shards / "held")[0], known=True)[None]
    parity = export(
        tiny, generator, tmp_path / "c.onnx", training=saved["facts"], metrics={}, drawings=drawing
    )
    assert parity["int8Of255"] < comparing.PAINT_LIMIT
    card = read_card(tmp_path / "c.json")
    assert card["kind"] == "picture" and [c["name"] for c in card["output"]["channels"]] == ["r", "g", "b"]
    assert [card["input"][key] for key in ("size", "stroke", "ink", "paper")] == [
        256,
        PAPER.stroke,
        1.0,
        -1.0,
    ]
    session = onnxruntime.InferenceSession(str(tmp_path / "c.onnx"), providers=["CPUExecutionProvider"])
    first, again = (session.run(None, {"drawing": drawing})[0] for _ in range(2))
    assert first.shape == (1, 3, 256, 256) and np.abs(first).max() <= 1 and (first == again).all()
