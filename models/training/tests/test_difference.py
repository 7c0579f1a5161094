"""CIEDE2000 on the pairs that its authors published for the hard cases."""

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from evaluation.difference import delta_e, delta_e_lab

SHARMA = (  # Sharma, Wu, Dalal 2005, table 1
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, -1, 2), (50, 0, 0), 2.3669),
    ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
)


@pytest.mark.parametrize("first, second, wanted", SHARMA)
def test_published_pairs(first: tuple, second: tuple, wanted: float) -> None:
    assert delta_e_lab(np.array(first, float), np.array(second, float)) == pytest.approx(wanted, abs=1e-4)


def test_black_to_white_is_a_hundred_and_a_colour_to_itself_nothing() -> None:
    assert delta_e(np.zeros(3), np.ones(3)) == pytest.approx(100, abs=0.1)
    assert delta_e(np.array([0.9, 0.3, 0.2]), np.array([0.9, 0.3, 0.2])) == 0
