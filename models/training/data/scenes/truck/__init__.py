# in: a random generator; out: Subject of a working vehicle: lorry with any load, semi-trailer, tractor,
# school bus, camper, delivery van.
"""Nose at +x before the final turn; wheels, arches, lamps and flush windows are car.py's. Flanks and boxes are flat."""

from __future__ import annotations

import random

from ..car.body import faced
from ..subject import Subject
from .buses import camper, school_bus
from .cabs import NAME
from .lorries import lorry, semi, step_van
from .tractors import tractor

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    subject = rng.choice((lorry, lorry, lorry, semi, tractor, tractor, school_bus, camper, camper, step_van))(rng)
    return faced(subject, rng)
