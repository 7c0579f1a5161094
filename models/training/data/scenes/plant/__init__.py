# in: a random generator; out: Subject of a plant: succulent, cactus, broad leaves, fern, palm, topiary,
# flower, sprout, tree.
"""A pot of many kinds, earth in it, and leaves as thin closed blades; each big leaf is a part of its own."""

from __future__ import annotations

import random

from ..palette import scheme
from ..placing import moved
from ..subject import Subject
from .flowers import flower, sprout, topiary
from .foliage import broad, fern, palm, snake
from .leaves import GREENS
from .pots import NAME, potted
from .succulents import aloe, cactus, globe, paddles, rosette
from .trees import tree

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    if rng.random() < 0.1:
        return tree(rng)
    colours = scheme(rng, 4)
    pot, mouth, z, decals = potted(rng, colours)
    grow = rng.choice((rosette, rosette, aloe, cactus, cactus, paddles, broad, broad, broad, snake, fern, palm, topiary, flower, sprout, globe))
    parts = grow(rng, mouth, rng.choice(GREENS), colours)
    for part in parts:
        moved(part.object, (0, 0, z))
    return Subject(NAME, pot + parts, decals)
