"""A border is no doubt, a grey half is: the same cases as tests/core/form/uncertainty.test.ts, which holds
the program to them."""

import numpy as np
import pytest

from evaluation.doubt import doubt

FAR = 0.06  # src/core/form/uncertainty.ts


def disc(size: int, ramp: float, grey: float = 1) -> np.ndarray:
    """A disc whose border falls off over `ramp` pixels, with `grey` in the left half of it."""
    y, x = np.mgrid[:size, :size]
    inside = np.clip(0.5 + (size * 0.3 - np.hypot(x - size / 2, y - size / 2)) / ramp, 0, 1)
    return np.where(x < size / 2, inside * grey, inside)


@pytest.mark.parametrize("size", [256, 512])
def test_a_soft_border_is_no_doubt_and_a_grey_half_is(size):
    assert doubt(disc(size, 1)) < FAR
    assert doubt(disc(size, size / 64)) < FAR
    assert doubt(disc(size, 1, 0.4)) > FAR


def test_nothing_covered_is_no_division_by_nothing():
    assert doubt(np.zeros((256, 256))) == 0
