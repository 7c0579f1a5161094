# in: a random generator; out: Subject of a book or a pile of them.
from __future__ import annotations

import random

from ..curves import rectangle
from ..faces import FRONT
from ..joinery import merge
from ..marks import mark, printed
from ..palette import Colour, scheme
from ..placing import moved, rotation
from ..shapes import HAIR
from ..slabs import block, slab
from ..subject import Part, Subject
from .cartons import NAME


def volume(rng: random.Random, w: float, d: float, h: float, colours: list[Colour]) -> list[Part]:
    """A closed book standing on its foot, spine at -x: covers, spine, pages set back."""
    t, over = rng.uniform(0.012, 0.03), rng.uniform(0.01, 0.03)
    parts = [Part("pages", block("pages", (w - over, d - 2 * t, h - 2 * over), (-over / 2 + t / 2, 0, h / 2), 0.002), "paper", (0.96, 0.94, 0.88))]
    front = block("cover", (w, t, h), (0, -d / 2 + t / 2, h / 2), 0.003)
    back = block("cover", (w, t, h), (0, d / 2 - t / 2, h / 2), 0.003)
    spine = block("spine", (t, d, h), (-w / 2 - t / 2 + 0.002, 0, h / 2), 0.003)
    parts.append(Part("covers", merge("covers", front, back), rng.choice(("paper", "leather", "fabric")), colours[0]))
    parts.append(Part("spine", spine, parts[1].material, colours[rng.choice((0, 1))]))
    return parts


def book(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    w, d, h = rng.uniform(0.65, 0.95), rng.uniform(0.1, 0.35), rng.uniform(0.9, 1.3)
    parts = volume(rng, w, d, h, colours)
    decals = []
    for z, tall in ((0.68, 0.28), (0.25, 0.12)):
        if rng.random() < 0.8:
            pw = w * rng.uniform(0.5, 0.8)
            decals.append(mark((0, -d / 2, z * h), pw, tall * h, printed(rng, pw, tall * h), depth=0.05))
    if rng.random() < 0.3:
        ribbon = block("ribbon", (0.04, 0.008, 0.3), (w * 0.2, 0, -0.06), 0.001)
        parts.append(Part("ribbon", ribbon, "fabric", colours[2]))
    if rng.random() < 0.35:
        strip = slab("strip", rectangle(0.09, h), 0.01, (-w * 0.36, -d / 2 + 0.01 - HAIR, h / 2), FRONT)
        parts.append(Part("strip", strip, "fabric", colours[3]))
    return Subject(NAME, parts, decals)


def books(rng: random.Random) -> Subject:
    """A row or a pile."""
    parts, at, lying = [], 0.0, rng.random() < 0.5
    for k in range(rng.randint(2, 5)):
        d = rng.uniform(0.1, 0.24)
        pieces = volume(rng, rng.uniform(0.6, 0.9), d, rng.uniform(0.8, 1.15), scheme(rng, 3))
        for part in pieces:
            if lying:
                moved(part.object, turn=rotation("x", 90))
                moved(part.object, (0, 0, at + d / 2), turn=rotation("z", 90))
            else:
                moved(part.object, turn=rotation("z", 90))
                moved(part.object, (at + d / 2, 0, 0))
            part.name = f"{part.name} {k}"
        parts += pieces
        at += d + 0.004
    return Subject(NAME, parts)
