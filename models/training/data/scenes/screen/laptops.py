# in: a random generator; out: Subject of a laptop.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..curves import rectangle
from ..faces import BACK, SIDE, TOP
from ..joinery import inlay, merge
from ..marks import canvas, logo, mark
from ..palette import metal, neutral, scheme
from ..patterns import dots
from ..placing import moved, points_of, reshaped, rotation
from ..poses import posed
from ..shapes import lathe
from ..slabs import slab
from ..subject import Decal, Part, Things
from .pieces import keyboard, panel


def laptop(rng: random.Random) -> Things:
    colours, steel = scheme(rng, 4), metal(rng)
    w, d, t = 2.0, rng.uniform(1.25, 1.5), rng.uniform(0.05, 0.13)
    thick, soft = rng.uniform(0.035, 0.06), rng.choice((0.02, 0.06, 0.12))
    colour = steel if rng.random() < 0.5 else colours[0]
    base = slab("base", rectangle(w, d, soft, steps=7), t, (0, 0, 0), TOP, rng.choice((0.008, 0.02, 0.4 * t)), 4)
    wedge = rng.choice((0.0, 0.0, 0.5))
    if wedge:  # thinner towards the typist
        v = points_of(base)
        v[:, 2] = t - (t - v[:, 2]) * (1 - wedge * (0.5 - v[:, 1] / d))
        reshaped(base, v)
    material = rng.choice(("brushed_metal", "matte_plastic", "glossy_plastic"))
    kw, kd = w * rng.uniform(0.78, 0.9), d * rng.uniform(0.4, 0.48)
    ky = d / 2 - rng.uniform(0.13, 0.2) - kd / 2
    parts = [Part("base", base, material, colour)]
    decals: list[Decal] = []
    if rng.random() < 0.6:
        well = inlay("keyboard", base, slab("tool", rectangle(kw + 0.05, kd + 0.05, 0.03, (0, ky)), 1, (0, 0, 0.6 * t), TOP))
        parts.append(Part("keyboard", well, "matte_plastic", colours[1]))
    keys, print_of = keyboard(rng, kw, kd, t, ky, colours)
    parts, decals = parts + keys, decals + print_of
    low = ky - kd / 2
    room = low + d / 2
    pw, pd = rng.uniform(0.45, 0.8), room * rng.uniform(0.62, 0.8)
    pad = inlay("touchpad", base, slab("tool", rectangle(pw, pd, rng.choice((0.01, 0.04)), (0, low - 0.04 - (room - 0.06) / 2)), 1, (0, 0, 0.6 * t), TOP))
    parts.append(Part("touchpad", pad, material, colour if rng.random() < 0.6 else colours[1]))
    if rng.random() < 0.3:
        for s in (-1, 1):
            image = canvas(0.5, 2)
            dots(image, rng)
            decals.append(mark((s * (kw / 2 + w / 2 + 0.02) / 2, ky, t), 0.5 * (w - kw) / 2, kd, image, TOP, 0.003))
    h = d * rng.uniform(0.93, 1.0)
    side = rng.uniform(0.03, 0.08)
    lid, seen = panel(rng, w, h, thick, [colour, *colours[1:]], soft=soft, side=side, chin=side + rng.choice((0.0, 0.05, 0.1)), bevel=rng.choice((0.006, 0.015)), name="lid", frame_material=material)
    image = canvas(1, 1)
    logo(image, rng)
    wide = rng.uniform(0.2, 0.36)
    if rng.random() < 0.85:
        seen.append(mark((0, 0, 0.52 * h), wide, wide, image, BACK, 0.003))
    angle = rng.choice((rng.uniform(92, 125), rng.uniform(92, 125), rng.uniform(92, 125), rng.uniform(95, 110), rng.uniform(40, 80), 180 if rng.random() < 0.5 else 135))
    lid, seen = posed(lid, seen, rotation("x", 90 - angle), (0, d / 2 - 0.01, t + 0.012))
    long = w * rng.choice((0.8, 0.6))
    barrels = [lathe("hinge", [(0.032, -long / 2), (0.032, long / 2)], 28)] if rng.random() < 0.6 else [moved(lathe("hinge", [(0.034, -0.13), (0.034, 0.13)], 28), (0, 0, a * w * 0.33)) for a in (-1, 1)]
    hinge = moved(merge("hinge", *barrels), (0, d / 2 - 0.02, t), turn=rotation("y", 90))
    parts.append(Part("hinge", hinge, "brushed_metal", steel if rng.random() < 0.5 else neutral(rng, False)))
    for s in (-1, 1):
        if t > 0.08 and wedge == 0:
            face = SIDE if s > 0 else (-SIDE[0], SIDE[1])
            image = np.zeros((40, 192), np.uint8)
            for x0, x1 in ((4, 44), (64, 104), (124, 184)):
                cv2.rectangle(image, (x0, 4), (x1, 35), 1, -1)
            decals.append(mark((s * w / 2, 0.2 * d, 0.5 * t), 0.45, 0.4 * t, image, face, 0.01))
    parts, decals = parts + lid, decals + seen
    if rng.random() < 0.08:
        parts, decals = posed(parts, decals, rotation("x", rng.uniform(-25, 25)))
    return parts, decals
