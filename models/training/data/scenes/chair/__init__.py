# in: a random generator; out: Subject of seats: side chair, stool, armchair, sofa, office chair, bench,
# table.
from __future__ import annotations

import random

from ..placing import moved, rotation
from ..subject import Subject
from .pieces import NAME
from .seats import side_chair, stool, table
from .upholstered import armchair, sofa
from .wheeled import office

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    subject = rng.choice((side_chair, side_chair, side_chair, stool, armchair, armchair, sofa, office, table))(rng)
    turn = rotation("z", rng.choice((0, 0, 0, 0, 180)))
    for part in subject.parts:
        moved(part.object, turn=turn)
    return subject
