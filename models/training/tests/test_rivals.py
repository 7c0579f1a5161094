"""The forms of drawing programs on shapes whose form is known."""

import numpy as np
import pytest

from evaluation.rivals import dome, extruded, inflated, pieces

SIDE = 64


def disc(radius: float, *, at: tuple[float, float] = (31.5, 31.5)) -> np.ndarray:
    y, x = np.mgrid[:SIDE, :SIDE]
    return np.hypot(x - at[0], y - at[1]) < radius


def maps(*parts: np.ndarray) -> dict[str, np.ndarray]:
    """Later parts lie on earlier ones."""
    part = np.zeros((SIDE, SIDE), np.uint8)
    for name, mask in enumerate(parts):
        part[mask] = name + 1
    return {"part": part, "coverage": np.where(part > 0, 255, 0).astype(np.uint8)}


def test_a_disc_becomes_half_a_ball_and_a_small_one_a_small_ball():
    two = disc(16, at=(20, 31)) | disc(6, at=(52, 31))
    height = dome(two)
    assert height[31, 20] == pytest.approx(16, abs=1) and height[31, 52] == pytest.approx(6, abs=1)
    assert height[31, 12] == pytest.approx(np.sqrt(16**2 - 8**2), abs=1.5)
    assert height[0, 0] == 0


def test_inflated_faces_turn_away_from_the_middle():
    normal = inflated(maps(disc(24)), {"silhouette": 1.0, "part": 0.0})
    assert np.allclose(np.linalg.norm(normal, axis=0), 1, atol=1e-5)
    right, up = normal[:, 31, 47], normal[:, 15, 31]
    assert right[0] > 0.4 and abs(right[1]) < 0.15
    assert up[1] > 0.4 and abs(up[0]) < 0.15
    assert normal[2, 31, 31] > 0.99


def test_a_part_on_another_has_a_dome_of_its_own():
    both = maps(disc(28), disc(8))
    flat = {"silhouette": 0.0, "part": 1.0}
    assert inflated(both, flat)[0, 31, 36] > 0.2
    assert inflated(both, {"silhouette": 0.0, "part": 0.0})[2].min() == 1


def test_extruded_faces_are_flat_but_for_a_rim():
    normal = extruded(maps(disc(28)), {"width": 0.1, "slope": 1.0})
    assert normal[2, 20:44, 20:44].min() == 1
    assert normal[0, 31, 56] == pytest.approx(np.sqrt(0.5), abs=0.05)


def test_specks_are_no_parts():
    assert len(pieces(maps(disc(20), disc(4)))) == 2
    tiny = maps(disc(20))
    tiny["part"] = np.kron(tiny["part"], np.ones((8, 8), np.uint8))
    tiny["part"][0, :8] = 9
    assert len(pieces(tiny)) == 1
