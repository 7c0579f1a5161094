# in: nothing; out: FAMILIES, the procedural families by name (each file: NAME and build(rng) -> Subject).
from __future__ import annotations

import random
from typing import Callable

from . import bottle, box, car, chair, handbag, house, lamp, mug, shoe, solids, vase
from .subject import Decal, Part, Subject

FAMILIES: dict[str, Callable[[random.Random], Subject]] = {
    family.NAME: family.build
    for family in (solids, mug, bottle, shoe, car, house, lamp, chair, handbag, box, vase,)
}

__all__ = ["FAMILIES", "Decal", "Part", "Subject"]
