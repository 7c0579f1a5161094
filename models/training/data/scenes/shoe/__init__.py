# in: a random generator; out: Subject of a shoe seen from its side: sneaker, slip-on, boot, pump.
"""A shoe is strung between two side profiles (instep and heel-to-sole); every panel is inlaid flush.
Lengths are in shoe lengths; the heel is at x = 0, the toe at x = 1, before the final turn."""

from __future__ import annotations

import random

from ..placing import moved, rotation
from ..subject import Subject
from .high import boot, pump
from .last import NAME
from .low import slip_on, sneaker

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    subject = rng.choice((sneaker, sneaker, sneaker, slip_on, boot, boot, pump))(rng)
    if rng.random() < 0.5:  # toe to the left
        turn = rotation("z", 180)
        for part in subject.parts:
            moved(part.object, turn=turn)
        for d in subject.decals:
            d.origin, d.right, d.up = d.origin @ turn.T, d.right @ turn.T, d.up @ turn.T
    return subject
