# in: a random generator; out: Subject of a bag: handbag, tote, shoulder bag, bucket, backpack, purse,
# suitcase.
from __future__ import annotations

import random

from ..subject import Subject
from .carried import bucket, top_handle, tote
from .flapped import flapped
from .pieces import NAME
from .travel import backpack, suitcase

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return rng.choice((flapped, flapped, flapped, tote, tote, top_handle, bucket, backpack, suitcase))(rng)
