# in: a random generator, the pot's mouth; out: parts of topiary, flowers, sprouts.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, spline
from ..joinery import merge
from ..palette import Colour, wood
from ..placing import moved, rotation
from ..shapes import ball, lathe, rod
from ..slabs import block
from ..subject import Part
from .leaves import blade, bow, crescent, width
from .pots import GROUND


def topiary(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """A trunk with balls, a cone or a cloud on it."""
    tall, kind = rng.uniform(0.25, 0.6), rng.choice(("ball", "ball", "balls", "cone", "cloud", "cube"))
    r = mouth * rng.uniform(1.0, 1.5)
    parts = [Part("trunk", rod("trunk", [(0, 0, GROUND), (0.01, 0, tall / 2), (0, 0, tall + 0.1)], 0.04, 16), "wood", wood(rng))]
    if kind == "ball":
        return [*parts, Part("crown", ball("crown", (2 * r,) * 3, (0, 0, tall + 0.9 * r)), "fabric", green)]
    if kind == "cube":
        return [*parts, Part("crown", block("crown", (1.7 * r,) * 3, (0, 0, tall + 0.8 * r), 0.05), "fabric", green)]
    if kind == "balls":
        sizes = [r, 0.72 * r, 0.5 * r]
        z = tall
        for k, s in enumerate(sizes):
            parts.append(Part(f"crown {k}", ball(f"crown {k}", (2 * s,) * 3, (0, 0, z + 0.8 * s)), "fabric", green))
            z += 1.75 * s
        return parts
    if kind == "cone":
        wall = fillet([(0.7 * r, tall), (r, tall + 0.05), (0.03, tall + 3 * r)], [0, 0.06, 0], 6, closed=False)
        return [*parts, Part("crown", lathe("crown", wall, 64), "fabric", green)]
    for k in range(rng.randint(3, 5)):
        a, s = k * 2.4, r * rng.uniform(0.55, 0.8)
        parts.append(Part(f"crown {k}", ball(f"crown {k}", (2 * s, 2 * s, 1.6 * s), (0.6 * r * np.cos(a), 0.35 * r * np.sin(a), tall + 0.5 * r + 0.35 * r * (k % 3))), "fabric", green))
    return parts


def flower(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """One to three flowers on stalks: daisy, tulip, poppy, with leaves at their foot."""
    kind, parts, stalks = rng.choice(("daisy", "daisy", "tulip", "round")), [], []
    n = rng.choice((1, 1, 3))
    for j in range(n):
        x, tall = (j - (n - 1) / 2) * mouth * 0.9, rng.uniform(0.5, 0.9)
        top = np.array([x * 1.5, rng.uniform(-0.05, 0.05), tall])
        stalks.append(rod("stalk", spline([(x * 0.3, 0, GROUND), (x * 0.8, 0, tall * 0.5), top], 8), 0.022, 12))
        s, colour = rng.uniform(0.16, 0.26), colours[1 + j % 2]
        if kind == "daisy":
            count, tilt = rng.randint(6, 12), rotation("x", rng.uniform(45, 85))
            petals = [moved(ball("petal", (s, 0.42 * s * 8 / count * 1.25, 0.07 * s + 0.012)), (0.75 * s * np.cos(a), 0.75 * s * np.sin(a), 0), turn=rotation("z", np.degrees(a))) for a in np.arange(count) * 2 * np.pi / count]
            parts.append(Part(f"petals {j}", moved(merge("petals", *petals), top, turn=tilt), "fabric", colour))
            parts.append(Part(f"heart {j}", moved(ball("heart", (0.75 * s, 0.75 * s, 0.3 * s)), top, turn=tilt), "fabric", (0.95, 0.78, 0.25)))
        elif kind == "tulip":
            for k in range(3):
                a = 2 * np.pi * k / 3 - np.pi / 2
                path, across = bow(top + (0.03 * np.cos(a), 0.03 * np.sin(a), -0.02), a, 0.3 * s, 1.6 * s, -0.18)
                parts.append(Part(f"petal {j} {k}", blade("petal", path, 1.25 * s * width("oval"), crescent(-0.28, 0.08), across), "fabric", colour))
        else:
            parts.append(Part(f"head {j}", ball("head", (1.7 * s, 1.7 * s, 1.5 * s), top), "fabric", colour))
    parts.append(Part("stalks", merge("stalks", *stalks), "matte_plastic", green))
    for k in range(rng.randint(2, 4)):
        a = rng.choice((0, np.pi)) + rng.uniform(-0.6, 0.6) + k * np.pi
        path, across = bow((0, 0, GROUND), a, rng.uniform(0.25, 0.4), rng.uniform(0.2, 0.4), -0.3)
        parts.append(Part(f"leaf {k}", blade("leaf", path, 0.14 * width("lance"), crescent(0.15, 0.1, True), across), "matte_plastic", green))
    return parts


def sprout(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """The icon: a stem with two, three or four leaves."""
    tall, kind = rng.uniform(0.35, 0.7), rng.choice(("oval", "heart", "lance"))
    lean = rng.uniform(-0.06, 0.06)
    stem = spline([(0, 0, GROUND), (lean, 0, tall / 2), (0, 0, tall)], 12)
    parts = [Part("stem", rod("stem", stem, 0.026, 14), "matte_plastic", green)]
    levels = [tall] if rng.random() < 0.6 else [0.55 * tall, tall]
    for j, z in enumerate(levels):
        for s in (-1, 1):
            long = rng.uniform(0.36, 0.55)
            path, across = bow((float(np.interp(z, stem[:, 2], stem[:, 0])), 0, z - 0.02), 0 if s > 0 else np.pi, long, rng.uniform(0.05, 0.35), -rng.uniform(0.1, 0.4))
            across = across + (0, 0, rng.uniform(0.2, 0.9) * s)  # turned to the viewer
            parts.append(Part(f"leaf {j} {s}", blade("leaf", path, rng.uniform(0.5, 0.65) * long * width(kind), crescent(0.12, 0.07, rng.random() < 0.5), across), "matte_plastic", green))
    return parts
