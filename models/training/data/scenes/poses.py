# in: parts and printed marks; out: the same, turned and shifted together.
from __future__ import annotations

from dataclasses import replace

import numpy as np

from .curves import Vector
from .placing import moved
from .subject import Decal, Part


def posed(parts: list[Part], decals: list[Decal], turn: np.ndarray | None = None, by: Vector = (0, 0, 0)) -> tuple[list[Part], list[Decal]]:
    """Turned about the origin by the rotation [3, 3], then shifted."""
    turn, by = np.eye(3) if turn is None else turn, np.asarray(by, float)
    for part in parts:
        moved(part.object, by, turn=turn)
    return parts, [replace(d, origin=turn @ d.origin + by, right=turn @ d.right, up=turn @ d.up) for d in decals]
