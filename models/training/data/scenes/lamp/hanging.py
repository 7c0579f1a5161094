# in: a random generator; out: Subject of a pendant, a lantern or a bulb.
from __future__ import annotations

import random

import numpy as np

from ..curves import Points, fillet, rectangle, regular, spline
from ..faces import FRONT, Solid
from ..joinery import inlay, merge
from ..marks import mark, printed
from ..palette import metal, scheme
from ..placing import moved, rotation
from ..shapes import ball, lathe, rod
from ..slabs import slab
from ..subject import Part, Subject
from .pieces import NAME, WARM, shade


def pendant(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    r, drop = rng.uniform(0.3, 0.6), rng.uniform(0.3, 1.1)
    parts = []
    if rng.random() < 0.3:
        body = ball("globe", (2 * r,) * 2 + (2 * r * rng.uniform(0.6, 1.1),), (0, 0, r), rng.choice((2, 2.5)))
        top = 2 * r - 0.02
        parts.append(Part("globe", body, rng.choice(("glass", "paper", "matte_plastic")), rng.choice((WARM, colours[0]))))
        if rng.random() < 0.4:
            band = slab("tool", rectangle(4, r * rng.uniform(0.2, 0.6)), 4, (0, 2, r), FRONT)
            parts.append(Part("band", inlay("band", body, band), "brushed_metal", colours[1]))
    else:
        tall = rng.uniform(0.25, 0.6)
        top = tall + 0.0
        material = rng.choice(("brushed_metal", "matte_plastic", "glossy_plastic", "wood", "glass"))
        parts.append(Part("shade", shade(rng, r, rng.uniform(0.08, 0.15), tall, 0.0), material, colours[0]))
        parts.append(Part("bulb", ball("bulb", (0.17, 0.17, 0.22), (0, 0, tall * 0.25)), "glass", WARM))
        parts.append(Part("cap", lathe("cap", fillet([(0.13, top - 0.04), (0.16, top - 0.04), (0.14, top + 0.1), (0.02, top + 0.12)], 0.02, 3, closed=False), 48), "brushed_metal", metal(rng)))
    parts.append(Part("cord", lathe("cord", [(0.014, top), (0.014, top + drop)], 16), "fabric", colours[3]))
    parts.append(Part("rose", lathe("rose", fillet([(0.02, top + drop - 0.03), (0.13, top + drop), (0.13, top + drop + 0.03), (0.02, top + drop + 0.03)], 0.012, 3, closed=False), 40), "brushed_metal", metal(rng)))
    return Subject(NAME, parts)


def lantern(rng: random.Random) -> Subject:
    """Base, glass, roof, ring; square, six-sided or round."""
    colours = scheme(rng, 3)
    n, r, h = rng.choice((4, 4, 6, 64)), rng.uniform(0.3, 0.42), rng.uniform(0.5, 0.9)
    sharp = 15 if n < 10 else 38
    spin = np.pi / 4 if n == 4 else 0.0

    def turned(name: str, profile: Points) -> Solid:
        return moved(lathe(name, profile, n, sharp=sharp), turn=rotation("z", np.degrees(spin)))

    parts = [
        Part("base", turned("base", [(r * 1.15, 0), (r * 1.15, 0.06), (r * 0.95, 0.1)]), "brushed_metal", colours[0]),
        Part("glass", turned("glass", [(r * 0.88, 0.09), (r * 0.88, h)]), "glass", WARM),
        Part("roof", turned("roof", [(r * 1.12, h), (r * 1.12, h + 0.04), (r * 0.3, h + rng.uniform(0.15, 0.35)), (0.03, h + 0.36)]), "brushed_metal", colours[0]),
    ]
    if n < 10:
        posts = [rod("post", [(p[0], p[1], 0.08), (p[0], p[1], h / 2), (p[0], p[1], h + 0.02)], 0.025, 12) for p in regular(n, r * 0.93, spin)]
        parts.append(Part("posts", merge("posts", *posts), "brushed_metal", colours[0]))
    t = np.linspace(0, 2 * np.pi, 40)[:-1]
    ring = rod("ring", np.stack([0.13 * np.cos(t), 0 * t, h + 0.46 + 0.13 * np.sin(t)], 1), 0.018, 12, loop=True)
    parts.append(Part("ring", ring, "brushed_metal", colours[1]))
    return Subject(NAME, parts)


def bulb(rng: random.Random) -> Subject:
    """An idea: glass, thread, contact; upright or hanging."""
    r = rng.uniform(0.4, 0.5)
    glass = spline([(0.18, 0.0), (0.2, 0.12), (0.34, 0.38), (r, 0.72), (r * 0.86, 1.06), (r * 0.45, 1.24), (0.02, 1.29)], 8)
    thread = [(0.19, -0.42)]
    for k in range(4):
        thread += [(0.21, -0.4 + 0.1 * k), (0.185, -0.35 + 0.1 * k)]
    thread += [(0.2, 0.02), (0.18, 0.02)]
    parts = [
        Part("glass", lathe("glass", np.maximum(glass, [0.01, -9]), 60), "glass", rng.choice((WARM, (1, 0.8, 0.3), (0.85, 0.93, 0.97)))),
        Part("thread", lathe("thread", thread, 56), "brushed_metal", metal(rng)),
        Part("contact", lathe("contact", fillet([(0.14, -0.4), (0.12, -0.48), (0.02, -0.52)][::-1], 0.02, 3, closed=False), 40), "matte_plastic", (0.15, 0.15, 0.16)),
    ]
    decals = [mark((0, -r, 0.75), 0.5, 0.4, printed(rng, 0.5, 0.4, ("logo", "word")), depth=0.4)] if rng.random() < 0.2 else []
    if rng.random() < 0.4:
        for part in parts:
            moved(part.object, turn=rotation("x", 180))
        decals = []
    return Subject(NAME, parts, decals)
