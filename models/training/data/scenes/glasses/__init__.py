# in: a random generator; out: Subject of spectacles: round, square, cat-eye, aviator, half-rimmed, shield;
# clear or dark.
"""Held out: scenes.HELD_FAMILIES. The front lies in the plane y = 0, the temples run to +Y; 1.4 wide."""

from __future__ import annotations

import random

from ..subject import Subject
from .frames import acetate, wire
from .pieces import NAME
from .sheets import browline, shield

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return rng.choice((acetate, acetate, acetate, wire, wire, browline, shield))(rng)
