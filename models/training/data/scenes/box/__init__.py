# in: a random generator; out: Subject of packaging and boxes: carton, milk carton, open box, gift, book,
# pouch, crate, tin.
from __future__ import annotations

import random

from ..subject import Subject
from .books import book, books
from .cartons import NAME, carton, gift, milk, open_carton
from .packs import crate, packet, pouch, tin

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return rng.choice((carton, carton, open_carton, milk, milk, gift, book, packet, pouch, crate, tin, books))(rng)
