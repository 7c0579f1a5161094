# in: a random generator; out: Subject of a building with a flat front: skyscraper, slab block, church,
# castle, shop row, bank, clock tower, factory.
"""Elevations first: walls are exactly flat, windows lie flush, sunk, framed or printed, always in rows."""

from __future__ import annotations

import random

from ..subject import Subject
from .blocks import factory, slab_block
from .castles import castle
from .churches import church
from .civic import bank, clock
from .shops import parade
from .skyscrapers import skyscraper
from .windows import NAME

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return rng.choice((skyscraper, skyscraper, skyscraper, slab_block, slab_block, church, church, castle, castle, parade, parade, parade, bank, clock, factory))(rng)
