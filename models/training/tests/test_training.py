"""Tiny training runs on synthetic pairs: what learning/train.py writes can be resumed, exported, and run
outside PyTorch."""

import gzip
import json
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from synthetic import pair as made

from data.pairs import ORDER_1, Pairs, packed, unpacked, write_shard
from evaluation.evaluate import load_onnx
from export import generator as exporting
from export import parity as comparing
from export.card import read_card
from export.generator import export
from export.quantise import quantise
from learning.augment import CLEAN, RIM_WEIGHT, move, sample
from learning.checkpoint import load_checkpoint
from learning.config import CLASSIC, CONFIGS, PAPER, SQUARE, Augment, Realize, Vanilla
from learning.dataset import Mixture, edges, edges_and_picture, loader, mirrored
from learning.recipe import build_generator
from learning.recipes import build_recipe
from learning.train import parse, train
from learning.validation import as_model, measure
from light.lit import picture
from networks.pix2pix import Rise, physical
from networks.vanilla import PatchGAN70, UNet256, norm

TINY = Realize(fine=4, channels=(8, 8, 16, 16, 16), critic=(8, 8), batch=2, crop=0.25, warm=1)


def pair(seed: int) -> dict[str, np.ndarray]:
    """As Pairs gives it back."""
    return unpacked(packed(made(seed)))


def look(maps: dict[str, np.ndarray]) -> dict:
    """Each part's material and colour, as a scene tells them."""
    count = int(maps["part"].max())
    return {"materials": ["matte_plastic"] * count, "colours": [[0.8, 0.3, 0.2]] * count}


def dyed(seed: int) -> dict:
    return {**pair(seed), "meta": look(pair(seed))}


@pytest.fixture(scope="module")
def shards(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("pairs")
    for split, seeds in (("train", range(6)), ("held", range(100, 103))):
        meta = lambda seed: {"seed": seed, "family": "mesh:ball" if seed % 3 == 0 else "ball", "held": None}
        write_shard(
            folder / split / "a", [(maps, meta(seed) | look(maps)) for seed in seeds for maps in [made(seed)]]
        )
    return folder


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


def test_export_refuses_weights_that_int8_would_spoil(tmp_path, monkeypatch):
    torch.manual_seed(0)
    generator = build_generator(TINY)
    monkeypatch.setattr(comparing, "TURN_LIMIT", 1e-4)
    with pytest.raises(AssertionError, match="int8 turns normals by"):
        export(TINY, generator, tmp_path / "spoilt.onnx", training={}, metrics={})
    assert not (tmp_path / "spoilt.onnx").exists()


def test_a_card_refuses_a_file_that_is_not_its_own(tmp_path):
    export(TINY, build_generator(TINY), tmp_path / "x.onnx", training={}, metrics={})
    (tmp_path / "x.onnx").write_bytes(b"other")
    with pytest.raises(AssertionError, match="the card says"):
        read_card(tmp_path / "x.json")


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


def test_vanilla_is_the_papers_network_and_trains():
    count = lambda net: sum(p.numel() for p in net.parameters())
    assert (
        count(UNet256(inside=3)) == 54_414_531 + 4_928
    )  # the well-known count leaves out the biases before batch norm
    assert PatchGAN70()(torch.zeros(1, 4, 256, 256)).shape == (1, 1, 30, 30)
    config = Vanilla(width=4)
    recipe = build_recipe(config, torch.device("cpu"))
    batch = {
        name: tensor[None]
        for name, tensor in edges_and_picture(dyed(1), np.random.default_rng(0), config).items()
    }
    first = recipe.step(batch, 0.0)
    for _ in range(5):
        last = recipe.step(batch, 0.0)
    assert last["l1"] < first["l1"]


def test_instance_norm_is_the_papers_batch_norm_at_batch_1():
    torch.manual_seed(0)
    x, ours, papers = torch.randn(1, 6, 5, 5), norm(6), torch.nn.BatchNorm2d(6).train()
    assert torch.allclose(ours(x), papers(x), atol=1e-6)


def test_a_mirrored_pair_is_lit_from_the_same_side():
    ball = dyed(2)
    there, back = mirrored(ball), mirrored(mirrored(ball))
    assert (back["normal"] == ball["normal"]).all() and (there["part"] == ball["part"][:, ::-1]).all()
    assert (there["normal"][0] == 255 - ball["normal"][0][:, ::-1]).all()
    assert not (picture(there) == picture(ball)[..., ::-1]).all()


def test_edges_are_as_wide_as_the_card_says():
    line = {name: np.full((512, 512), 255, np.uint8) for name in ("crease", "mark")}
    away = np.abs(np.arange(512) - 255.5)
    line["contour"] = np.broadcast_to(np.minimum(away * 8, 255).astype(np.uint8), (512, 512))
    ink = edges(line, PAPER.size)
    assert ink.shape == (256, 256) and abs(ink[100].sum() - PAPER.stroke) < 0.1 and ink.max() <= 1
    old = {name: value[::2, ::2] for name, value in line.items()}
    assert abs(edges(old, PAPER.size)[100].sum() - PAPER.stroke) < 0.3


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


def test_coarse_weights_pack_into_fewer_bits():
    weight = np.random.default_rng(0).normal(0, 0.02, (128, 64, 4, 4)).astype(np.float32)
    node = onnx.helper.make_node("Conv", ["x", "w"], ["y"], kernel_shape=[4, 4])
    value = lambda name, shape: onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape)
    graph = onnx.helper.make_graph(
        [node],
        "g",
        [value("x", [1, 64, 8, 8])],
        [value("y", [1, 128, 5, 5])],
        [onnx.numpy_helper.from_array(weight, "w")],
    )
    plain = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)])
    bits = lambda model: 8 * len(gzip.compress(model.SerializeToString(), 9)) / weight.size
    fine, coarse = quantise(plain), quantise(plain, coarse=0.5)
    assert bits(fine) > 7 and bits(coarse) < 4
    stored = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in coarse.graph.initializer}
    error = stored["w.int8"] * stored["w.scale"] - weight
    assert np.sqrt((error**2).mean()) < 0.16 * weight.std()


