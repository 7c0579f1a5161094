# in: a random generator; out: Subject of a watch: classic, diver, chronograph, square, smart, digital, band,
# pocket.
from __future__ import annotations

import random

from ..placing import rotation
from ..poses import posed
from ..subject import Subject
from .analogue import classic, square
from .back import back
from .digital import digital, fitness, smart
from .pocket import pocket

NAME = "watch"


def build(rng: random.Random) -> Subject:
    parts, decals = rng.choice((classic, classic, classic, classic, square, smart, smart, smart, digital, fitness, pocket))(rng)
    lid, engraved = back(rng, rng.uniform(0.3, 0.38) if parts[0].name == "case" else 0.15, 0.0)
    parts, decals = [*parts, lid], [*decals, engraved]
    lying = rng.random()
    if lying < 0.1:
        parts, decals = posed(parts, decals, rotation("x", -rng.choice((90, 90, rng.uniform(20, 60)))))
    elif lying < 0.22:
        parts, decals = posed(parts, decals, rotation("y", rng.choice((-1, 1)) * rng.uniform(15, 45)))
    return Subject(NAME, parts, decals)
