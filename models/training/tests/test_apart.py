"""How far pictures are from path-traced ones: by hand, on two parts."""

from pathlib import Path

import numpy as np
import pytest
import torch

from evaluation.apart import row, table
from evaluation.truths import Truth


def two_parts() -> Truth:
    part = np.ones((8, 8), int)
    part[:, 4:] = 2
    nothing = torch.zeros(1)
    inside, stuff = np.ones((8, 8), bool), ["glass", "wood"]
    return Truth("0000", np.zeros((8, 8, 4)), None, (nothing,), part, inside, stuff, "soft", 1)


def test_a_part_that_is_only_too_dark_is_right_once_its_fill_is_given():
    truth = two_parts()
    wanted = np.full((8, 8, 3), 0.5)
    wanted[::2, 4:] = 0.6  # wood has a grain of light
    dark = wanted.copy()
    dark[:, :4] = 0.3
    path = Path("0000.npz")
    rows = {"before": {path: row(truth, wanted, dark)}, "now": {path: row(truth, wanted, wanted)}}
    found = rows["before"][path]
    assert found["apart"][found["part"] == 0].min() > 10 and found["given"].max() < 1e-6
    assert found["lighter"][found["part"] == 0].mean() < -15
    assert found["true"][found["part"] == 1].mean() > 1 > found["true"][found["part"] == 0].mean()
    lines = table(rows, {path: truth}).splitlines()
    groups = {line.split(" (")[0].strip("| ") for line in lines[2:]}
    assert groups == {"all", "all but glass", "soft, but glass", "glass", "wood"}
    of_wood = next(line for line in lines if "| wood" in line).split(" | ")
    assert [float(cell) for cell in of_wood[1:3]] == pytest.approx([0, 0])