def test_normals_turn_with_the_picture():
    """A face that looks up the page (+y), turned clockwise by 10°, looks a little to the right (+x);
    mirrored, left."""
    flat = {
        name: np.full((256, 256), 255, np.uint8)
        for name in ("contour", "crease", "mark", "occlusion", "coverage")
    }
    flat |= {name: np.zeros((256, 256), np.uint8) for name in ("thickness", "shadow", "part")}
    flat["normal"] = np.stack([np.full((256, 256), value, np.uint8) for value in (128, 255, 128)])
    marked = {**flat, "contour": flat["contour"].copy()}
    marked["contour"][20:22, 126:130] = 0  # a dot above the middle, to see which way the page turned
    seen = set()
    for seed in range(40):
        moved = move(marked, np.random.default_rng(seed), replace(Augment(), scale=(1, 1), shift=0), 256)
        x = float(moved["normal"][0, 128, 128]) - 127.5
        dot = float(np.nonzero(moved["contour"] < 1)[1].mean()) - 127.5
        if abs(dot) > 4:
            assert np.sign(x) == np.sign(dot), (seed, x, dot)
            assert abs(x / 127.5 - dot / 106.5) < 0.03, (seed, x, dot)
            seen.add(np.sign(dot))
    assert seen == {-1, 1}


def test_mirroring_negates_normal_x():
    ball = pair(0)
    for seed in range(20):
        moved = move(
            ball,
            np.random.default_rng(seed),
            replace(Augment(), rotate=0, scale=(1, 1), shift=0),
            SQUARE.size,
        )
        if (moved["coverage"] == ball["coverage"][:, ::-1]).all():
            wanted = 255 - ball["normal"][0][:, ::-1].astype(int)
            assert np.abs(moved["normal"][0].astype(int) - wanted)[ball["coverage"][:, ::-1] > 0].max() <= 1
            return
    pytest.fail("none of 20 seeds mirrored")


def test_blank_paper_is_nothing_and_the_rim_counts_less():
    drawing, truth = sample(pair(0), np.random.default_rng(0), replace(CLEAN, blank=1.0, unknown=0.0))
    assert drawing.max() == 0 and truth[5:].max() == 0
    _, truth = sample(pair(0), np.random.default_rng(0), None)
    assert set(np.unique(truth[7])) == {0, RIM_WEIGHT, 255}
    assert (truth[7] > 0).sum() > (truth[6] > 127).sum()


def test_a_drawing_without_silhouette_says_unknown():
    drawing, _ = sample(pair(0), np.random.default_rng(0), None, known=False)
    assert (drawing[1] == SQUARE.unknown).all() and drawing[0].max() == 1


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


def test_folding_keeps_what_a_rise_computes():
    torch.manual_seed(0)
    rise = Rise(6, 5, normed=True)
    x = torch.randn(4, 6, 8, 8)
    for _ in range(5):
        rise(x)
    rise.eval()
    wanted = rise(x)
    rise.fold()
    assert torch.allclose(rise(x), wanted, atol=1e-5)
    assert torch.allclose(
        physical(torch.randn(1, 7, 4, 4))[:, :3].norm(dim=1), torch.ones(1, 4, 4), atol=1e-3
    )
