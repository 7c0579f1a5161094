# in: a random generator; out: the cameras on a phone's back.
from __future__ import annotations

import random

from ..curves import ellipse, rectangle
from ..faces import BACK
from ..joinery import merge
from ..marks import canvas, logo, mark, printed
from ..palette import Colour, metal
from ..shapes import HAIR
from ..slabs import slab
from ..subject import Part, Things


def cameras(rng: random.Random, w: float, h: float, y: float, colours: list[Colour], tablet: bool) -> Things:
    """On the back (+Y), seen from there with x to the left: a bump with lenses, flash, a logo."""
    kind = rng.choice(("single",) if tablet and rng.random() < 0.7 else ("square", "square", "pill", "bar", "disc", "lenses", "row"))
    r = rng.uniform(0.055, 0.085)
    edge, colour = 0.08, colours[0]
    parts, lenses = [], []
    right, top = w / 2 - edge, h / 2 - edge  # in the back's own axes: x to the viewer's right
    rise = rng.uniform(0.025, 0.06)
    if kind == "square":
        s = 4.6 * r + 0.1
        plate, spots = rectangle(s, s, rng.uniform(0.15, 0.3) * s, (-right + s / 2, top - s / 2)), [(-1, 1), (-1, -1), (1, 0)] if rng.random() < 0.6 else [(-1, 1), (1, -1)]
        lenses = [(-right + s / 2 + 1.15 * r * a, top - s / 2 + 1.15 * r * b) for a, b in spots]
        flash = (-right + s / 2 + 1.15 * r, top - s / 2 + 1.5 * r)
    elif kind == "pill":
        n = rng.randint(2, 3)
        s, tall = 2.8 * r, 2.5 * r * n + 0.3 * r
        plate = rectangle(s, tall, 0.49 * s, (-right + s / 2, top - tall / 2))
        lenses = [(-right + s / 2, top - 0.15 * r - 2.5 * r * (k + 0.5)) for k in range(n)]
        flash = (-right + s + 0.09, top - 1.3 * r)
    elif kind == "bar":
        tall, z = 3.2 * r, top - 0.18
        plate = rectangle(w * 0.96 if rng.random() < 0.5 else w * 0.8, tall, rng.choice((0.2, 0.48)) * tall, (0, z))
        lenses = [(x, z) for x in ((-0.2, 0.0, 0.2) if rng.random() < 0.4 else (-0.18, 0.04))]
        flash = (0.3, z)
    elif kind == "disc":
        big = 3.4 * r
        plate = ellipse(2 * big, 2 * big, 64, (0, top - big - 0.02))
        lenses = [(1.6 * r * a, top - big - 0.02 + 1.6 * r * b) for a, b in ((-1, 0), (1, 0), (0, 1), (0, -1))[: rng.randint(2, 4)]]
        flash = (big + 0.05, top - 0.05)
    else:
        plate = None
        n = {"single": 1, "lenses": 3, "row": 2}[kind]
        lenses = [(-right + r, top - r - 2.5 * r * k) if kind != "row" else (-right + r + 2.5 * r * k, top - r) for k in range(n)]
        flash = (-right + 3.6 * r, top - r) if kind != "row" else (-right + 7 * r, top - r)
    base = y
    if plate is not None:
        parts.append(Part("camera plate", slab("camera plate", plate, rise + 0.02, (0, y - 0.02, 0), BACK, 0.012), rng.choice(("glass", "matte_plastic", "brushed_metal")), colour if rng.random() < 0.6 else colours[2]))
        base += rise
    rings = [slab("ring", ellipse(2 * r, 2 * r, 44, (x, z)), 0.05, (0, base - 0.025, 0), BACK, 0.008) for x, z in lenses]
    eyes = [slab("lens", ellipse(1.3 * r, 1.3 * r, 36, (x, z)), 0.05, (0, base - 0.025 + HAIR, 0), BACK) for x, z in lenses]
    light = slab("flash", ellipse(0.05, 0.05, 24, flash), 0.04, (0, (base if plate is not None and kind in ("square", "bar") else y) - 0.03, 0), BACK, 0.004)
    parts += [Part("rings", merge("rings", *rings), "polished_metal", metal(rng)), Part("lenses", merge("lenses", *eyes), "glass", (0.07, 0.08, 0.11)), Part("flash", light, "glass", (0.97, 0.94, 0.85))]
    decals = []
    if rng.random() < 0.75:
        s = min(w, h) * rng.uniform(0.22, 0.36)
        image = canvas(1, 1)
        logo(image, rng)
        decals.append(mark((0, y, rng.choice((0, 0.04)) * h), s, s, image, BACK, 0.003))
    if rng.random() < 0.3:
        s = 0.4 * w
        decals.append(mark((0, y, -0.36 * h), s, 0.3 * s, printed(rng, s, 0.3 * s, ("word",)), BACK, 0.003))
    return parts, decals
