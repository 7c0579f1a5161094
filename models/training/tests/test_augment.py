"""A pair moved, turned and mirrored -> a sample whose normals, rims and edges still fit the drawing."""

from dataclasses import replace

import numpy as np
import pytest
from tiny import dyed, pair

from learning.augment import CLEAN, RIM_WEIGHT, sample
from learning.channels import PAPER, SQUARE
from learning.config import Augment
from learning.painted import edges, mirrored
from learning.warp import move
from light.lit import picture


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
