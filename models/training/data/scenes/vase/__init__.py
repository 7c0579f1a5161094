# in: a random generator; out: Subject of vases, bowls, plates, planters with leaves, jugs, teapots, pots,
# glasses.
from __future__ import annotations

import random

from ..subject import Subject
from .dishes import bowl, goblet, plate, pot
from .jugs import jug, teapot
from .pieces import NAME
from .vases import planter, vase

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return rng.choice((vase, vase, vase, bowl, plate, planter, planter, jug, teapot, pot, goblet))(rng)
