# in: a random generator; out: Subject of a road vehicle: sedan, hatch, van, pickup, bus, sports car, toy.
"""The body is a hull along its length (nose at +x before the final turn), the cabin a second one on top;
windows, doors and lamps are inlaid flush or printed. Lengths are about wheelbases: a car is 2 to 2.6 long."""

from __future__ import annotations

import random

from ..subject import Subject
from .body import NAME, faced
from .cars import passenger, pickup
from .vans import bus, van

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return faced(rng.choice((passenger, passenger, passenger, passenger, van, pickup, bus))(rng), rng)
