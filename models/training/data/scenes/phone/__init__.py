# in: a random generator; out: Subject of a phone or tablet: modern, with home button, keypad, clamshell,
# foldable, in a case, on a stand.
from __future__ import annotations

import random

from ..palette import scheme
from ..subject import Subject, Things
from .device import H, device, placed
from .keyed import clamshell, foldable, keypad
from .shown import couple, stood, tablet

NAME = "phone"


def build(rng: random.Random) -> Subject:
    parts, decals = rng.choice((phone, phone, phone, phone, phone, stood, stood, couple, tablet, tablet, tablet, keypad, clamshell, foldable))(rng)
    return Subject(NAME, parts, decals)


def phone(rng: random.Random) -> Things:
    """One phone as it is shown: upright, leaning, on its side or lying."""
    return placed(rng, *device(rng, H * rng.uniform(0.44, 0.54), H, scheme(rng, 4)))
