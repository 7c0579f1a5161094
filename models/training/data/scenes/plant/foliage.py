# in: a random generator, the pot's mouth; out: parts of broad leaves, snake plants, ferns, palms.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, spline
from ..joinery import merge
from ..palette import Colour, scaled, wood
from ..shapes import rod, sweep
from ..subject import Part
from .leaves import blade, bow, crescent, width
from .pots import GROUND


def broad(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """Big leaves on stalks: rubber plant, monstera's outline, calathea, money tree."""
    n, tall = rng.randint(4, 9), rng.uniform(0.5, 1.1)
    kind, fold = rng.choice(("heart", "heart", "oval", "lance")), rng.random() < 0.5
    stalks = []
    parts: list[Part] = []
    wide = rng.uniform(0.45, 0.8) if kind != "lance" else rng.uniform(0.3, 0.45)
    cup, sag = rng.uniform(0.05, 0.2), rng.uniform(0.15, 0.6)
    for k in range(n):
        a, share = k * 2.4 + rng.uniform(-0.3, 0.3), (k + 0.5) / n
        knee = np.array([0.3 * (1 - share) * np.cos(a), 0.3 * (1 - share) * np.sin(a), tall * (0.25 + 0.7 * share)])
        stalks.append(rod("stalk", spline([(0.04 * np.cos(a), 0.04 * np.sin(a), GROUND), knee * (0.35, 0.35, 0.55), knee], 8), 0.018, 10))
        long = rng.uniform(0.42, 0.6) * (1.1 - 0.3 * share)
        lean = rng.uniform(0.2, 0.7) + 0.4 * share
        path, across = bow(knee - np.array([np.cos(a), np.sin(a), 0]) * 0.02, a, long * np.cos(lean), long * np.sin(lean) - 0.1, -sag * 0.5)
        parts.append(Part(f"leaf {k}", blade("leaf", path, wide * long * width(kind), crescent(cup, 0.07, fold), across), rng.choice(("matte_plastic", "glossy_plastic")) if k == 0 else parts[0].material, green))
    return [Part("stalks", merge("stalks", *stalks), "matte_plastic", scaled(green, 0.8)), *parts]


def snake(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """Upright swords, lightly wavy."""
    parts = []
    for k in range(rng.randint(4, 8)):
        a, r = k * 2.4, mouth * rng.uniform(0.05, 0.5)
        tall = rng.uniform(0.6, 1.2)
        t = np.linspace(0, 1, 22)
        root = np.array([r * np.cos(a), r * np.sin(a), GROUND])
        lean = rng.uniform(0.02, 0.25)
        path = root + np.stack([lean * np.cos(a) * t + 0.02 * np.sin(4 * t + a), lean * np.sin(a) * t, tall * t], 1)
        face = rng.uniform(-0.6, 0.6)
        parts.append(Part(f"leaf {k}", blade("leaf", path, rng.uniform(0.13, 0.2) * width("sword"), crescent(0.15, 0.1), (np.cos(face), np.sin(face), 0)), "matte_plastic", green))
    return parts


def fern(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """Arching fronds with leaflets in pairs."""
    parts, pairs, long = [], rng.randint(5, 7), rng.uniform(0.6, 0.9)
    for k in range(rng.randint(3, 6)):
        a = k * 2.4 + rng.uniform(-0.2, 0.2)
        path, across = bow((0, 0, GROUND), a, long * rng.uniform(0.6, 1.0), rng.uniform(0.1, 0.6), -0.7, 40)
        pieces = [rod("rib", path, 0.014, 10)]
        for j in range(pairs):
            t = 0.22 + 0.74 * j / pairs
            at, ahead = path[int(39 * t)], path[int(39 * t)] - path[int(39 * t) - 1]
            ahead = ahead / np.linalg.norm(ahead)
            size = 0.2 * long * np.sin(np.pi * (0.2 + 0.75 * t)) + 0.05
            for s in (-1, 1):
                d = s * across * 0.9 + ahead * 0.45
                tip = at + d / np.linalg.norm(d) * size
                line = at + (tip - at) * np.linspace(0, 1, 12)[:, None]
                pieces.append(blade("leaflet", line, 0.42 * size * width("lance", 12), crescent(0.02, 0.16, count=9), ahead))
        parts.append(Part(f"frond {k}", merge(f"frond {k}", *pieces), "matte_plastic", green))
    return parts


def palm(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """A bare trunk and a tuft of swords; or two trunks."""
    parts = []
    for j in range(rng.choice((1, 1, 2))):
        x, tall = (0, rng.uniform(0.4, 0.8)) if j == 0 else (0.3 * mouth, rng.uniform(0.2, 0.4))
        lean = rng.uniform(-0.12, 0.12)
        trunk = spline([(x, 0, GROUND), (x + 0.4 * lean, 0, tall / 2), (x + lean, 0, tall)], 10)
        parts.append(Part(f"trunk {j}", sweep("trunk", trunk, ellipse(1, 1, 24), np.linspace(0.11, 0.075, len(trunk))), "wood", wood(rng)))
        for k in range(rng.randint(8, 13)):
            a, steep = k * 2.4 + j, rng.uniform(-0.2, 1.0)
            path, across = bow(trunk[-1] - (0, 0, 0.03), a, rng.uniform(0.3, 0.5), 0.5 * steep, -rng.uniform(0.2, 0.5))
            parts.append(Part(f"leaf {j} {k}", blade("leaf", path, rng.uniform(0.07, 0.11) * width("lance"), crescent(0.12, 0.1, True), across), "matte_plastic", green))
    return parts
