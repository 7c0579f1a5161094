# in: a random generator; out: parts of a pocket watch.
from __future__ import annotations

import random
from itertools import pairwise

import numpy as np

from ..curves import ellipse, fillet, resample, spline
from ..faces import SIDE
from ..joinery import merge
from ..marks import mark
from ..palette import metal, neutral, scheme
from ..placing import moved, rotation
from ..shapes import lathe, rod
from ..slabs import slab
from ..subject import Decal, Part
from .case import R, crown, disc, facing
from .dials import drawn_hands, hands, markings


def pocket(rng: random.Random) -> tuple[list[Part], list[Decal]]:
    """Pocket watch or stopwatch: knob and ring on top, sometimes a chain."""
    scheme(rng, 3)  # draws that keep every later number of the seed
    gold = metal(rng)
    t = rng.uniform(0.14, 0.22)
    case = facing(lathe("case", fillet([(0.75 * R, 0), (0.97 * R, 0.25 * t), (R, 0.5 * t), (0.97 * R, 0.85 * t), (0.9 * R, t), (0.02, t)], 0.05, 5, closed=False), 84))
    inner = R * rng.uniform(0.78, 0.86)
    bezel = facing(lathe("bezel", fillet([(inner, t - 0.03), (0.95 * R, t - 0.03), (0.94 * R, t + 0.01), (inner + 0.02, t + 0.045), (inner, t + 0.045)], 0.012, 3), 84, loop=True))
    high = t + 0.02
    parts = [Part("case", case, "polished_metal", gold), Part("bezel", bezel, "polished_metal", gold), Part("dial", disc("dial", inner + 0.004, t - 0.02, high), "ceramic", neutral(rng, True))]
    image = markings(rng, rng.choice(("roman", "numbers", "batons", "track")), rng.choice(((), ((0, 0.45, 0.24),))))
    if rng.random() < 0.4:
        drawn_hands(rng, image)
    else:
        parts += hands(rng, inner, high + 0.004, neutral(rng, False))
    decals = [mark((0, -high, 0), 1.94 * inner, 1.94 * inner, image, depth=0.003)]
    y = -0.5 * t
    neck = slab("neck", ellipse(0.13, 0.13, 32), 0.16, (R - 0.06, 0, 0), SIDE)
    parts.append(Part("neck", moved(neck, (0, y, 0), turn=rotation("y", -90)), "polished_metal", gold))
    parts.append(crown(rng, R + 0.07, y, 0.0, rng.uniform(0.08, 0.11), gold))
    a = np.linspace(0, 2 * np.pi, 40)[:-1]
    hoop, top = rng.uniform(0.14, 0.19), R + 0.08
    if rng.random() < 0.75:
        ring = np.stack([hoop * np.cos(a), np.full_like(a, y), top + 0.75 * hoop + 0.95 * hoop * np.sin(a)], 1)
        parts.append(Part("bow", rod("bow", ring, 0.025, 14, loop=True), "polished_metal", gold))
        top += 1.7 * hoop
        if rng.random() < 0.5:
            path = resample(spline([(0, top), (0.06, top + 0.2), (0.3, top + 0.36), (0.6, top + 0.25), (0.8, top - 0.1)], 10), rng.randint(12, 17), closed=False)
            links = []
            for k, (p, q) in enumerate(pairwise(path)):
                u = (q - p) / np.linalg.norm(q - p)
                v = np.array([-u[1], 0, u[0]]) if k % 2 else np.array([0, 1.0, 0])
                middle, size = (p + q) / 2, np.linalg.norm(q - p)
                b = np.linspace(0, 2 * np.pi, 18)[:-1]
                links.append(rod("link", np.array([middle[0], y, middle[1]]) + 0.66 * size * np.cos(b)[:, None] * np.array([u[0], 0, u[1]]) + 0.04 * np.sin(b)[:, None] * v, 0.015, 8, loop=True))
            parts.append(Part("chain", merge("chain", *links), "polished_metal", gold))
    else:
        for angle in (-38, 38):
            piece = slab("pusher", ellipse(0.09, 0.09, 28), 0.16, (R - 0.06, 0, 0), SIDE, 0.01)
            parts.append(Part(f"pusher {angle}", moved(piece, (0, y, 0), turn=rotation("y", angle - 90)), "polished_metal", gold))
    return parts, decals
