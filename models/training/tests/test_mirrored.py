"""The second glance: what it averages and leaves; src/core/form/glance.ts is held to these numbers."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from onnxruntime import InferenceSession
from tiny import TINY

from evaluation.evaluate import load_onnx, twice
from evaluation.look import looked
from export.card import read_card
from export.parity import practice
from export.shipped import export
from learning.recipe import build_generator
from networks.mirrored import mirrored, steadied


def leaning(drawing: np.ndarray) -> np.ndarray:
    """Finds the same in every drawing: it leans right, with ridges two pixels broad."""
    side = drawing.shape[3]
    form = np.zeros((1, 7, side, side), np.float32)
    form[:, 0] = 0.6 + 0.1 * (np.arange(side) % 2 * 2 - 1)
    form[:, 2] = np.sqrt(1 - form[:, 0] ** 2)
    return form


def test_what_leans_right_in_the_drawing_and_in_its_mirror_faces_the_viewer_and_keeps_its_ridges():
    drawing = np.zeros((1, 2, 320, 320), np.float32)
    once, after = leaning(drawing)[0, 0], twice(leaning)(drawing)[0]
    assert abs(after[0].mean()) < 0.02 < once.mean() and after[0].std() > 0.9 * once.std()
    assert np.allclose(np.linalg.norm(after[:3], axis=0), 1, atol=1e-4)
    draft = np.zeros((1, 2, 256, 256), np.float32)
    assert np.array_equal(twice(leaning)(draft), leaning(draft))


def test_a_glance_is_mirrored_and_keeps_the_values_of_hints():
    drawing = torch.zeros(1, 3, 320, 320)
    drawing[:, :, :, :160] = torch.tensor([1.0, 1.0, 3.0])[None, :, None, None]
    seen = mirrored(drawing, 2)
    assert seen.shape == (1, 3, 256, 256) and set(seen[:, 2].unique().tolist()) == {0.0, 3.0}
    assert seen[0, :, :, :100].max() == 0 and seen[0, 2, :, -100:].min() == 3


def test_the_numbers_that_the_program_is_held_to():
    ramp = lambda side: torch.arange(7 * side * side).reshape(1, 7, side, side) / (7 * side * side)
    drawing = torch.arange(3 * 320.0 * 320).reshape(1, 3, 320, 320) % 7
    seen = mirrored(drawing, 2)
    assert seen[0, :, 3, 5].tolist() == pytest.approx(SEEN, abs=1e-4)
    assert steadied(ramp(320), ramp(256))[0, :, 100, 30].tolist() == pytest.approx(STEADY, abs=1e-4)


SEEN = [3.875, 0.875, 0.0]
STEADY = [-0.00053, 0.49381, 0.86956, 0.47346, 0.61632, 0.75897, 0.90183]


class LeftIsWood(InferenceSession):
    """Says so of every drawing."""

    def __init__(self):
        pass

    def run(self, output_names, input_feed, run_options=None):
        cells = input_feed["drawing"].shape[-1] // 8
        look = np.zeros((1, 5, cells, cells), np.float32)
        look[..., : cells // 2] = 1
        return [look]


def test_the_look_is_the_mean_of_both_and_of_drafts_the_first():
    card = {"look": {"tensor": "look"}, "input": {"glance": 256}}
    says = lambda card, side: looked(LeftIsWood(), card, np.zeros((1, 2, side, side), np.float32))
    assert np.allclose(says(card, 320)[..., :18], 0.5) and np.allclose(says(card, 320)[..., -18:], 0.5)
    assert says(card, 256)[..., 0].max() == 1 and says(card, 256)[..., -1].max() == 0
    assert says(card | {"input": {}}, 320).shape == (5, 40, 40) and says(card | {"input": {}}, 320).max() == 1


def test_the_card_wants_the_glance_that_its_recipe_asks_for(tmp_path):
    torch.manual_seed(0)
    config = replace(TINY, mirrored=True)
    for side, glance in ((320, 256), (256, None)):
        export(config, build_generator(config), tmp_path / "x.onnx", training={}, metrics={}, side=side)
        assert read_card(tmp_path / "x.json")["input"].get("glance") == glance
        drawing = practice(2, 256, 1)
        drawing = np.pad(drawing, ((0, 0), (0, 0), (32, 32), (32, 32)))
        model = load_onnx(tmp_path / "x.onnx")
        (tmp_path / "x.json").rename(tmp_path / "away.json")
        once = load_onnx(tmp_path / "x.onnx")(drawing)
        assert np.array_equal(once, model(drawing)) == (glance is None)
