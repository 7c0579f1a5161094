# in: a random generator; out: parts of a flask or beaker with liquid.
from __future__ import annotations

import random

import numpy as np

from ..bottle.walls import turned
from ..curves import fillet, offset_profile, resample
from ..joinery import inlay, merge
from ..marks import mark
from ..palette import glassy, scheme, wood
from ..shapes import ball, lathe
from ..subject import Decal, Part, Things
from ..vase.pieces import shell
from .lids import band


def flask(rng: random.Random) -> Things:
    """Of a laboratory: cone, ball or tube, with liquid, scale and stopper."""
    colours, tint = scheme(rng, 3), glassy(rng)
    r, kind = rng.uniform(0.5, 0.65), rng.choice(("cone", "cone", "ball", "beaker"))
    neck = 0.16
    if kind == "cone":
        h = rng.uniform(0.8, 1.1)
        outer = fillet([(r - 0.06, 0), (r, 0.0), (r, 0.08), (neck, h), (neck, h + 0.4), (neck + 0.04, h + 0.42)], [0, 0.05, 0.06, 0.1, 0.02, 0], 6, closed=False)
    elif kind == "ball":
        a = np.linspace(-1.25, 1.3, 30)
        ball_of = np.stack([r * np.cos(a), r * (np.sin(a) + np.sin(1.25))], 1)
        top = float(ball_of[-1, 1])
        outer = np.vstack([ball_of, [(neck, top + 0.05), (neck, top + 0.5), (neck + 0.04, top + 0.52)]])
        h = top
    else:
        h = rng.uniform(0.8, 1.1)
        outer = fillet([(r * 0.75 - 0.05, 0), (0.75 * r, 0), (0.75 * r, h), (0.75 * r + 0.05, h + 0.03)], [0, 0.05, 0.02, 0], 5, closed=False)
    outer = resample(outer, 70, closed=False)
    body = lathe("glass", shell(outer, 0.025, 0.03), 84)
    level = h * rng.uniform(0.35, 0.7)
    inner = offset_profile(outer, 0.025)
    inside = inner[(inner[:, 1] > 0.035) & (inner[:, 1] < level) & (inner[:, 0] > 0.02)]
    radius = float(np.interp(level, inner[:, 1], inner[:, 0]))
    core = lathe("liquid", np.vstack([[(inside[0, 0] - 0.02, 0.032)], inside + (0.002, 0), [(radius + 0.002, level)]]), 84)
    zone = inlay("liquid", body, band(0.035, level))
    parts = [Part("glass", body, "glass", tint), Part("liquid", merge("liquid", zone, core), "glass", colours[0])]
    decals: list[Decal] = []
    if rng.random() < 0.6:
        image = np.zeros((192, 64), np.uint8)
        for k in range(rng.choice((4, 5, 7))):
            y = 12 + 26 * k
            image[y : y + 6, 0 : 44 if k % 2 else 28] = 1
        decals.append(mark((rng.choice((0, 0.1, -0.12)), -0.7 * r, 0.45 * h), 0.2, 0.5 * h, image, depth=0.5 * r))
    top = float(outer[-1, 1])
    if kind != "beaker" and rng.random() < 0.5:
        cork = turned("stopper", [(neck - 0.05, top - 0.1), (neck + 0.02, top + 0.16), (0.02, top + 0.16)], 0.02, 48)
        parts.append(Part("stopper", cork, rng.choice(("wood", "rubber")), wood(rng)))
    if rng.random() < 0.35:
        bubbles = [ball("bubble", (s, s, s), (rng.uniform(-0.12, 0.12), 0, top + 0.25 + 0.2 * k)) for k, s in enumerate((0.16, 0.11, 0.08))]
        parts.append(Part("bubbles", merge("bubbles", *bubbles), "glass", colours[0]))
    return parts, decals
