# in: radii, depths, places; out: pieces of a case: discs that face the viewer, lugs, crown.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet
from ..faces import FRONT, SIDE, Solid
from ..joinery import merge
from ..palette import Colour, metal
from ..placing import moved, rotation
from ..slabs import slab
from ..subject import Part

R = 0.5  # radius of a round case


def disc(name: str, r: float, back: float, front: float, bevel: float = 0.0, count: int = 84) -> Solid:
    """A plate that looks to -Y; back and front are heights above the wrist."""
    return slab(name, ellipse(2 * r, 2 * r, count), front - back, (0, -back, 0), FRONT, bevel)


def facing(thing: Solid) -> Solid:
    """A lathe about Z turned so that its top looks to -Y."""
    return moved(thing, turn=rotation("x", 90))


def around(radius: float, angle: float) -> tuple[float, float]:
    """Clock angle in degrees, 0 at twelve, to (x, z)."""
    a = np.radians(angle)
    return radius * np.sin(a), radius * np.cos(a)


def lugs(rng: random.Random, x: float, z: float, high: float, wide: float = 0.08) -> Solid:
    """Four horns at ±x that reach from the case to z, drooping towards the wrist."""
    reach, drop = z * rng.uniform(1.13, 1.25), rng.uniform(0.0, 0.06)
    side = [(-high * 0.95, 0.5 * z), (-high * 0.85, 0.95 * z), (-0.45 * high, reach), (drop, reach), (drop, reach - 0.1), (0, 0.5 * z)]
    pieces = []
    for s in (-1, 1):
        for up in (-1, 1):
            outline = fillet(np.array(side) * (1, up), 0.04, 4)
            pieces.append(slab("lug", outline, wide, (s * x - wide / 2, 0, 0), SIDE, 0.014))
    return merge("lugs", *pieces)


def crown(rng: random.Random, x: float, y: float, angle: float = 90.0, r: float | None = None, colour: Colour | None = None) -> Part:
    """A ribbed knob on the rim at clock angle `angle`."""
    r, long, n = r or rng.uniform(0.05, 0.085), rng.uniform(0.07, 0.11), rng.choice((14, 18, 24))
    a = np.arange(4 * n) * 2 * np.pi / (4 * n)
    ring = (r * (1 - 0.09 * ((np.arange(4 * n) % 4) >= 2)))[:, None] * np.stack([np.cos(a), np.sin(a)], 1)
    knob = merge("crown", slab("crown", ring if rng.random() < 0.7 else ellipse(2 * r, 2 * r, 40), long, (x + 0.015, 0, 0), SIDE, 0.012), slab("stem", ellipse(r, r, 24), 0.1, (x - 0.07, 0, 0), SIDE))
    return Part("crown", moved(knob, (0, y, 0), turn=rotation("y", angle - 90)), "polished_metal", colour or metal(rng))


Spot = tuple[float, float, float]  # an inner dial (x, y, r), in parts of the radius
