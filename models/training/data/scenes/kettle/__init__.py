# in: a random generator; out: Subject of a kettle: on the stove with a bail, electric on its base, gooseneck,
# teapot.
"""Held out: scenes.HELD_FAMILIES. The spout points along ±x, handles lie in the plane of the spout."""

from __future__ import annotations

import random

from ..subject import Subject
from .heated import electric, stove
from .pieces import NAME
from .poured import gooseneck, teapot

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return rng.choice((stove, stove, stove, electric, electric, gooseneck, teapot))(rng)
