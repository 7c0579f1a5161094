# in: a random generator; out: Subject of an office chair.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, rectangle
from ..faces import FRONT
from ..joinery import merge
from ..palette import metal, neutral, scheme
from ..placing import moved, points_of, reshaped, rotation
from ..shapes import lathe, rod
from ..slabs import block, slab
from ..subject import Part, Subject
from .pieces import NAME, cushion


def office(rng: random.Random) -> Subject:
    """A star of five on castors, a column, seat, back, arms."""
    colours = scheme(rng, 3)
    feet, wheels = [], []
    for k in range(5):
        a = np.radians(90 + 72 * k)
        out = np.array([np.cos(a), np.sin(a), 0])
        feet.append(rod("foot", [(0, 0, 0.12), out * 0.16 + (0, 0, 0.1), out * 0.3 + (0, 0, 0.075)], 0.022, 12))
        wheels.append(moved(lathe("castor", fillet([(0.03, -0.02), (0.035, -0.02), (0.035, 0.02), (0.01, 0.02)], 0.008, 2, closed=False), 24), out * 0.3 + (0, 0, 0.035), turn=rotation("y", 90)))
    seat = rng.uniform(0.44, 0.54)
    parts = [
        Part("star", merge("star", *feet), "brushed_metal", metal(rng)),
        Part("castors", merge("castors", *wheels), "rubber", (0.12, 0.12, 0.13)),
        Part("column", lathe("column", [(0.035, 0.1), (0.035, 0.26), (0.022, 0.26), (0.022, seat)], 28), "brushed_metal", metal(rng)),
        Part("seat", cushion("seat", (0.5, 0.48, 0.1), (0, 0, seat + 0.03), 4), rng.choice(("fabric", "leather")), colours[0]),
    ]
    tall = rng.uniform(0.4, 0.7)
    back = slab("back", rectangle(rng.uniform(0.4, 0.48), tall, rng.choice((0.06, 0.15))), 0.06, (0, 0.03, 0), FRONT, 0.025, 5)
    v = points_of(back)
    v[:, 1] -= 0.35 * v[:, 0] ** 2
    parts.append(Part("back", moved(reshaped(back, v), (0, 0.25, seat + 0.16 + tall / 2), turn=rotation("x", -6)), rng.choice(("fabric", "leather")), colours[0]))
    spine = rod("spine", [(0, 0.05, seat), (0, 0.28, seat + 0.02), (0, 0.31, seat + 0.25)], 0.02, 12)
    parts.append(Part("spine", spine, "matte_plastic", neutral(rng, False)))
    if rng.random() < 0.7:
        arms = []
        for s in (-1, 1):
            arms.append(rod("arm", fillet([(s * 0.2, seat), (s * 0.3, seat), (s * 0.3, seat + 0.22)], 0.05, 5, closed=False) @ np.array([[1, 0, 0], [0, 0, 1]]), 0.016, 12))
            arms.append(block("pad", (0.07, 0.25, 0.03), (s * 0.3, 0, seat + 0.23), 0.012))
        parts.append(Part("arms", merge("arms", *arms), "matte_plastic", neutral(rng, False)))
    return Subject(NAME, parts)
