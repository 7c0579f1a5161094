# in: a random generator; out: Subject of a tree.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet
from ..palette import wood
from ..shapes import ball, lathe, rod
from ..subject import Part, Subject
from .leaves import GREENS
from .pots import NAME


def tree(rng: random.Random) -> Subject:
    """A tree of its own: ball, cloud, cones of a fir, poplar."""
    green, tall = rng.choice(GREENS), rng.uniform(0.3, 0.7)
    kind = rng.choice(("ball", "cloud", "fir", "fir", "poplar"))
    r = rng.uniform(0.07, 0.12)
    wall = fillet([(1.5 * r, 0), (r, 0.15), (0.85 * r, tall + 0.3), (0.01, tall + 0.3)], [0, 0.1, 0, 0], 5, closed=False)
    parts = [Part("trunk", lathe("trunk", wall, 40), "wood", wood(rng))]
    if kind == "fir":
        n, z, w = rng.randint(1, 4), tall, rng.uniform(0.45, 0.65)
        for k in range(n):
            h = rng.uniform(0.55, 0.7) * (1.6 if n == 1 else 1)
            parts.append(Part(f"tier {k}", lathe("tier", fillet([(0.6 * w, z + 0.02), (w, z), (0.02, z + h)], [0, 0.03, 0.0], 4, closed=False), rng.choice((60, 60, 8)) if n == 1 else 60), "fabric", green))
            z, w = z + 0.5 * h, 0.78 * w
    elif kind == "cloud":
        for k in range(rng.randint(4, 6)):
            a, s = k * 2.4, rng.uniform(0.55, 0.8)
            parts.append(Part(f"crown {k}", ball("crown", (s, s, 0.85 * s), (0.32 * np.cos(a), 0.2 * np.sin(a), tall + 0.45 + 0.17 * (k % 3))), "fabric", green))
    else:
        size = (0.7, 0.7, 1.4) if kind == "poplar" else (1.1, 1.1, rng.uniform(0.95, 1.3))
        parts.append(Part("crown", ball("crown", size, (0, 0, tall + 0.42 * size[2])), "fabric", green))
        if rng.random() < 0.4:
            branch = rod("branch", [(0, 0, 0.6 * tall), (0.12, 0, 0.8 * tall), (0.24, 0, tall + 0.2)], 0.4 * r, 12)
            parts.append(Part("branch", branch, parts[0].material, parts[0].colour))
    return Subject(NAME, parts)
