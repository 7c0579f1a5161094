# in: a random generator; out: Subject of a figure: robot, bear and friends, animal on four legs, mascot,
# doll, block man.
"""Faces look to -Y. Eyes are printed, inlaid flush or small beads; limbs are capsules or blocks."""

from __future__ import annotations

import random

from ..subject import Subject
from .beasts import beast
from .figures import blockman, doll, head_alone
from .limbs import NAME
from .robots import robot
from .soft import mascot, plush

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return rng.choice((robot, robot, robot, plush, plush, plush, mascot, mascot, beast, beast, blockman, doll, head_alone))(rng)
