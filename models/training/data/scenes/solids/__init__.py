# in: a random generator; out: Subject of abstract solids: turned, swept, lofted, bevelled, cut, with flush
# panels and marks.
"""What the families do not show: plain geometry in free combination. Large flat faces, exact panels, slots,
prints that are not form, and curved bodies of every profile."""

from __future__ import annotations

import random

from ..palette import scheme
from ..subject import MATERIALS, Subject
from .bodies import lofted, stack, swept, turned
from .machines import board, device, machined
from .outlines import NAME

__all__ = ["NAME", "build"]


def build(rng: random.Random) -> Subject:
    kind = rng.choice((turned, turned, swept, lofted, machined, machined, board, board, device, device, stack))
    colours = scheme(rng, 6)
    subject = kind(rng, colours)
    for part in subject.parts:
        part.material = rng.choice(MATERIALS)
    return subject
