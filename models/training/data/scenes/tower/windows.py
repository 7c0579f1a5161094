# in: a wall's size and look; out: its windows in rows: flush, sunk, framed, with round or pointed heads.
from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np

from ..curves import arc, rectangle
from ..faces import BACK, FRONT, OTHER_SIDE, SIDE, Face, Solid
from ..house.openings import PANE
from ..joinery import cut, inlay, merge
from ..palette import neutral
from ..slabs import frame, slab
from ..subject import Part

NAME = "tower"
FACES = (FRONT, SIDE, OTHER_SIDE, BACK)
BROAD = (True, False, False, True)  # which of FACES are as wide as the building, not as deep


def place(x: float, z: float, y: float, face: Face) -> np.ndarray:
    right, up = (np.asarray(v, float) for v in face)
    return right * x + up * z + np.cross(right, up) * y


class Openings:
    """Windows of one look, collected for a wall: flush panels, sunk panes, or framed plates."""

    def __init__(self, rng: random.Random, style: str | None = None) -> None:
        self.style = style or rng.choice(("flush", "flush", "flush", "sunk", "framed"))
        self.edge = rng.uniform(0.012, 0.03)
        self.spots: list[tuple[np.ndarray, float, float, float, Face]] = []
        self.glass, self.frame_colour = rng.choice((*PANE, (0.25, 0.4, 0.55), (0.4, 0.62, 0.72))), neutral(rng)

    def add(self, outline: np.ndarray, x: float, z: float, y: float, face: Face = FRONT) -> None:
        self.spots.append((np.asarray(outline, float), x, z, y, face))

    def parts(self, walls: Solid, prefix: str = "") -> list[Part]:
        if not self.spots:
            return []
        name = f"{prefix}windows"
        if self.style == "framed":
            panes = [slab("pane", o, 0.024, place(x, z, y - 0.02, face), face) for o, x, z, y, face in self.spots]
            rims = [frame("rim", o * (1 + 2 * self.edge / np.ptp(o, axis=0)), o * 0.97, 0.05, place(x, z, y - 0.02, face), face) for o, x, z, y, face in self.spots]
            return [Part(name, merge(name, *panes), "glass", self.glass), Part(f"{prefix}frames", merge(f"{prefix}frames", *rims), "matte_plastic", self.frame_colour)]
        tools = merge("tool", *[slab("tool", o, 0.5, place(x, z, y - 0.05, face), face) for o, x, z, y, face in self.spots])
        if self.style == "flush":
            return [Part(name, inlay(name, walls, tools), "glass", self.glass)]
        cut(walls, tools)
        panes = [slab("pane", o * 0.999, 0.012, place(x, z, y - 0.06, face), face) for o, x, z, y, face in self.spots]
        return [Part(name, merge(name, *panes), "glass", self.glass)]


def rows(openings: Openings, w: float, low: float, high: float, columns: int, floors: int, y: float, face: Face, fill: tuple[float, float], shape: Callable[[float, float], np.ndarray] = rectangle) -> None:
    """A grid of windows on the wall from -w/2 to w/2; `fill` is their share of a cell."""
    for c in range(columns):
        for f in range(floors):
            size = (fill[0] * w / columns, fill[1] * (high - low) / floors)
            openings.add(shape(*size), (c + 0.5) * w / columns - w / 2, low + (f + 0.5) * (high - low) / floors, y, face)


def arched(w: float, h: float) -> np.ndarray:
    w = min(w, 0.8 * h)
    return np.vstack([[(-w / 2, -h / 2), (w / 2, -h / 2)], arc(w / 2, 0, 180, 14, (0, h / 2 - w / 2))])


def pointed(w: float, h: float) -> np.ndarray:
    w = min(w, 0.6 * h)
    left, right = arc(w, 0, 60, 9, (-w / 2, h / 2 - 0.87 * w)), arc(w, 120, 180, 9, (w / 2, h / 2 - 0.87 * w))
    return np.vstack([[(-w / 2, -h / 2), (w / 2, -h / 2)], left, right[1:]])
