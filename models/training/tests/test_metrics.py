"""Each measure says nothing is wrong with the truth itself, and more is wrong with what is further from
it."""

import cv2
import numpy as np
import pytest

from evaluation import metrics
from evaluation.distribution import c2st, kid


def scene(shift: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A red box on the left half of a blue one, over white: picture uint8 [3, 256, 256], part, coverage."""
    part = np.zeros((256, 256), np.uint8)
    part[60:200, 50 + shift : 200 + shift] = 1
    part[100:160, 60 + shift : 110 + shift] = 2
    colours = np.array([[255, 255, 255], [40, 60, 180], [200, 50, 40]], np.uint8)
    shade = np.linspace(1, 0.7, 256)[None, :, None]
    return (
        np.where(part[..., None] > 0, colours[part] * shade, 255).astype(np.uint8).transpose(2, 0, 1),
        part,
        (part > 0).astype(np.uint8) * 255,
    )


def test_the_truth_is_perfect():
    picture, part, coverage = scene()
    row = metrics.judged(picture, picture, part, coverage)
    assert (
        row["MS-SSIM"] == pytest.approx(1)
        and row["L1"] == 0
        and row["ΔE00"] == 0
        and row["L1, fills given"] == 0
    )
    drawn = metrics.border(part > 0) | metrics.border(part == 2)
    lines = metrics.outlined(picture, metrics.not_white(picture), coverage, drawn)
    assert lines["alpha IoU"] == 1 and lines["border F"] == 1 and lines["Chamfer"] < 1


def test_further_is_worse():
    truth, part, coverage = scene()
    drawn = metrics.border(part > 0)
    near, far = (metrics.judged(scene(s)[0], truth, part, coverage) for s in (2, 12))
    assert near["MS-SSIM"] > far["MS-SSIM"] + 0.02 and near["L1"] < far["L1"] and near["ΔE00"] < far["ΔE00"]
    near, far = (
        metrics.outlined(scene(s)[0], metrics.not_white(scene(s)[0]), coverage, drawn) for s in (2, 12)
    )
    assert near["alpha IoU"] > far["alpha IoU"] and near["Chamfer"] < far["Chamfer"]
    assert near["border F"] == 1 > far["border F"]  # two pixels are within its tolerance


def test_l1_and_delta_e_are_what_they_say():
    truth = np.full((3, 256, 256), 100, np.uint8)
    part = np.ones((256, 256), np.uint8)
    row = metrics.judged(truth + 10, truth, part, part * 255)
    assert row["L1"] == 10 and row["L1, fills given"] == 0
    assert 3 < row["ΔE00"] < 5  # ten steps of grey are about four of lightness


def test_ms_ssim_forgives_brightness_more_than_structure():
    rng = np.random.default_rng(0)
    truth = cv2.GaussianBlur(rng.integers(0, 255, (256, 256, 3), np.uint8), (0, 0), 3).transpose(2, 0, 1)
    brighter = np.clip(truth.astype(int) + 8, 0, 255).astype(np.uint8)
    noisy = np.clip(truth + rng.normal(0, 8, truth.shape), 0, 255).astype(np.uint8)
    assert metrics.ms_ssim(brighter, truth) > metrics.ms_ssim(noisy, truth) + 0.01


def test_fills_that_are_given_take_a_wrong_colour_away_and_leave_wrong_shading():
    truth, part, _ = scene()
    wrong = truth.copy()
    wrong[:, part == 2] = 255 - wrong[:, part == 2] // 2
    given = metrics.with_fills(wrong, truth, part)
    assert np.abs(given[:, part == 2].mean(1) - truth[:, part == 2].mean(1)).max() < 2
    assert (given[:, part == 1] == truth[:, part == 1]).all() and (
        given[:, part == 2] != truth[:, part == 2]
    ).any()


def test_an_empty_picture_has_no_object():
    truth, part, coverage = scene()
    white = np.full_like(truth, 255)
    row = metrics.outlined(white, metrics.not_white(white), coverage, metrics.border(part > 0))
    assert row["alpha IoU"] == 0 and row["border F"] == 0 and row["Chamfer"] == metrics.FAR / 2


def test_kid_is_unbiased_and_sees_a_shift():
    """Sets that belong together row by row: no bias below 0, which the usual estimator would have here."""
    rng = np.random.default_rng(0)
    found = []
    for _ in range(40):
        true = rng.normal(size=(40, 16))
        found.append(
            kid(true * 0.8 + 0.6 * rng.normal(size=true.shape), true)[0]
        )  # the same distribution, correlated
    assert abs(np.mean(found)) < 4 * np.std(found) / np.sqrt(40)
    true = rng.normal(size=(100, 16))
    shifted, error = kid(true + 0.7, true)
    assert shifted > 5 * error > 0 and kid(true, true)[0] == 0


def test_c2st_is_half_for_the_same_and_one_for_others():
    rng = np.random.default_rng(1)
    true = rng.normal(size=(150, 300))
    assert c2st(true, true) == pytest.approx(0.5, abs=0.01)
    assert abs(c2st(rng.normal(size=true.shape), true) - 0.5) < 0.1
    moved = true.copy()
    moved[:, 0] += 30
    assert c2st(moved, true) > 0.97
