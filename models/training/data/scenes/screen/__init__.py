# in: a random generator; out: Subject with a display: laptop, monitor, all-in-one, television old and new,
# desk set.
from __future__ import annotations

import random

from ..subject import Subject
from .desktops import all_in_one, desk_set, monitor
from .laptops import laptop
from .televisions import television
from .tubes import tube

NAME = "screen"


def build(rng: random.Random) -> Subject:
    parts, decals = rng.choice((laptop, laptop, laptop, laptop, laptop, monitor, monitor, monitor, all_in_one, desk_set, television, television, tube, tube))(rng)
    return Subject(NAME, parts, decals)
