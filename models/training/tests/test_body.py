"""A body stretched along its own axes: its normals stay at right angles to its faces, whatever the view."""

from typing import Any

import numpy as np
import pytest

from data.body import Body, area_vectors
from data.shaping import shaped

# an octahedron's: no face lies along an axis, so that every normal turns
TRIPLES = [(0, 2, 4), (2, 1, 4), (1, 3, 4), (3, 0, 4), (2, 0, 5), (1, 2, 5), (3, 1, 5), (0, 3, 5)]
TIPS = np.array([[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]], float)


def octahedron() -> Body:
    return shaped(
        TIPS, np.array(TRIPLES), np.zeros(8, int), names=["gem"], materials=["glass"], colours=[(1, 1, 1)],
        smooth_angle=10.0,
    )  # fmt: skip


def test_faces_stay_flat_and_normals_stand_on_them():
    body = octahedron().stretched(np.array([1.0, 0.5, 2.0]))
    cross = area_vectors(body.vertices, body.triangles)
    face = cross / np.linalg.norm(cross, axis=1, keepdims=True)
    assert np.allclose(body.normals, face[:, None], atol=1e-6)
    assert np.allclose(body.faces(), face, atol=1e-6)  # not those remembered before


def test_the_greatest_length_is_kept():
    body = octahedron()
    body.heights()
    long = body.stretched(np.array([1.0, 0.5, 2.0]))
    assert np.allclose(np.ptp(long.vertices, axis=0), [1.0, 0.5, 2.0])
    assert not np.allclose(long.heights(), body.heights())


def test_what_is_printed_on_is_refused():
    body = octahedron()
    print_on_it: Any = object()
    body.decals = [print_on_it]
    with pytest.raises(AssertionError, match="print"):
        body.stretched(np.ones(3))
