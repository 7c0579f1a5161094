# in: a random generator; out: Subject of an armchair or a sofa.
from __future__ import annotations

import random

import numpy as np

from ..faces import FRONT
from ..joinery import merge
from ..palette import scheme
from ..placing import moved, rotation
from ..slabs import block, slab
from ..subject import Part, Subject
from .pieces import NAME, cushion, legs


def armchair(rng: random.Random) -> Subject:
    """Upholstered: plinth or legs, seat cushion, back, arms as soft boxes."""
    return upholstered(rng, rng.uniform(0.7, 0.9), 1)


def sofa(rng: random.Random) -> Subject:
    return upholstered(rng, rng.uniform(1.4, 2.2), rng.choice((2, 2, 3)))


def upholstered(rng: random.Random, w: float, places: int) -> Subject:
    colours = scheme(rng, 4)
    material = rng.choice(("fabric", "fabric", "leather"))
    d, seat, arm_w = rng.uniform(0.7, 0.85), rng.uniform(0.36, 0.44), rng.uniform(0.1, 0.2)
    low, back_h, arm_h = rng.uniform(0.08, 0.18), rng.uniform(0.72, 0.95), rng.uniform(0.5, 0.64)
    soft = rng.choice((0.02, 0.05, 0.07))
    parts = legs(rng, w * 0.86, d * 0.8, low + 0.04, colours)[:1]
    base_h = seat - 0.13 - low
    parts.append(Part("base", block("base", (w - 0.04, d - 0.04, base_h + 0.04), (0, 0, low + base_h / 2 + 0.02), 0.02), material, colours[0]))
    back = block("back", (w - (0 if rng.random() < 0.5 else 2 * arm_w), 0.18, back_h - low), (0, 0, 0), min(soft, 0.08), soft * 1.3)
    parts.append(Part("back", moved(back, (0, d / 2 - 0.1, (back_h + low) / 2), turn=rotation("x", -rng.uniform(0, 8))), material, colours[0]))
    rolled = rng.random() < 0.35
    arms = []
    for s in (-1, 1):
        x = s * (w / 2 - arm_w / 2)
        if rolled:
            outline = np.vstack([[(-arm_w * 0.38, 0), (arm_w * 0.38, 0)], [(arm_w * 0.6 * np.cos(t), arm_h - low - arm_w * 0.45 + arm_w * 0.5 * np.sin(t)) for t in np.linspace(-0.5, np.pi + 0.5, 22)]])
            arms.append(slab("arm", outline, d, (x, d / 2, low), FRONT, 0.025, 4))
        else:
            arms.append(block("arm", (arm_w, d, arm_h - low), (x, 0, (arm_h + low) / 2), min(soft, 0.4 * arm_w), min(soft * 1.2, 0.45 * arm_w)))
    parts.append(Part("arms", merge("arms", *arms), material, colours[0]))
    inner = (w - 2 * arm_w) / places
    for k in range(places):
        x = -w / 2 + arm_w + inner * (k + 0.5)
        parts.append(Part(f"seat {k}", cushion(f"seat {k}", (inner * 1.0, d - 0.14, 0.17), (x, -0.06, seat - 0.045), 9, rng.choice((3, 4))), material, colours[0] if rng.random() < 0.7 else colours[1]))
        if places > 1 or rng.random() < 0.5:
            pad = cushion(f"pillow {k}", (inner * 0.96, back_h - seat - 0.06, 0.16), (0, 0, 0), 5, 2.6)
            parts.append(Part(f"pillow {k}", moved(pad, (x, d / 2 - 0.22, (back_h + seat) / 2), turn=rotation("x", 82)), material, colours[0]))
    if rng.random() < 0.4:
        wide = rng.uniform(0.3, 0.4)
        pad = cushion("throw", (wide, wide, 0.14), (0, 0, 0), 4, 2.2)
        parts.append(Part("throw", moved(pad, (rng.uniform(-0.25, 0.25) * w, d / 2 - 0.26, seat + wide / 2 + 0.03), turn=rotation("x", 75)), "fabric", colours[2]))
    return Subject(NAME, parts)
