# in: a random generator; out: Subject of a bottle, flask, pump, spray, jar, can or tube.
from __future__ import annotations

import random

from ..subject import Subject
from .packed import can, jar, pump, spray, tube
from .poured import drink, flask, perfume, wine
from .walls import NAME

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return rng.choice((drink, drink, wine, pump, spray, jar, perfume, can, tube, flask))(rng)
