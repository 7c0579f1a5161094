# in: a random generator; out: Subject of headphones: over-ear, on-ear, headset with microphone, folded flat;
# earbuds with their case or wire.
from __future__ import annotations

import random

from ..subject import Subject
from .buds import buds, case, wired
from .headsets import headset

NAME = "headphones"


def build(rng: random.Random) -> Subject:
    parts, decals = rng.choice((headset,) * 7 + (case, case, case, buds, wired))(rng)
    return Subject(NAME, parts, decals)
