"""Waves of known periods on flat faces -> the periods that are found."""

from pathlib import Path

import numpy as np
import pytest
from synthetic import pair as made

from data.pairs import Pairs, write_shard
from evaluation.grid import GRID, PERIODS, WINDOW, flat_windows, peaks, power


def flat(maps: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The same drawing of a sheet that faces the camera."""
    normal = np.zeros_like(maps["normal"]) + np.array([128, 128, 255], np.uint8)[:, None, None]
    return maps | {"normal": normal, "coverage": np.full_like(maps["coverage"], 255)}


@pytest.fixture(scope="module")
def pairs(tmp_path_factory) -> Pairs:
    folder: Path = tmp_path_factory.mktemp("flat")
    write_shard(folder / "a", [(flat(made(seed)), {"seed": seed}) for seed in (1, 2)])
    return Pairs(folder)


def painted(period: int, height: float):
    """A model whose normals have smooth noise and, `height` high, stripes every `period` pixels."""
    rng = np.random.default_rng(0)

    def model(drawing: np.ndarray) -> np.ndarray:
        side = drawing.shape[-1]
        noise = np.cumsum(rng.normal(0, 0.01, (1, 7, side, side)), 3)
        return noise + height * np.cos(2 * np.pi * np.arange(side) / period)[:, None]

    return model


@pytest.mark.parametrize("period", PERIODS)
def test_stripes_are_found_at_their_period_alone(pairs, period):
    found, windows = peaks(painted(period, 0.3), pairs, [0, 1], side=256)
    assert windows == 2 * 49 and found[period][0] > 10 * GRID
    assert found[period][1] == pytest.approx(np.degrees(0.3 * 3**0.5), rel=0.1)  # so much in x, y and z
    assert all(found[other][0] < GRID for other in PERIODS if other != period)


def test_noise_without_a_period_is_no_grid(pairs):
    found, _ = peaks(painted(8, 0.0), pairs, [0, 1], side=256)
    assert all(value < GRID for value, _ in found.values())


def test_only_flat_faces_count():
    truth = np.full((8, 2 * WINDOW, 2 * WINDOW), 255, np.uint8)
    truth[0, WINDOW:] = np.arange(2 * WINDOW)  # bends
    truth[7, :WINDOW, -1] = 0  # leaves the object
    assert flat_windows(truth) == [(0, 0), (0, WINDOW // 2)]


def test_power_tells_the_two_directions_apart():
    stripes = np.broadcast_to(np.cos(2 * np.pi * np.arange(WINDOW) / 8), (3, WINDOW, WINDOW))
    along_x, along_y = power(stripes)
    assert along_x.argmax() == WINDOW // 8 and along_y[2:].max() < 1e-12  # 0 and 1 are the mean
