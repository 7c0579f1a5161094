# in: nothing; out: FAMILIES, the procedural families by name (each file or folder: NAME and build(rng) ->
# Subject); HELD_FAMILIES.
from __future__ import annotations

import random
from collections.abc import Callable

from . import (
    bottle,
    box,
    car,
    chair,
    character,
    desk,
    glasses,
    handbag,
    headphones,
    house,
    jar,
    kettle,
    lamp,
    mug,
    phone,
    plant,
    screen,
    shoe,
    solids,
    tap,
    tower,
    truck,
    vase,
    watch,
)
from .subject import Decal, Part, Subject

FAMILIES: dict[str, Callable[[random.Random], Subject]] = {
    family.NAME: family.build
    for family in (solids, mug, bottle, shoe, car, house, lamp, chair, handbag, box, vase, kettle, watch, glasses, phone, character, headphones, tap, screen, plant, truck, jar, tower, desk,)
}

# Whole families that judge generalisation: their pictures go to the held-out split alone, never into
# training.
HELD_FAMILIES = ("kettle", "glasses")

__all__ = ["FAMILIES", "HELD_FAMILIES", "Decal", "Part", "Subject"]
