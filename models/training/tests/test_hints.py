"""Hints: what the truth says of a part's form, the drawing's third plane, and networks that take it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from tiny import dyed
from tiny import pair as made

from export.card import read_card
from export.shipped import export
from learning.augment import posed, sample
from learning.begin import begin_from
from learning.channels import HINTS
from learning.config import MATERIALS, REALIZE2_HINTS, Augment
from learning.hints import disc, fitted, hinted, kinds, of_truth, turned
from learning.recipe import build_generator
from learning.recipes import build_recipe
from learning.weights import opened, save_head_start

SIDE = 256
TINY = replace(REALIZE2_HINTS, fine=4, channels=(8, 8, 16, 16, 16), critic=(8, 8), warm=1)
WITHOUT = replace(TINY, hints=0.0)


def page() -> dict[str, np.ndarray]:
    """A ball (part 1), a face (2), a roof of two faces (3) and a dot (4)."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    normal = np.zeros((3, SIDE, SIDE), np.float32)
    normal[2] = 1
    part = np.zeros((SIDE, SIDE), np.uint8)
    u, v = (x - 70) / 50, (70 - y) / 50
    ball = u * u + v * v < 0.98
    normal[:, ball] = np.stack([u, v, np.sqrt(np.maximum(0, 1 - u * u - v * v))])[:, ball]
    part[ball] = 1
    part[20:120, 150:230] = 2
    part[150:230, 20:120] = 3
    normal[:, 150:230, 20:70] = np.array([-0.6, 0, 0.8])[:, None, None]
    normal[:, 150:230, 70:120] = np.array([0.6, 0, 0.8])[:, None, None]
    part[200:204, 200:204] = 4
    cover = np.where(part > 0, 255, 0).astype(np.uint8)
    return {"normal": np.round((normal + 1) * 127.5).astype(np.uint8), "part": part, "coverage": cover}


def test_the_truth_tells_round_flat_and_hollow_and_is_silent_where_it_is_neither():
    maps = page()
    assert kinds(maps)[:5].tolist() == [0, HINTS["round"], HINTS["flat"], 0, 0]
    ball = maps["part"] == 1
    maps["normal"] = turned(maps["normal"], ball)
    assert kinds(maps)[1] == HINTS["hollow"]
    assert (of_truth(maps)[ball] == HINTS["hollow"]).all() and (
        of_truth(maps)[~ball] != HINTS["hollow"]
    ).all()


def test_a_part_inside_out_looks_the_same_way_and_bends_the_other():
    maps = page()
    where = maps["part"] == 1
    once = turned(maps["normal"], where).astype(int)
    assert (once[:, ~where] == maps["normal"][:, ~where]).all()
    apart = once + maps["normal"] - 255  # x and y change their sign
    assert np.abs(apart[:2, where]).max() <= 2
    assert np.abs(once[2] - maps["normal"][2].astype(int))[where].max() <= 3
    tilted = np.array([0, 0.6, 0.8])[:, None, None]
    face = np.round((np.broadcast_to(tilted, (3, 8, 8)) + 1) * 127.5).astype(np.uint8)
    assert np.abs(turned(face, np.ones((8, 8), bool)).astype(int) - face).max() <= 1


def test_hints_lie_on_parts_and_say_what_their_normals_do():
    seen = set()
    for seed in range(12):
        maps = page()
        plane = hinted(maps, np.random.default_rng(seed), 1.0)
        found = kinds(maps)  # of the normals that are learnt
        for number in (1, 2):
            values = np.unique(plane[(maps["part"] == number) & (plane > 0)])
            assert len(values) == 0 or values.tolist() == [found[number]]
            seen |= set(values.tolist())
        assert plane[np.isin(maps["part"], (0, 3, 4))].max() == 0
    assert seen == {1.0, 2.0, 3.0}
    assert hinted(page(), np.random.default_rng(0), 0.0).max() == 0


def test_a_point_stays_within_its_part():
    where = page()["part"] == 1
    spot = disc(where, np.random.default_rng(3))
    assert 0 < spot.sum() < where.sum() / 2 and not (spot & ~where).any()


def test_hints_move_with_the_drawing():
    ball, how = made(5), Augment(blank=0, rotate=30)
    for seed in range(6):
        drawing, truth = sample(ball, np.random.default_rng(seed), how, side=SIDE, hints=1.0)
        assert drawing.shape == (3, SIDE, SIDE) and set(np.unique(drawing[2])) <= {0, *HINTS.values()}
        assert ((drawing[2] > 0) & (truth[6] < 100)).sum() <= 0.03 * (drawing[2] > 0).sum()
        moved = posed(ball, np.random.default_rng(seed), how, SIDE)
        assert not drawing[2][moved["part"] == 0].any()


def test_drawings_without_hints_are_what_they_were():
    drawing, truth = sample(made(2), np.random.default_rng(7), Augment(), side=SIDE)
    assert drawing.shape == (2, SIDE, SIDE)
    same, form = sample(made(2), np.random.default_rng(7), Augment(), side=SIDE, hints=0.0)
    assert (same == drawing).all() and (form == truth).all()


def test_a_network_that_gains_hints_begins_as_good_and_learns_them(tmp_path: Path):
    torch.manual_seed(0)
    before = build_generator(WITHOUT).eval()
    save_head_start(tmp_path / "start.pt", before.state_dict(), 100)
    before.load_state_dict(opened(tmp_path / "start.pt")[1])  # float16 by now
    recipe = build_recipe(TINY, torch.device("cpu"))
    begin_from(recipe, tmp_path / "start.pt")
    batch = {"drawing": torch.rand(2, 3, 64, 64), "truth": torch.randint(0, 256, (2, 8, 64, 64)).byte()}
    batch["material"] = torch.randint(0, len(MATERIALS), (2, 16, 16), dtype=torch.uint8)
    batch["colour"] = torch.rand(2, 3, 16, 16)
    hint = torch.full((2, 1, 64, 64), 3.0)
    both = lambda: [
        recipe.generator.eval()(torch.cat([batch["drawing"][:, :2], plane], 1)) for plane in (hint, hint * 0)
    ]
    with torch.no_grad():
        told, silent = both()
        assert torch.equal(told, silent) and torch.allclose(
            silent, before(batch["drawing"][:, :2]), atol=1e-5
        )
    recipe.generator.train()
    batch["drawing"][:, 2:] = hint
    for _ in range(2):
        recipe.step(batch, 0.0)
    with torch.no_grad():
        told, silent = both()
    assert not torch.equal(told, silent)


def test_a_head_start_with_hints_says_so_and_is_exported_with_a_third_channel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    generator = build_generator(TINY)
    save_head_start(tmp_path / "start.pt", generator.state_dict(), 100, hints=True)
    config, _, _ = opened(tmp_path / "start.pt")
    assert config == REALIZE2_HINTS
    maps = dyed(2)
    drawing, _ = sample(maps, np.random.default_rng(0), None, side=64, hints=1.0)
    export(TINY, generator, tmp_path / "hints.onnx", training={}, metrics={}, drawings=drawing[None], side=64)
    channels = read_card(tmp_path / "hints.json")["input"]["channels"]
    assert channels[2] == {"name": "hint", "range": [0.0, 3.0], "unknown": 0.0, "values": HINTS}


def test_who_takes_hints_gets_none_where_there_are_none():
    assert fitted(np.ones((1, 2, 4, 4)), 3)[:, 2].max() == 0
    for channels in (1, 2, 3):
        assert fitted(np.ones((1, channels, 4, 4)), channels).shape[1] == channels
