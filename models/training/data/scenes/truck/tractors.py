# in: a random generator; out: Subject of a tractor.
from __future__ import annotations

import random

import numpy as np

from ..car.body import GLASS, wheels
from ..curves import arc, fillet, rectangle
from ..faces import FRONT, SIDE
from ..joinery import inlay, merge
from ..marks import mark, printed
from ..palette import metal, neutral, scheme
from ..placing import moved, rotation
from ..shapes import lathe, rod
from ..slabs import block, slab
from ..subject import Part, Subject
from .cabs import MIRRORED, NAME, beacon, named


def tractor(rng: random.Random) -> Subject:
    """On the farm: big wheels behind, small ones in front, bonnet, a cab or a seat, a pipe."""
    colours = scheme(rng, 4)
    big, small = rng.uniform(0.36, 0.48), rng.uniform(0.2, 0.28)
    long, half = rng.uniform(0.85, 1.1), rng.uniform(0.36, 0.44)
    rear, front = -0.42 * long, 0.48 * long
    floor, hood_z = small * 1.15, big * 1.45
    w = rng.uniform(0.32, 0.42)
    nose, seat = front + rng.uniform(0.1, 0.22), rear + rng.uniform(0.35, 0.5)
    soft = rng.choice((0.03, 0.08))
    profile = [(seat - 0.1, floor), (nose, floor), (nose + 0.03, hood_z - 0.14), (nose - 0.08, hood_z - 0.02), (seat - 0.1, hood_z)]
    hood = slab("hood", fillet(profile, [0.02, 0.04, 0.05, 0.08, 0.02], 6), w, (0, w / 2, 0), FRONT, soft, 5)
    parts, decals = [], []
    if rng.random() < 0.6:
        grille = rectangle(0.75 * w, (hood_z - floor) * 0.55, 0.02, (0, (hood_z + floor) / 2 - 0.02))
        parts.append(Part("grille", inlay("grille", hood, slab("tool", grille, 0.4, (nose - 0.05, 0, 0), SIDE)), "matte_plastic", (0.15, 0.15, 0.16)))
    if rng.random() < 0.6:
        decals += [mark(((seat + nose) / 2 - 0.05, s * w / 2, hood_z - 0.17), 0.55 * (nose - seat), 0.14, printed(rng, 4, 1, ("word", "stripes")), face, 0.05) for s, face in ((-1, FRONT), (1, MIRRORED))]
    parts.append(Part("hood", hood, "glossy_plastic", colours[0]))
    back = rear - 0.12
    body = block("body", (seat - back, w * 1.1, hood_z - big * 0.75), ((seat + back) / 2, 0, (hood_z + big * 0.75) / 2 - 0.06), 0.02)
    parts.append(Part("body", body, "matte_plastic", rng.choice((colours[0], neutral(rng, False)))))
    guards = []
    for s in (-1, 1):
        ring = np.vstack([arc(big + 0.1, 165, 10, 28, (rear, big)), arc(big + 0.055, 10, 165, 28, (rear, big))])
        guards.append(slab("guard", ring[::-1], 0.3, (0, s * (half - 0.02) + 0.15, 0), FRONT, 0.012))
    parts.append(Part("guards", merge("guards", *guards), "glossy_plastic", colours[0]))
    if rng.random() < 0.65:
        roof = hood_z + rng.uniform(0.4, 0.55)
        a, b, lean = back + 0.02, seat + 0.06, rng.uniform(0.0, 0.06)
        glass = rng.random() < 0.55
        posts = []
        for x, d in ((a, lean), (b, -lean)):
            for s in (-1, 1):
                posts.append(rod("post", [(x, s * 0.26, hood_z - 0.12), (x + d / 2, s * 0.26, (hood_z + roof) / 2), (x + d, s * 0.26, roof)], 0.024, 14))
        parts.append(Part("posts", merge("posts", *posts), "matte_plastic", neutral(rng, False)))
        if glass:
            parts.append(Part("glass", block("glass", (b - a - 2 * lean, 0.5, roof - hood_z + 0.1), ((a + b) / 2, 0, (roof + hood_z) / 2 - 0.05), 0.01), "glass", rng.choice(GLASS)))
        parts.append(Part("roof", block("roof", (b - a + 0.12, 0.64, 0.08), ((a + b) / 2, 0, roof + 0.02), 0.025, 0.06), "glossy_plastic", rng.choice((colours[0], neutral(rng, True)))))
        if rng.random() < 0.4:
            parts += beacon(rng, (a + b) / 2, roof + 0.06, 0.2)
    else:
        chair = [block("seat", (0.3, 0.36, 0.09), (rear + 0.05, 0, hood_z + 0.02), 0.03), block("back", (0.09, 0.36, 0.3), (rear - 0.12, 0, hood_z + 0.14), 0.03)]
        parts.append(Part("seat", merge("seat", *chair), "leather", neutral(rng, False)))
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    ring = rod("wheel", np.stack([0.13 * np.cos(t), 0.13 * np.sin(t), 0 * t], 1), 0.018, 12, loop=True)
    parts.append(Part("steering wheel", moved(ring, (seat - 0.04, 0, hood_z + 0.14), turn=rotation("y", 35)), "rubber", neutral(rng, False)))
    pipe = rod("pipe", [(nose - 0.3, 0.1, hood_z - 0.1), (nose - 0.3, 0.1, hood_z + 0.15), (nose - 0.3, 0.1, hood_z + rng.uniform(0.25, 0.42))], 0.03, 18, ends=0.2)
    parts.append(Part("pipe", pipe, "brushed_metal", metal(rng)))
    parts.append(Part("axle", block("axle", (0.14, 2 * half - 0.2, 0.12), (front, 0, small), 0.02), "matte_plastic", (0.2, 0.2, 0.21)))
    eyes = [moved(lathe("lamp", fillet([(0.05, -0.06), (0.055, 0.03), (0.01, 0.035)], 0.01, 3, closed=False), 28), (nose + 0.005, s * 0.3 * w, hood_z - 0.16), turn=rotation("y", 90)) for s in (-1, 1)]
    parts.append(Part("lamps", merge("lamps", *eyes), "glass", (0.97, 0.95, 0.86)))
    parts += named(wheels(rng, [rear], big, rng.uniform(0.22, 0.3), half + 0.12), "rear")
    parts += named(wheels(rng, [front], small, 0.16, half + 0.04), "front")
    return Subject(NAME, parts, decals)
