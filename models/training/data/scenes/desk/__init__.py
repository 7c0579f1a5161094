# in: a random generator; out: Subject of case furniture: desk, sideboard, chest of drawers, wardrobe,
# bookshelf, bed, bedside table.
"""Fronts are flat doors and drawers: proud by a hair's breadth, sunk into the frame, or flush with gaps; handles of few kinds."""

from __future__ import annotations

import random

from ..subject import Subject
from .beds import bed
from .cabinets import bedside, chest, sideboard, wardrobe
from .desks import desk
from .fronts import NAME
from .shelves import shelf

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return rng.choice((desk, desk, desk, sideboard, sideboard, chest, chest, wardrobe, shelf, shelf, bed, bed, bedside))(rng)
