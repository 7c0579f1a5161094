# in: a plan; out: prisms and roofs, gabled or hipped.
from __future__ import annotations

import numpy as np

from ..curves import Points, Vector
from ..faces import FRONT, SIDE, Face, Solid
from ..shapes import solid
from ..slabs import slab

NAME = "house"


def prism(name: str, outline: Points, depth: float, at: Vector, face: Face = FRONT) -> Solid:
    """A sharp-edged extrusion; `at` is the middle of its depth."""
    right, up = (np.asarray(v, float) for v in face)
    out = np.cross(right, up)
    return slab(name, outline, depth, np.asarray(at, float) - out * depth / 2, face, sharp=15)


def gable(name: str, w: float, d: float, z: float, rise: float, over: float, thick: float, along: str) -> Solid:
    """Two slopes of an even thickness, ridge along x or y, eaves hanging over by `over`."""
    span = (d if along == "x" else w) / 2
    drop = rise / span * over
    outline = [(-span - over, z - drop), (0, z + rise), (span + over, z - drop), (span + over, z - drop + thick), (0, z + rise + thick * 1.1), (-span - over, z - drop + thick)]
    return prism(name, outline, (w if along == "x" else d) + 2 * over, (0, 0, 0), SIDE if along == "x" else FRONT)


def hip(name: str, w: float, d: float, z: float, rise: float, over: float, ridge: float) -> Solid:
    """Four slopes from a flat eaves board to a ridge along x (0: a pyramid)."""
    a, b, r, e = w / 2 + over, d / 2 + over, max(ridge, 0.01) / 2, 0.05
    v = [(-a, -b, z), (a, -b, z), (a, b, z), (-a, b, z), (-a, -b, z + e), (a, -b, z + e), (a, b, z + e), (-a, b, z + e), (-r, 0, z + rise), (r, 0, z + rise)]
    quads = [(0, 3, 2, 1), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7), (4, 5, 9, 8), (6, 7, 8, 9)]
    return solid(name, v, [np.array(quads), np.array([(5, 6, 9), (7, 4, 8)])], 20)
