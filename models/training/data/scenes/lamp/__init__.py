# in: a random generator; out: Subject of a lamp: table, desk, floor, pendant, lantern, bulb.
from __future__ import annotations

import random

from ..subject import Subject
from .hanging import bulb, lantern, pendant
from .pieces import NAME
from .standing import desk, standing, table

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return rng.choice((table, table, desk, desk, standing, standing, pendant, pendant, lantern, bulb))(rng)
