# in: a front's place and size; out: drawers and doors with their handles.
from __future__ import annotations

import random
from itertools import pairwise

import numpy as np

from ..curves import fillet, rectangle
from ..faces import FRONT, Solid
from ..joinery import cut, merge
from ..palette import Colour, Finish, metal, neutral, wood
from ..placing import moved, rotation
from ..shapes import ball, lathe, rod
from ..slabs import block, slab
from ..subject import Part

NAME = "desk"


def surface(rng: random.Random, colours: list[Colour]) -> tuple[str, tuple[float, float, float]]:
    """Wood, lacquer, or metal."""
    return rng.choice((("wood", wood(rng)), ("wood", wood(rng)), ("matte_plastic", rng.choice((colours[0], neutral(rng, True)))), ("glossy_plastic", colours[0]), ("brushed_metal", metal(rng))))


class Fronts:
    """Doors and drawers of one look before a carcass whose front is the plane y."""

    def __init__(self, rng: random.Random, y: float, colours: list[Colour], body: Finish) -> None:
        self.rng, self.y, self.colours = rng, y, colours
        self.kind = rng.choice(("proud", "proud", "flush", "flush", "sunk", "framed"))
        self.gap, self.soft = rng.uniform(0.008, 0.016), rng.choice((0.0, 0.0, 0.015))
        self.handle = rng.choice(("knob", "knob", "bar", "bar", "bar", "cup", "slot", "none", "plate"))
        self.long, self.thick = rng.uniform(0.08, 0.2), rng.uniform(0.008, 0.013)
        self.material = rng.choice((body, body, ("matte_plastic", colours[1]), ("wood", wood(rng))))
        self.metal = rng.choice((("brushed_metal", metal(rng)), ("polished_metal", metal(rng)), ("matte_plastic", neutral(rng, False)), ("leather", (0.5, 0.32, 0.2))))
        self.leaves: list[Solid] = []
        self.grips: list[Solid] = []
        self.holes: list[Solid] = []

    def add(self, x: float, z: float, w: float, h: float, upright: int = 0) -> None:
        """A front with its middle at (x, z); upright ±1: a door whose handle sits at that side, 0: a drawer."""
        w, h = w - self.gap, h - self.gap
        shape = rectangle(w, h, self.soft)
        stand = {"proud": 0.018, "flush": 0.0, "sunk": -0.014, "framed": 0.01}[self.kind]
        if self.kind in ("flush", "sunk"):
            self.holes.append(slab("tool", rectangle(w + self.gap, h + self.gap, self.soft), 1, (x, self.y + 0.03, z), FRONT))
        face = self.y - stand
        leaf = slab("front", shape, 0.024 + stand, (x, self.y + 0.024, z), FRONT, 0.003, 2)
        if self.kind == "framed" and min(w, h) > 0.12:
            edge = min(0.05, 0.2 * min(w, h))
            cut(leaf, slab("tool", rectangle(w - 2 * edge, h - 2 * edge), 1, (x, face + 0.006, z), FRONT))
            face = face + 0.006 if self.handle in ("cup", "plate", "slot") and not upright else face
        if self.handle == "slot":
            size = (0.05, min(0.16, 0.3 * h)) if upright else (min(0.16, 0.4 * w), 0.035)
            at = (x + upright * (w / 2 - 0.06), z + (0 if upright else 0.28 * h))
            cut(leaf, slab("tool", rectangle(*size, 0.016), 1, (at[0], face + 0.012, at[1]), FRONT))
        self.leaves.append(leaf)
        if not upright:
            places = (-0.25 * w, 0.25 * w) if w > 0.7 and self.handle in ("knob", "plate") else (0.0,)
            for dx in places:
                self.grip(x + dx, z + (0.15 * h if self.handle == "cup" else 0), face, False, min(self.long, 0.4 * w))
        else:
            self.grip(x + upright * (w / 2 - 0.045), z, face, True, min(self.long, 0.35 * h))

    def grip(self, x: float, z: float, y: float, upright: bool, long: float) -> None:
        t = self.thick
        if self.handle == "knob":
            wall = fillet([(0.011, -0.01), (0.011, 0.014), (0.024, 0.024), (0.024, 0.036), (0.002, 0.042)], 0.005, 3, closed=False)
            self.grips.append(moved(lathe("knob", wall, 32), (x, y, z), turn=rotation("x", 90)))
        elif self.handle == "bar":
            line = fillet([(-long / 2, 0.01), (-long / 2, -0.04), (long / 2, -0.04), (long / 2, 0.01)], 0.012, 5, closed=False)
            p = np.stack([line[:, 0], line[:, 1], 0 * line[:, 0]], 1)
            p = p[:, [2, 1, 0]] if upright else p
            self.grips.append(rod("bar", p + (x, y, z), t, 12, ends=0))
        elif self.handle == "cup":
            cap = ball("cup", (min(long, 0.13), 0.06, 0.06), (x, y, z))
            self.grips.append(cut(cap, block("tool", (1, 1, 0.1), (x, y, z - 0.055), 0.001)))
        elif self.handle == "plate":
            size = (0.02, min(long, 0.1)) if upright else (min(long, 0.12), 0.02)
            self.grips.append(slab("plate", rectangle(*size, 0.004), 0.03, (x, y + 0.004, z), FRONT, 0.004, 2))

    def parts(self, carcass: Solid) -> list[Part]:
        if self.holes:
            cut(carcass, merge("tool", *self.holes))
        rows = [Part(f"front {k}", leaf, *self.material) for k, leaf in enumerate(self.leaves)]
        return rows + ([Part("handles", merge("handles", *self.grips), *self.metal)] if self.grips else [])


def column(fronts: Fronts, x: float, low: float, high: float, w: float, count: int, top_small: bool = False) -> None:
    """Drawers one above the other."""
    shares = np.ones(count)
    if top_small and count > 1:
        shares = np.linspace(1.25, 0.75, count)
    edges = low + (high - low) * np.concatenate([[0], np.cumsum(shares / shares.sum())])
    for a, b in pairwise(edges):
        fronts.add(x, (a + b) / 2, w, b - a)
