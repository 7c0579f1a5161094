# in: a random generator; out: Subject of a sneaker or a slip-on.
from __future__ import annotations

import random

import numpy as np

from ..curves import rectangle
from ..faces import FRONT
from ..joinery import inlay
from ..palette import neutral, scheme, wood
from ..slabs import slab
from ..subject import Part, Subject
from .last import LAST, NAME, Foot
from .pieces import collar, lacing, shared, side_mark, sole


def sneaker(rng: random.Random) -> Subject:
    colours = scheme(rng, 6)
    lift = rng.uniform(0.0, 0.05)
    high = rng.random() < 0.3
    foot = Foot(rng, LAST, 2 if high else rng.choice((3, 4)), lift)
    foot.hollow(0.022, 13 if high else 9)
    material = rng.choice(("fabric", "leather", "leather", "fabric"))
    parts = shared(rng, foot, colours, material)
    parts += lacing(rng, foot, 0.05, rng.uniform(0.42, 0.55), colours, material)
    if rng.random() < 0.5:
        parts.append(Part("collar", foot.panel("collar", collar(foot, rng.uniform(0.03, 0.07))), "fabric", colours[3]))
    parts.append(Part("upper", foot.upper, material, colours[0]))
    pale = rng.choice((neutral(rng, True), colours[5]))
    bottom = sole(rng, lift + rng.uniform(0.03, 0.06), rng.uniform(0.0, 0.05), rng.uniform(0.02, 0.05))
    if rng.random() < 0.6:
        tread = slab("tool", rectangle(3, 2 * rng.uniform(0.02, 0.04)), 2, (0, 1, 0), FRONT)
        parts.append(Part("outsole", inlay("outsole", bottom, tread), "rubber", colours[1]))
    if rng.random() < 0.35:
        stripe = slab("tool", rectangle(3, 0.014), 2, (0, 1, lift + 0.06), FRONT)
        parts.append(Part("stripe", inlay("stripe", bottom, stripe), "rubber", colours[2]))
    parts.append(Part("midsole", bottom, "rubber", pale))
    return Subject(NAME, parts, side_mark(rng, lift) if rng.random() < 0.65 else [])


def slip_on(rng: random.Random) -> Subject:
    colours = scheme(rng, 5)
    foot = Foot(rng, LAST, rng.choice((4, 5)), 0.0)
    foot.hollow(0.018, 7)
    parts = []
    material = rng.choice(("fabric", "leather"))
    if rng.random() < 0.6:  # elastic, or the loafer's strap
        x = rng.uniform(0.42, 0.52)
        gore = np.array([(x - 0.05, 0.6), (x + 0.06, 0.6), (x + 0.03, 0.2), (x - 0.01, 0.2)])
        parts.append(Part("gore", foot.panel("gore", gore), "fabric", colours[1]))
    if rng.random() < 0.5:
        x = rng.uniform(0.6, 0.72)
        parts.append(Part("vamp", foot.panel("vamp", [(x, -0.1), (1.2, -0.1), (1.2, 0.5), (x + rng.uniform(-0.08, 0.08), 0.5)]), material, colours[2]))
    parts.append(Part("upper", foot.upper, material, colours[0]))
    bottom = sole(rng, rng.uniform(0.0, 0.04), 0.0, rng.uniform(0.015, 0.04))
    parts.append(Part("sole", bottom, "rubber", rng.choice((neutral(rng, True), wood(rng)))))
    return Subject(NAME, parts, side_mark(rng, 0) if rng.random() < 0.3 else [])
