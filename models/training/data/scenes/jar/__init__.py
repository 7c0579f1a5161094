# in: a random generator; out: Subject of a vessel with something in it: preserve, spice, cookie and cream
# jars, tins, tubes, drinks in glasses, flasks.
from __future__ import annotations

import random

from ..subject import Subject
from .canisters import cookie, spice
from .cosmetics import cream, dropper, tube
from .drinks import drink
from .laboratory import flask
from .preserves import clamped, preserve
from .tins import paint, sardines, tin

NAME = "jar"


def build(rng: random.Random) -> Subject:
    kinds = (preserve, preserve, preserve, clamped, cookie, spice, tin, tin, sardines, paint, cream, cream, tube, tube, drink, drink, drink, flask, dropper)
    parts, decals = rng.choice(kinds)(rng)
    return Subject(NAME, parts, decals)
