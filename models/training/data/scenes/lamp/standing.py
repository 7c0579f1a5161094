# in: a random generator; out: Subject of a lamp on a table, a desk or the floor.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, spline
from ..joinery import merge
from ..palette import metal, scheme, wood
from ..placing import moved, rotation
from ..shapes import ball, lathe, rod
from ..slabs import block
from ..subject import Part, Subject
from .pieces import NAME, foot, head, shade


def table(rng: random.Random) -> Subject:
    """A turned or carved body under a shade."""
    colours = scheme(rng, 4)
    h, r = rng.uniform(0.45, 0.8), rng.uniform(0.15, 0.3)
    kind, material = rng.choice(("turned", "turned", "ball", "stacked", "box")), rng.choice(("ceramic", "wood", "brushed_metal", "concrete", "glass"))
    parts = []
    if kind == "turned":
        knots = [(r * rng.uniform(0.5, 0.9), 0.03), *[(r * rng.uniform(0.3, 1), h * k / 4) for k in range(1, 4)], (0.05, h)]
        parts.append(Part("body", lathe("body", np.maximum(spline(knots, 9), [0.03, 0])), material, colours[0]))
    elif kind == "ball":
        parts.append(Part("body", ball("body", (2 * r, 2 * r, h * 0.95), (0, 0, h / 2), rng.choice((2, 2.6))), material, colours[0]))
    elif kind == "stacked":
        n = rng.randint(2, 4)
        for k in range(n):
            s = 2 * r * (1 - 0.15 * k)
            parts.append(Part(f"body {k}", ball(f"body {k}", (s, s, h / n * 1.05), (0, 0, h * (k + 0.5) / n), rng.choice((2, 4))), material, colours[k % 2]))
    else:
        parts.append(Part("body", block("body", (1.6 * r, 1.6 * r, h), (0, 0, h / 2), 0.02), material, colours[0]))
    parts.append(Part("base", lathe("base", fillet([(r * 0.95, -0.04), (r, -0.04), (r, 0.02), (0.02, 0.03)], 0.015, 3, closed=False), 60), "wood", wood(rng)))
    parts.append(Part("neck", lathe("neck", [(0.035, h - 0.05), (0.035, h + 0.22)], 32), "brushed_metal", metal(rng)))
    low, tall = rng.uniform(0.3, 0.5), rng.uniform(0.3, 0.5)
    cover = shade(rng, low, low * rng.uniform(0.35, 1.0), tall, h + 0.06)
    parts.append(Part("shade", cover, "fabric", colours[2]))
    return Subject(NAME, parts)


def desk(rng: random.Random) -> Subject:
    """Base, one or two arms with joints, a tilted head."""
    colours = scheme(rng, 4)
    side = rng.choice((-1, 1))
    r = rng.uniform(0.26, 0.4)
    parts = [Part("base", foot(rng, r), "brushed_metal", colours[0])]
    thick = rng.uniform(0.018, 0.04)
    if rng.random() < 0.6:
        elbow = np.array([-side * rng.uniform(0.1, 0.4), 0, rng.uniform(0.6, 0.9)])
        tip = elbow + [side * rng.uniform(0.5, 0.8), 0, rng.uniform(0.05, 0.45)]
        root = np.array([0, 0, 0.06])
        parts.append(Part("lower arm", rod("lower arm", [root, (root + elbow) / 2, elbow], thick), "brushed_metal", colours[1]))
        parts.append(Part("upper arm", rod("upper arm", [elbow, (elbow + tip) / 2, tip], thick), "brushed_metal", colours[1]))
        for k, p in enumerate((root, elbow)):
            joint = moved(lathe("joint", fillet([(0.06, -0.05), (0.065, -0.05), (0.065, 0.05), (0.01, 0.05)], 0.012, 3, closed=False), 32), p, turn=rotation("x", 90))
            parts.append(Part(f"joint {k}", joint, "matte_plastic", colours[2]))
    else:
        top, reach = rng.uniform(0.9, 1.3), rng.uniform(0.3, 0.6)
        path = spline([(0, 0.05), (0, top * 0.4), (0, top * 0.75), (side * reach * 0.3, top), (side * reach * 0.8, top * 1.02), (side * reach, top * 0.9)], 8)
        parts.append(Part("neck", rod("neck", np.stack([path[:, 0], 0 * path[:, 0], path[:, 1]], 1), thick), "brushed_metal", colours[1]))
        tip = np.array([side * reach, 0, top * 0.9])
    parts += head(rng, tip, -side * rng.uniform(0, 45), rng.uniform(0.16, 0.28), colours)
    return Subject(NAME, parts)


def standing(rng: random.Random) -> Subject:
    """Floor lamp: a thin stem, an arc, or three legs."""
    colours = scheme(rng, 4)
    h, r = rng.uniform(1.3, 2.0), rng.uniform(0.2, 0.32)
    kind = rng.choice(("stem", "stem", "tripod", "arc"))
    parts = []
    thin = rng.uniform(0.014, 0.03)
    low = rng.uniform(0.25, 0.42)
    if kind == "arc":
        side, reach = rng.choice((-1, 1)), rng.uniform(0.6, 1.0)
        t = np.linspace(0, np.pi * 0.86, 40)
        path = np.stack([side * reach / 2 * (1 - np.cos(t)), 0 * t, 0.04 + h * np.sin(t * 0.62) / np.sin(np.pi * 0.5)], 1)
        parts.append(Part("base", foot(rng, r), "concrete", colours[0]))
        parts.append(Part("stem", rod("stem", path, thin), "polished_metal", metal(rng)))
        return Subject(NAME, parts + head(rng, path[-1], 0, low * 0.8, colours))
    if kind == "tripod":
        legs = []
        for a in np.radians((-90 + rng.choice((0, 180)), 30, 150)):
            legs.append(rod("leg", [(0.45 * np.cos(a), 0.45 * np.sin(a), 0), (0.25 * np.cos(a), 0.25 * np.sin(a), h * 0.45), (0.02 * np.cos(a), 0.02 * np.sin(a), h)], thin * 1.3))
        parts.append(Part("legs", merge("legs", *legs), "wood", wood(rng)))
        parts.append(Part("hub", lathe("hub", fillet([(0.06, h - 0.06), (0.06, h + 0.03), (0.02, h + 0.05)], 0.01, 3, closed=False), 40), "brushed_metal", metal(rng)))
    else:
        parts.append(Part("base", foot(rng, r), rng.choice(("brushed_metal", "concrete", "wood")), colours[0]))
        parts.append(Part("stem", lathe("stem", [(thin, 0.03), (thin, h + 0.1)], 24), "brushed_metal", metal(rng)))
    cover = shade(rng, low, low * rng.uniform(0.4, 1.0), rng.uniform(0.3, 0.5), h)
    parts.append(Part("shade", cover, rng.choice(("fabric", "paper", "matte_plastic")), colours[2]))
    if rng.random() < 0.3:
        cord = rod("cord", [(low * 0.4, -low * 0.3, h + 0.1), (low * 0.4, -low * 0.3, h - 0.1), (low * 0.4, -low * 0.3, h - 0.25)], 0.008, 10)
        parts.append(Part("cord", cord, "fabric", colours[3]))
    return Subject(NAME, parts)
