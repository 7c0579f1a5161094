# in: a random generator; out: Subject of a building: house, tower, block of flats, shop, hut, church.
"""Walls are big and flat, windows and doors are plates on or in them; every roof is a closed solid."""

from __future__ import annotations

import random

from ..subject import Subject
from .homes import house, shop
from .roofs import NAME
from .towers import flats, tower

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return rng.choice((house, house, house, shop, shop, flats, tower))(rng)
