# in: a random generator; out: Subject of hardware: taps, door handles, knobs, dials, hooks, switches,
# padlocks, keys.
"""What hangs on a wall looks to -Y with its back plate at y >= 0; what stands, stands on z = 0."""

from __future__ import annotations

import random

from ..subject import Subject
from .dials import dial, switch
from .fittings import NAME
from .handles import knob, lever
from .locks import hook, key, padlock
from .taps import mixer, pillar

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    return rng.choice((mixer, mixer, mixer, pillar, pillar, lever, lever, knob, dial, dial, hook, switch, switch, padlock, key))(rng)
